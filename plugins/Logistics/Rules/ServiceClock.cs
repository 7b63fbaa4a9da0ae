using Copilot.Core;

namespace Copilot.Plugins.Logistics.Rules;

/// <summary>
/// A site's service-level clock. What reaches the site by the cut-off of a working day counts for that day, what comes later for the next one; from
/// that cut-off the hours run, on working days only (24 of them a day by the clock on the wall, so that a day on which the clocks change is as long
/// as any other), weekends and the site's holidays aside. With a cut-off at 15:00 and 24 hours, Friday's orders are due on Monday at 15:00.
/// </summary>
internal sealed class ServiceClock(TimeZoneInfo zone, TimeOnly cutoff, int shipWithinHours, IReadOnlySet<DateOnly> holidays)
{
    private static readonly TimeSpan WholeDay = TimeSpan.FromHours(24);

    /// <summary>A site's clock.</summary>
    public static ServiceClock Of(Warehouse site, TimeZoneInfo zone, IEnumerable<WarehouseHoliday> holidays) =>
        new(zone, site.Cutoff, site.ShipWithinHours, holidays.Where(holiday => holiday.WarehouseId == site.Id).Select(holiday => holiday.Day).ToHashSet());

    /// <summary>The site's zone.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>The working day for which something that reaches the site at that instant counts.</summary>
    public DateOnly CountsFor(DateTimeOffset releasedAt)
    {
        var local = TimeZoneInfo.ConvertTime(releasedAt, zone).DateTime;
        var day = DateOnly.FromDateTime(local);
        return IsWorkingDay(day) && TimeOnly.FromDateTime(local) <= cutoff ? day : NextWorkingDay(day);
    }

    /// <summary>The instant by which it must have left.</summary>
    public DateTimeOffset DeadlineOf(DateTimeOffset releasedAt)
    {
        var day = CountsFor(releasedAt);
        var (hours, left) = (TimeSpan.FromHours(shipWithinHours), WholeDay - cutoff.ToTimeSpan());
        while (hours > left)
        {
            hours -= left;
            (day, left) = (NextWorkingDay(day), WholeDay);
        }

        return Instant(day.ToDateTime(TimeOnly.MinValue) + (WholeDay - left) + hours);
    }

    /// <summary>Whether the site works on a day.</summary>
    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

    /// <summary>The calendar day of an instant at the site.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>An instant as the clock at the site shows it.</summary>
    public string Show(DateTimeOffset instant) => $"{TimeZoneInfo.ConvertTime(instant, zone):yyyy-MM-dd HH:mm}";

    private DateOnly NextWorkingDay(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (!IsWorkingDay(day));
        return day;
    }

    /// <summary>The instant of a time on the wall: one that the clocks skip is put forward by what they skip, of one that they show twice the later counts.</summary>
    private DateTimeOffset Instant(DateTime local)
    {
        var offset = zone.IsInvalidTime(local)
            ? zone.GetUtcOffset(local.AddDays(-1))
            : zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Min() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
