namespace Copilot.Core;

/// <summary>A site of a third-party logistics partner.</summary>
public sealed class Warehouse : Entity
{
    /// <summary>Key.</summary>
    public Id<Warehouse> Id { get; set; }

    /// <summary>Natural key: "VEN".</summary>
    public string Code { get; set; } = "";

    /// <summary>Name of the place.</summary>
    public string Name { get; set; } = "";

    /// <summary>The partner that runs it.</summary>
    public string Partner { get; set; } = "";

    /// <summary>ISO 3166 alpha-2.</summary>
    public string Country { get; set; } = "";

    /// <summary>IANA zone of the site's clock.</summary>
    public string TimeZone { get; set; } = "";

    /// <summary>Orders released by then, site time, count for the day.</summary>
    public TimeOnly Cutoff { get; set; }

    /// <summary>Service level: hours of working days from the cut-off to dispatch.</summary>
    public int ShipWithinHours { get; set; }
}
