using System.Globalization;
using Copilot.Core;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using XlCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using XlRow = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace Copilot.Conversation;

/// <summary>The sheet with the rows: a bold first line that stays in view and filters, numbers as numbers, days as days.</summary>
internal static class ExcelRows
{
    private const int LongestText = 32_767;
    private const int NarrowestColumn = 8;
    private const int WidestColumn = 60;

    // the day that Excel counts as 0 for every day from March 1900 on
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>Writes the sheet.</summary>
    /// <returns>How many rows.</returns>
    public static async Task<int> WriteAsync(ExcelSheet sheet, ExcelStyles styles, Stream to, CancellationToken cancellationToken)
    {
        var columns = FileColumn.Of(sheet.Table, sheet.CurrencyWord);
        var pairs = columns.Where(column => column.Currency).Select(column => column.Place).ToHashSet();
        using var xml = OpenXmlWriter.Create(to);
        xml.WriteStartDocument();
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        xml.WriteElement(new Columns(columns.Select((column, place) => new DocumentFormat.OpenXml.Spreadsheet.Column
        {
            Min = (uint)place + 1, Max = (uint)place + 1, Width = Width(sheet.Table, column), CustomWidth = true,
        })));
        xml.WriteStartElement(new SheetData());
        xml.WriteElement(new XlRow(columns.Select(column => Text(column.Header, ExcelStyles.Bold))));
        var count = 0;
        await foreach (var row in sheet.Rows.WithCancellation(cancellationToken))
        {
            xml.WriteElement(new XlRow(columns.Select(column => Of(column.Cell(row, pairs.Contains(column.Place)), styles))));
            count++;
        }

        xml.WriteEndElement();
        xml.WriteElement(new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A1:{Letters(columns.Count)}{count + 1}") });
        xml.WriteEndElement();
        return count;
    }

    /// <summary>A cell with a text.</summary>
    public static XlCell Text(string text, uint style) => new()
    {
        DataType = CellValues.InlineString, StyleIndex = style, InlineString = new InlineString(new Text(Readable(text)) { Space = SpaceProcessingModeValues.Preserve }),
    };

    private static XlCell Of(Core.Cell cell, ExcelStyles styles) => cell switch
    {
        NumberCell number => Number(number.Value.Number, styles.Of(number.Value)),
        DateCell date => Number(date.Day.DayNumber - DayZero.DayNumber, ExcelStyles.Day),
        _ => cell.ToString() is { Length: > 0 } text ? Text(text, ExcelStyles.Plain) : new XlCell(),
    };

    private static XlCell Number(decimal number, uint style) => new() { StyleIndex = style, CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)) };

    // XML has no place for most control characters, and Excel none for very long texts
    private static string Readable(string text)
    {
        var whole = text.Length <= LongestText ? text : text[..(LongestText - 1)] + "…";
        return whole.All(System.Xml.XmlConvert.IsXmlChar) ? whole : string.Concat(whole.EnumerateRunes().Select(rune => rune.Value > char.MaxValue || System.Xml.XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD"));
    }

    // as wide as the first rows need
    private static double Width(TableBlock table, FileColumn column) => column.Currency
        ? NarrowestColumn + 2
        : Math.Clamp(table.Rows.Select(row => row.Cells[column.Place].ToString().Length).Append(column.Header.Length + 2).Max() + 2, NarrowestColumn, WidestColumn);

    private static string Letters(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + Letters(((column - 1) % 26) + 1);
}
