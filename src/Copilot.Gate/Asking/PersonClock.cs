using System.Globalization;
using Copilot.Core;

namespace Copilot.Gate;

/// <summary>The clock on a person's own wall.</summary>
internal static class PersonClock
{
    /// <summary>A person's zone; UTC where theirs is not known on this machine.</summary>
    public static TimeZoneInfo Zone(Person person) => TimeZoneInfo.TryFindSystemTimeZoneById(person.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The day that it is where a person is.</summary>
    public static DateOnly Today(Person person, DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zone(person)).DateTime);

    /// <summary>A day as it is read: 5 December 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
