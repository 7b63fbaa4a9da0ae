using System.Globalization;

namespace Copilot.Data.Import;

/// <summary>A date as written: three numbers whose order is not known yet, and a time of day where there is one.</summary>
internal readonly struct DateText
{
    /// <summary>How many years ahead two digits may mean as the last part of a date, and not as its first: days up to 31 must not pass for years.</summary>
    private const int FarAhead = 8;

    private readonly int _a;
    private readonly int _b;
    private readonly int _c;
    private readonly Form _form;

    private DateText(Form form, int a, int b, int c) => (_form, _a, _b, _c) = (form, a, b, c);

    private enum Form : byte
    {
        None,
        YearFirst,
        YearLast,
        ShortYear,
        ShortYearUnpadded,
        Compact,
        Named,
        Serial,
    }

    /// <summary>Seconds after midnight; nought where no time is written.</summary>
    public int Seconds { get; private init; }

    /// <summary>Whether the year is written first and with four digits.</summary>
    public bool IsYearFirst => _form == Form.YearFirst;

    /// <summary>Whether it is three plain numbers with the year behind: what day/month/year and month/day/year look like.</summary>
    public bool IsNumeric => _form is Form.YearLast or Form.ShortYear or Form.ShortYearUnpadded;

    /// <summary>The first number as written.</summary>
    public int First => _a;

    /// <summary>The second number as written.</summary>
    public int Second => _b;

    /// <summary>Takes a text apart; false when it is no date in any order.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateText date)
    {
        date = default;
        var (day, seconds) = DateTimes.Split(text.Trim());
        if (seconds < 0 || day.Length is < 4 or > 24)
        {
            return false;
        }

        var parsed = Parse(day);
        date = parsed with { Seconds = seconds + (parsed._form == Form.Serial ? parsed._b : 0) };
        return parsed._form != Form.None;
    }

    /// <summary>The day in an order; nothing when it is none in that order.</summary>
    /// <param name="order">One order.</param>
    /// <param name="lastYear">Two-digit years after this one belong to the century before.</param>
    public DateOnly? Day(DateOrders order, int lastYear) => (_form, order) switch
    {
        (Form.YearFirst, DateOrders.Ymd) => Make(_a, _b, _c),
        (Form.YearLast, DateOrders.Dmy) => Make(_c, _b, _a),
        (Form.YearLast, DateOrders.Mdy) => Make(_c, _a, _b),
        (Form.ShortYear or Form.ShortYearUnpadded, DateOrders.Dmy) => Make(Century(_c, lastYear), _b, _a),
        (Form.ShortYear or Form.ShortYearUnpadded, DateOrders.Mdy) => Make(Century(_c, lastYear), _a, _b),
        (Form.ShortYear, DateOrders.Ymd) => Century(_a, lastYear) <= lastYear - FarAhead ? Make(Century(_a, lastYear), _b, _c) : null,
        (Form.Compact, DateOrders.Ymd) => Make(_a / 10000, _a / 100 % 100, _a % 100),
        (Form.Compact, DateOrders.Dmy) => Make(_a % 10000, _a / 10000 % 100, _a / 1000000),
        (Form.Compact, DateOrders.Mdy) => Make(_a % 10000, _a / 1000000, _a / 10000 % 100),
        (Form.Named, DateOrders.Named) => Make(_c < 100 ? Century(_c, lastYear) : _c, _b, _a),
        (Form.Serial, DateOrders.Serial) => new DateOnly(1899, 12, 30).AddDays(_a),
        _ => null,
    };

    /// <summary>All orders in which it is a day.</summary>
    public DateOrders Orders(int lastYear) => _form switch
    {
        Form.YearFirst => Allows(DateOrders.Ymd, lastYear),
        Form.YearLast => Allows(DateOrders.Dmy, lastYear) | Allows(DateOrders.Mdy, lastYear),
        Form.Named => Allows(DateOrders.Named, lastYear),
        Form.Serial => DateOrders.Serial,
        _ => Allows(DateOrders.Dmy, lastYear) | Allows(DateOrders.Mdy, lastYear) | Allows(DateOrders.Ymd, lastYear),
    };

    private DateOrders Allows(DateOrders order, int lastYear) => Day(order, lastYear) is null ? DateOrders.None : order;

    private static int Century(int year, int lastYear)
    {
        var full = (lastYear / 100 * 100) + year;
        return full > lastYear ? full - 100 : full;
    }

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateText Parse(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsLetter(character))
            {
                return ParseNamed(text);
            }
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return text.Length == 8 ? new(Form.Compact, number, 0, 0) : Serial(number, 0);
        }

        var separator = text.IndexOfAny("/-.");
        if (separator < 1)
        {
            return default;
        }

        var rest = text[(separator + 1)..];
        var second = rest.IndexOf(text[separator]);
        if (second < 0)
        {
            return text[separator] == '.' && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial)
                ? Serial((int)serial, (int)((serial - (int)serial) * 86400))
                : default;
        }

        return Numbers(text[..separator], rest[..second], rest[(second + 1)..].TrimEnd('.'));
    }

    private static DateText Serial(int day, int seconds) => day is >= 15000 and <= 73050 ? new(Form.Serial, day, seconds, 0) : default;

    private static DateText Numbers(ReadOnlySpan<char> first, ReadOnlySpan<char> second, ReadOnlySpan<char> third)
    {
        if (!Small(first, out var a) || !Small(second, out var b) || !Small(third, out var c) || second.Length > 2)
        {
            return default;
        }

        return (first.Length, third.Length) switch
        {
            (4, <= 2) => new(Form.YearFirst, a, b, c),
            ( <= 2, 4) => new(Form.YearLast, a, b, c),
            // a year of two digits that stands first is always written with both, and so is the day behind it
            (2, 2) when second.Length == 2 => new(Form.ShortYear, a, b, c),
            ( <= 2, 2) => new(Form.ShortYearUnpadded, a, b, c),
            _ => default,
        };
    }

    private static bool Small(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        return digits.Length is >= 1 and <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    // "31-Jan-13", "31 January 2013", "Jan 31, 2013", "31. Januar 2013", "31-janv.-2013", "2013-Jan-31"
    private static DateText ParseNamed(ReadOnlySpan<char> text)
    {
        int month = 0, count = 0, firstLength = 0;
        Span<int> numbers = [0, 0];
        foreach (var range in text.SplitAny(" -/.,"))
        {
            var part = text[range];
            if (part.IsEmpty)
            {
                continue;
            }

            if (char.IsAsciiDigit(part[0]))
            {
                if (count == 2 || !Small(part.TrimEnd("stndrh"), out numbers[count]))
                {
                    return default;
                }

                firstLength = count == 0 ? part.Length : firstLength;
                count++;
            }
            else if (month != 0 || (month = MonthNames.Find(part)) == 0)
            {
                return default;
            }
        }

        if (count != 2 || month == 0)
        {
            return default;
        }

        return firstLength == 4 ? new(Form.Named, numbers[1], month, numbers[0]) : new(Form.Named, numbers[0], month, numbers[1]);
    }
}
