namespace Copilot.Plugins.Shared;

/// <summary>The clock of a site.</summary>
internal static class SiteZone
{
    /// <summary>The zone of an IANA name; nothing when this machine does not know it.</summary>
    public static TimeZoneInfo? Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>The calendar day of an instant on that clock.</summary>
    public static DateOnly Day(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
