namespace Copilot.Core;

/// <summary>A day on which a site does not work, weekends aside.</summary>
public sealed class WarehouseHoliday : Entity
{
    /// <summary>Key.</summary>
    public Id<WarehouseHoliday> Id { get; set; }

    /// <summary>The site.</summary>
    public Id<Warehouse> WarehouseId { get; set; }

    /// <summary>The day.</summary>
    public DateOnly Day { get; set; }

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";
}
