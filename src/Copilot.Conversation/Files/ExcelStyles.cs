using Copilot.Core;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Copilot.Conversation;

/// <summary>How cells look: a few fixed looks, then one for each form of number that was met.</summary>
internal sealed class ExcelStyles
{
    /// <summary>A text.</summary>
    public const uint Plain = 0;

    /// <summary>A heading.</summary>
    public const uint Bold = 1;

    /// <summary>A day.</summary>
    public const uint Day = 2;

    /// <summary>A long text.</summary>
    public const uint Wrapped = 3;

    private const uint FirstNumber = 4;

    // below this the numbers are the format's own
    private const uint FirstFormat = 164;

    private readonly List<string> _formats = [];

    /// <summary>The look of a number: its decimals, and a sign where the unit has one.</summary>
    public uint Of(Measure measure)
    {
        var digits = measure.Decimals > 0 ? "#,##0." + new string('0', measure.Decimals) : "#,##0";
        var format = measure.Unit switch { Unit.Percent => digits + "\" %\"", Unit.Hours => digits + "\" h\"", _ => digits };
        var place = _formats.IndexOf(format);
        if (place < 0)
        {
            place = _formats.Count;
            _formats.Add(format);
        }

        return FirstNumber + (uint)place;
    }

    /// <summary>All of them, as the workbook keeps them.</summary>
    public Stylesheet Sheet()
    {
        string[] formats = ["yyyy\\-mm\\-dd", .. _formats];
        return new Stylesheet(
            new NumberingFormats(formats.Select((format, place) => new NumberingFormat { NumberFormatId = FirstFormat + (uint)place, FormatCode = format })),
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
            [
                new CellFormat(),
                new CellFormat { FontId = 1, ApplyFont = true },
                new CellFormat { NumberFormatId = FirstFormat, ApplyNumberFormat = true },
                new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { ApplyAlignment = true },
                .. _formats.Select((_, place) => new CellFormat { NumberFormatId = FirstFormat + 1 + (uint)place, ApplyNumberFormat = true }),
            ]));
    }
}
