namespace Copilot.Core;

/// <summary>Hours of the day and days of the week in which something rests, on somebody's own clock.</summary>
/// <param name="From">When the rest begins.</param>
/// <param name="Until">When it ends; the same as <paramref name="From"/> where no hours are at rest.</param>
/// <param name="Days">Days that are at rest as a whole; never all of them.</param>
public sealed record RestHours(TimeOnly From, TimeOnly Until, IReadOnlySet<DayOfWeek> Days)
{
    /// <summary>When the rest that holds at an instant ends; nothing where none holds.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="zone">Whose clock.</param>
    public DateTimeOffset? EndsAt(DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var end = local;
        while (Next(end) is { } next)
        {
            end = next;
        }

        return end == local ? null : Instant(end, zone);
    }

    // where the quiet of that moment ends by itself: of the day, or of the night, which may run over midnight
    private DateTime? Next(DateTime at)
    {
        var (day, time) = (at.Date, TimeOnly.FromDateTime(at));
        return Days.Contains(at.DayOfWeek) ? day.AddDays(1)
            : From == Until ? null
            : From < Until ? (time >= From && time < Until ? day + Until.ToTimeSpan() : null)
            : time >= From ? day.AddDays(1) + Until.ToTimeSpan()
            : time < Until ? day + Until.ToTimeSpan()
            : null;
    }

    // an hour that a change of the clocks leaves out is the hour after it
    private static DateTimeOffset Instant(DateTime local, TimeZoneInfo zone)
    {
        var real = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(real, zone.GetUtcOffset(real)).ToUniversalTime();
    }
}
