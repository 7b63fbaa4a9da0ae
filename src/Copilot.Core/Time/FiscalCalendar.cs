namespace Copilot.Core;

/// <summary>
/// Where the fiscal year starts. A fiscal year is named for the calendar year in which it ends: with a start in April,
/// 2026 runs from 2025-04-01 to 2026-03-31, and 2026-Q1 is April to June 2025. With a start in January both years are the same.
/// </summary>
public readonly record struct FiscalCalendar
{
    private readonly int _startMonth;

    /// <summary>A calendar whose year starts on the first of that month (1 to 12).</summary>
    public FiscalCalendar(int startMonth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startMonth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startMonth, 12);
        _startMonth = startMonth;
    }

    /// <summary>The month in which the year starts; January by default.</summary>
    public int StartMonth => _startMonth == 0 ? 1 : _startMonth;

    /// <summary>The days of a fiscal year.</summary>
    public DateRange Year(int year)
    {
        var start = new DateOnly(StartMonth == 1 ? year : year - 1, StartMonth, 1);
        return new DateRange(start, start.AddYears(1).AddDays(-1));
    }

    /// <summary>The days of a fiscal quarter, 1 to 4.</summary>
    public DateRange Quarter(int year, int quarter)
    {
        var start = Year(year).From.AddMonths(3 * (quarter - 1));
        return new DateRange(start, start.AddMonths(3).AddDays(-1));
    }

    /// <summary>The fiscal year and quarter that a day belongs to.</summary>
    public (int Year, int Quarter) Of(DateOnly day)
    {
        var monthsIn = (day.Month - StartMonth + 12) % 12;
        var year = StartMonth > 1 && day.Month >= StartMonth ? day.Year + 1 : day.Year;
        return (year, (monthsIn / 3) + 1);
    }
}
