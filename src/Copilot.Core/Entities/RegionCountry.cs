namespace Copilot.Core;

/// <summary>Which countries make up a sales region.</summary>
public sealed class RegionCountry : Entity
{
    /// <summary>Key.</summary>
    public Id<RegionCountry> Id { get; set; }

    /// <summary>The region's code, as "DACH".</summary>
    public string Region { get; set; } = "";

    /// <summary>ISO 3166 alpha-2.</summary>
    public string Country { get; set; } = "";
}
