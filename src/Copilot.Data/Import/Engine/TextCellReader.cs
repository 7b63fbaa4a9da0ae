using System.Buffers;
using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Free text, codes and names: trimmed, no control characters, not endless.</summary>
internal sealed class TextCellReader(Field field, int width) : CellReader
{
    private static readonly SearchValues<char> DigitsAndSigns = SearchValues.Create("0123456789.,");

    /// <inheritdoc/>
    public override string? Read(string text, ref Cell cell)
    {
        if (text.Length > field.Longest)
        {
            return $"is too long: at most {field.Longest} characters fit, these are {text.Length}";
        }

        if (text.AsSpan().ContainsAnyInRange('\0', '\u001F') || text.AsSpan().ContainsAnyInRange('\u007F', '\u009F'))
        {
            foreach (var character in text)
            {
                if (character == BrokenUtf8.Mark)
                {
                    return "holds a letter that is not readable as UTF-8: the file was cut off, or two encodings were mixed in it. Export it again";
                }

                if (char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
                {
                    return $"holds a control character (code {(int)character:X2}), which no text has";
                }
            }

            text = field.ManyLines ? text : string.Join(' ', text.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }

        if (field.Type is FieldType.Key or FieldType.Document)
        {
            // Excel's mark for "this is text"
            text = text[0] == '\'' && text.Length > 1 ? text[1..] : text;
            if (Shortened(text))
            {
                return "is a number that Excel has shortened; its digits are lost. Format the column as text and export again";
            }

            text = width > text.Length && text.All(char.IsAsciiDigit) ? text.PadLeft(width, '0') : text;
            text = field.Numbering is { } kind ? DocumentNumber.For(kind, text).Text : text;
        }

        cell = new Cell { Known = true, Text = text };
        return null;
    }

    // 2.19538E+09
    private static bool Shortened(string text)
    {
        var e = text.IndexOf("E+", StringComparison.OrdinalIgnoreCase);
        return e > 0 && e < text.Length - 2 && text.AsSpan(e + 2).IndexOfAnyExceptInRange('0', '9') < 0
            && text.AsSpan(0, e).IndexOfAnyExcept(DigitsAndSigns) < 0 && text.AsSpan(0, e).IndexOfAny(".,") > 0;
    }
}
