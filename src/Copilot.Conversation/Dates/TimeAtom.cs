using System.Globalization;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What a time expression names.</summary>
internal enum TimeShape
{
    /// <summary>A canonical period, or a day counted from today.</summary>
    Fixed,

    /// <summary>A day of a month.</summary>
    Day,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A fiscal quarter.</summary>
    Quarter,

    /// <summary>Half a fiscal year.</summary>
    Half,

    /// <summary>A fiscal year.</summary>
    Year,

    /// <summary>A day of the week.</summary>
    Weekday,

    /// <summary>A day of whatever month is meant.</summary>
    DayOfMonth,

    /// <summary>The day after the fourth Thursday of November.</summary>
    BlackFriday,
}

/// <summary>One time expression before its year is known.</summary>
internal sealed record TimeAtom(int First, int End, TimeShape Shape)
{
    /// <summary>The year, where it was said.</summary>
    public int? Year { get; init; }

    /// <summary>Month, quarter, half or weekday.</summary>
    public int Number { get; init; }

    /// <summary>Day of the month.</summary>
    public int Day { get; init; }

    /// <summary>The value of a fixed expression.</summary>
    public TimeValue Value { get; init; }

    /// <summary>For "in the next 14 days": the days.</summary>
    public int? NextDays { get; init; }

    /// <summary>Whether it is a point in time.</summary>
    public bool Point { get; init; }

    /// <summary>The value on a day, with the year that the leaning chooses; not before <paramref name="after"/>.</summary>
    public TimeValue Resolve(in TimeFrame frame, Leaning leaning, DateOnly? after = null) => Shape switch
    {
        TimeShape.Fixed => Value,
        TimeShape.Year => Of(Text(Year ?? frame.Today.Year), frame),
        TimeShape.Weekday => Weekday(frame.Today, leaning),
        TimeShape.DayOfMonth => DayOfMonth(frame.Today, leaning),
        _ => WithYear(frame, leaning, after),
    };

    /// <summary>A canonical period as a value; its date is its last day.</summary>
    public static TimeValue Of(string period, in TimeFrame frame)
    {
        var days = frame.Days(period);
        return new TimeValue(Period.Of(period).Token, days.To, days.From, days.To);
    }

    /// <summary>One day as a value.</summary>
    public static TimeValue Of(DateOnly day) => new(new DateRange(day, day).ToString(), day, day, day);

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    private TimeValue WithYear(in TimeFrame frame, Leaning leaning, DateOnly? after)
    {
        if (Year is { } known)
        {
            return At(known, frame);
        }

        var year = Shape is TimeShape.Quarter or TimeShape.Half ? frame.Fiscal.Of(frame.Today).Year : frame.Today.Year;
        if (after is { } floor)
        {
            var first = At(floor.Year, frame);
            return first.To >= floor ? first : At(floor.Year + 1, frame);
        }

        var value = At(year, frame);
        return leaning switch
        {
            Leaning.Past when value.From > frame.Today => At(year - 1, frame),
            Leaning.Future when value.To < frame.Today => At(year + 1, frame),
            _ => value,
        };
    }

    private TimeValue At(int year, in TimeFrame frame)
    {
        switch (Shape)
        {
            case TimeShape.Month:
                return Of(string.Create(CultureInfo.InvariantCulture, $"{year}-{Number:00}"), frame);
            case TimeShape.Quarter:
                return Of(string.Create(CultureInfo.InvariantCulture, $"{year}-Q{Number}"), frame);
            case TimeShape.Half:
                var (from, to) = (frame.Fiscal.Quarter(year, (Number * 2) - 1).From, frame.Fiscal.Quarter(year, Number * 2).To);
                return new TimeValue(new DateRange(from, to).ToString(), to, from, to);
            case TimeShape.BlackFriday:
                var first = new DateOnly(year, 11, 1);
                return Of(first.AddDays(((DayOfWeek.Thursday - first.DayOfWeek + 7) % 7) + 22));
            default:
                // the 29th of February without a year falls to the 28th where there is none
                return Of(new DateOnly(year, Number, Math.Min(Day, DateTime.DaysInMonth(year, Number))));
        }
    }

    private TimeValue DayOfMonth(DateOnly today, Leaning leaning)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var here = month.AddDays(Math.Min(Day, DateTime.DaysInMonth(month.Year, month.Month)) - 1);
        month = leaning == Leaning.Future && here < today ? month.AddMonths(1) : leaning == Leaning.Past && here > today ? month.AddMonths(-1) : month;
        return Of(month.AddDays(Math.Min(Day, DateTime.DaysInMonth(month.Year, month.Month)) - 1));
    }

    private TimeValue Weekday(DateOnly today, Leaning leaning)
    {
        var iso = ((int)today.DayOfWeek + 6) % 7 + 1;
        var ahead = (Number - iso + 7) % 7;
        return leaning == Leaning.Future
            ? Of(today.AddDays(ahead == 0 ? 7 : ahead))
            : Of(today.AddDays(ahead == 0 ? 0 : ahead - 7));
    }
}
