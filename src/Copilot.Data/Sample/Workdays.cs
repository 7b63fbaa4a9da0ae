namespace Copilot.Data.Sample;

/// <summary>Reckoning in working days: Monday to Friday, except the days on which the whole trade stands still.</summary>
internal static class Workdays
{
    public static bool IsWeekday(this DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    public static bool IsWorkday(this DateOnly day) => day.IsWeekday() && (day.Month, day.Day) is not ((12, 25) or (12, 26) or (1, 1));

    /// <summary>The day itself, or the first working day after it.</summary>
    public static DateOnly WorkdayFrom(this DateOnly day)
    {
        while (!day.IsWorkday())
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The day itself, or the last working day before it.</summary>
    public static DateOnly WorkdayUntil(this DateOnly day)
    {
        while (!day.IsWorkday())
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>So many working days later, or earlier.</summary>
    public static DateOnly AddWorkdays(this DateOnly day, int count)
    {
        var step = count < 0 ? -1 : 1;
        for (var left = Math.Abs(count); left > 0; left--)
        {
            do
            {
                day = day.AddDays(step);
            }
            while (!day.IsWorkday());
        }

        return day;
    }

    /// <summary>The earlier of two days.</summary>
    public static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>The later of two days.</summary>
    public static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
