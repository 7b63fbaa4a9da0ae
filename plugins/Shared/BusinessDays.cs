namespace Copilot.Plugins.Shared;

/// <summary>Working days, Monday to Friday; public holidays differ by country and are not counted.</summary>
internal static class BusinessDays
{
    /// <summary>Working days after <paramref name="from"/> up to and with <paramref name="to"/>: Friday to Monday is 1. Nought when <paramref name="to"/> is not later.</summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        if (to <= from)
        {
            return 0;
        }

        var days = to.DayNumber - from.DayNumber;
        var count = days / 7 * 5;
        for (var day = from.AddDays((days / 7 * 7) + 1); day <= to; day = day.AddDays(1))
        {
            count += IsWorking(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The day itself when it is a working day, else the next one.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorking(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static bool IsWorking(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
