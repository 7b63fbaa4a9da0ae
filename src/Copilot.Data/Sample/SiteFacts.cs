namespace Copilot.Data.Sample;

/// <summary>A logistics partner's site.</summary>
internal sealed record SiteFact(
    string Code, string Name, string Partner, string Country, string TimeZone, TimeOnly Cutoff, int ShipWithinHours, string[] Carriers);

/// <summary>The three sites, and which customers each serves.</summary>
internal static class SiteFacts
{
    public static readonly IReadOnlyList<SiteFact> Sites =
    [
        new("DAV", "Daventry", "Midland Fulfilment", "GB", "Europe/London", new(14, 0), 24, ["Northline Freight", "Pennine Parcel"]),
        new("VEN", "Venlo", "Maas Logistics", "NL", "Europe/Amsterdam", new(15, 0), 24, ["Maasvracht", "Lindenroute Cargo"]),
        new("RNO", "Reno", "Sierra Distribution", "US", "America/Los_Angeles", new(13, 0), 48, ["Cascade Haulage", "Bluebird Parcel"]),
    ];

    /// <summary>The site that ships to a country.</summary>
    public static string For(string country) => country switch
    {
        "GB" or "IE" => "DAV",
        "US" => "RNO",
        _ => "VEN",
    };

    /// <summary>Working days on the road.</summary>
    public static int TransitDays(string country) => country switch
    {
        "GB" or "NL" or "BE" or "LU" => 1,
        "DE" or "FR" => 2,
        "IE" or "AT" or "CH" or "IT" or "PL" => 3,
        _ => 4,
    };
}
