using System.Globalization;

namespace Copilot.Data.Import;

/// <summary>A number as exports write it: thousands separators, a currency, a sign in front or behind, brackets for negative.</summary>
internal readonly ref struct NumberText
{
    private const string Currencies = "€$£¥₣₤zł";

    private readonly ReadOnlySpan<char> _digits;
    private readonly bool _negative;

    private NumberText(ReadOnlySpan<char> digits, bool negative, NumberSigns signs)
    {
        _digits = digits;
        _negative = negative;
        Signs = signs;
    }

    /// <summary>Which decimal signs make it a number.</summary>
    public NumberSigns Signs { get; }

    /// <summary>Takes a text apart.</summary>
    public static NumberText Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var negative = false;
        if (text is ['(', .., ')'])
        {
            text = text[1..^1].Trim();
            negative = true;
        }

        text = StripCurrency(text);
        if (text is ['-' or '\u2212', ..])
        {
            text = text[1..].TrimStart();
            negative = !negative;
        }
        else if (text is [.., '-' or '\u2212'])
        {
            text = text[..^1].TrimEnd();
            negative = !negative;
        }
        else if (text is ['+', ..])
        {
            text = text[1..];
        }

        text = StripCurrency(text).TrimEnd('%').Trim();
        return new NumberText(text, negative, Allowed(text));
    }

    /// <summary>The number under a decimal sign it allows; false when it overflows.</summary>
    public bool TryRead(NumberSigns sign, out decimal value)
    {
        value = 0;
        if ((Signs & sign) == NumberSigns.None)
        {
            return false;
        }

        Span<char> plain = stackalloc char[64];
        var length = 0;
        foreach (var character in _digits)
        {
            if (char.IsAsciiDigit(character) || character is 'E' or 'e' or '+' or '-')
            {
                plain[length++] = character;
            }
            else if (character == (sign == NumberSigns.Comma ? ',' : '.'))
            {
                plain[length++] = '.';
            }
        }

        var read = decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value);
        value = _negative ? -value : value;
        return read;
    }

    private static ReadOnlySpan<char> StripCurrency(ReadOnlySpan<char> text)
    {
        text = text.Trim(Currencies).Trim();
        if (text.Length > 3 && Letters(text[..3]) && !char.IsAsciiLetter(text[3]))
        {
            text = text[3..].TrimStart();
        }

        if (text.Length > 3 && Letters(text[^3..]) && !char.IsAsciiLetter(text[^4]))
        {
            text = text[..^3].TrimEnd();
        }

        return text;
    }

    private static bool Letters(ReadOnlySpan<char> text) => char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]) && char.IsAsciiLetterUpper(text[2]);

    private static NumberSigns Allowed(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 60)
        {
            return NumberSigns.None;
        }

        int digits = 0, points = 0, commas = 0, blanks = 0;
        foreach (var character in text)
        {
            switch (character)
            {
                case >= '0' and <= '9':
                    digits++;
                    break;
                case '.':
                    points++;
                    break;
                case ',':
                    commas++;
                    break;
                case ' ' or '\u00A0' or '\u202F' or '\'' or '\u2019':
                    blanks++;
                    break;
                default:
                    return Scientific(text);
            }
        }

        if (digits == 0 || (blanks > 0 && !BlankGroups(text)))
        {
            return NumberSigns.None;
        }

        return (points, commas) switch
        {
            (0, 0) => NumberSigns.Both,
            (_, 0) => (points == 1 ? NumberSigns.Point : NumberSigns.None) | (Groups(text, '.') ? NumberSigns.Comma : NumberSigns.None),
            (0, _) => (commas == 1 ? NumberSigns.Comma : NumberSigns.None) | (Groups(text, ',') ? NumberSigns.Point : NumberSigns.None),
            (1, _) when text.LastIndexOf('.') > text.LastIndexOf(',') && Groups(text[..text.LastIndexOf('.')], ',') => NumberSigns.Point,
            (_, 1) when text.LastIndexOf(',') > text.LastIndexOf('.') && Groups(text[..text.LastIndexOf(',')], '.') => NumberSigns.Comma,
            _ => NumberSigns.None,
        };
    }

    private static NumberSigns Scientific(ReadOnlySpan<char> text) =>
        text.ContainsAny('E', 'e') && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _)
            ? NumberSigns.Point
            : NumberSigns.None;

    // "12.345.678": one to three digits, then threes, and no leading nought
    private static bool Groups(ReadOnlySpan<char> text, char separator)
    {
        var first = text.IndexOf(separator);
        if (first < 0)
        {
            return true;
        }

        if (first is < 1 or > 3 || text[0] == '0')
        {
            return false;
        }

        for (var rest = text[first..]; !rest.IsEmpty; rest = rest[4..])
        {
            if (rest[0] != separator || rest.Length < 4 || !char.IsAsciiDigit(rest[1]) || !char.IsAsciiDigit(rest[2]) || !char.IsAsciiDigit(rest[3]))
            {
                return false;
            }
        }

        return true;
    }

    // "1 234 567,50" and "1'234.50": a blank stands before three digits
    private static bool BlankGroups(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is ' ' or '\u00A0' or '\u202F' or '\'' or '\u2019'
                && (i == 0 || i + 3 >= text.Length || !char.IsAsciiDigit(text[i - 1]) || !char.IsAsciiDigit(text[i + 1]) || !char.IsAsciiDigit(text[i + 2]) || !char.IsAsciiDigit(text[i + 3])))
            {
                return false;
            }
        }

        return true;
    }
}
