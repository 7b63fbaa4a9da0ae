using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Copilot.Core;

/// <summary>
/// A stretch of time by its canonical name (<c>2026-Q3</c>, <c>2026-10</c>, <c>2026</c>, <c>today</c>, <c>yesterday</c>, <c>this-week</c>,
/// <c>last-quarter</c>, <c>last-30-days</c>, <c>2026-10-01..2026-10-31</c>). It becomes days only together with a business day and the fiscal calendar.
/// Weeks run from Monday to Sunday (ISO 8601); <c>last-30-days</c> ends today and counts it.
/// </summary>
public readonly record struct Period
{
    private static readonly string[] Fixed =
    [
        "today", "yesterday", "this-week", "last-week", "next-week", "this-month", "last-month", "next-month",
        "this-quarter", "last-quarter", "next-quarter", "this-year", "last-year", "next-year",
    ];

    private readonly string? _token;

    private Period(string token) => _token = token;

    /// <summary>The canonical name; the default value is <c>today</c>.</summary>
    public string Token => _token ?? "today";

    /// <summary>A period by its canonical name.</summary>
    /// <exception cref="FormatException">The text is no canonical period.</exception>
    public static Period Of(string token) => TryParse(token, out var period) ? period : throw new FormatException($"'{token}' is not a period.");

    /// <summary>The period of that run of days.</summary>
    public static Period Of(DateRange range) => new(range.ToString());

    /// <summary>Reads a canonical name in any case; false for anything else, an impossible month, quarter or day included.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Period period)
    {
        var token = text?.Trim().ToLowerInvariant() ?? "";
        var canonical = token switch
        {
            _ when Fixed.Contains(token) => token,
            _ when TryDays(token, out _) => token,
            _ when TryQuarter(token, out _, out _) => token.ToUpperInvariant(),
            _ when TryMonth(token, out _) || TryYear(token, out _) => token,
            _ when TryRange(token, out var range) => range.ToString(),
            _ => null,
        };
        period = canonical is null ? default : new Period(canonical);
        return canonical is not null;
    }

    /// <summary>The days meant, as seen on a business day.</summary>
    public DateRange Resolve(DateOnly today, FiscalCalendar fiscal) => Token switch
    {
        "today" => new(today, today),
        "yesterday" => new(today.AddDays(-1), today.AddDays(-1)),
        "this-week" => Week(today, 0),
        "last-week" => Week(today, -1),
        "next-week" => Week(today, 1),
        "this-month" => Month(today, 0),
        "last-month" => Month(today, -1),
        "next-month" => Month(today, 1),
        "this-quarter" => Quarter(today, 0, fiscal),
        "last-quarter" => Quarter(today, -1, fiscal),
        "next-quarter" => Quarter(today, 1, fiscal),
        "this-year" => fiscal.Year(fiscal.Of(today).Year),
        "last-year" => fiscal.Year(fiscal.Of(today).Year - 1),
        "next-year" => fiscal.Year(fiscal.Of(today).Year + 1),
        var token when TryDays(token, out var days) => new(today.AddDays(1 - days), today),
        var token when TryQuarter(token, out var year, out var quarter) => fiscal.Quarter(year, quarter),
        var token when TryMonth(token, out var first) => Month(first, 0),
        var token when TryYear(token, out var year) => fiscal.Year(year),
        var token when TryRange(token, out var range) => range,
        _ => throw new InvalidOperationException($"The period '{Token}' was never checked."),
    };

    /// <summary>The canonical name.</summary>
    public override string ToString() => Token;

    private static DateRange Week(DateOnly today, int offset)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) + (7 * offset));
        return new(monday, monday.AddDays(6));
    }

    private static DateRange Month(DateOnly today, int offset)
    {
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(offset);
        return new(first, first.AddMonths(1).AddDays(-1));
    }

    private static DateRange Quarter(DateOnly today, int offset, FiscalCalendar fiscal)
    {
        var (year, quarter) = fiscal.Of(today);
        var index = (year * 4) + quarter - 1 + offset;
        return fiscal.Quarter(index / 4, (index % 4) + 1);
    }

    private static bool TryDays(string token, out int days)
    {
        days = 0;
        return token.StartsWith("last-", StringComparison.Ordinal) && token.EndsWith("-days", StringComparison.Ordinal) && token.Length > 10
            && int.TryParse(token[5..^5], NumberStyles.None, CultureInfo.InvariantCulture, out days) && days is >= 1 and <= 3660;
    }

    private static bool TryQuarter(string token, out int year, out int quarter)
    {
        year = quarter = 0;
        return token.Length == 7 && token[4..6].Equals("-q", StringComparison.OrdinalIgnoreCase) && TryYear(token[..4], out year)
            && int.TryParse(token[6..], NumberStyles.None, CultureInfo.InvariantCulture, out quarter) && quarter is >= 1 and <= 4;
    }

    private static bool TryMonth(string token, out DateOnly first) =>
        DateOnly.TryParseExact(token, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out first) && first.Year is >= 1900 and <= 2999;

    private static bool TryYear(string token, out int year) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out year) && token.Length == 4 && year is >= 1900 and <= 2999;

    private static bool TryRange(string token, out DateRange range)
    {
        var ends = token.Split("..");
        range = default;
        if (ends.Length != 2 || !TryDay(ends[0], out var from) || !TryDay(ends[1], out var to) || to < from)
        {
            return false;
        }

        range = new DateRange(from, to);
        return true;
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
