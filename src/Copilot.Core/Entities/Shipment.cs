namespace Copilot.Core;

/// <summary>A consignment that left, or is to leave, a site.</summary>
public sealed class Shipment : Entity
{
    /// <summary>Key.</summary>
    public Id<Shipment> Id { get; set; }

    /// <summary>Natural key: "SHP-60020".</summary>
    public string Number { get; set; } = "";

    /// <summary>The order it belongs to.</summary>
    public Id<Order> OrderId { get; set; }

    /// <summary>The site.</summary>
    public Id<Warehouse> WarehouseId { get; set; }

    /// <summary>How far it is.</summary>
    public ShipmentStatus Status { get; set; }

    /// <summary>Carrier used.</summary>
    public string? Carrier { get; set; }

    /// <summary>Carrier that the routing guide asks for.</summary>
    public string? CarrierAsked { get; set; }

    /// <summary>The carrier's number.</summary>
    public string? TrackingNumber { get; set; }

    /// <summary>Cartons.</summary>
    public int Cartons { get; set; }

    /// <summary>When the order reached the site.</summary>
    public DateTimeOffset ReleasedAt { get; set; }

    /// <summary>When it left.</summary>
    public DateTimeOffset? ShippedAt { get; set; }

    /// <summary>Delivery day promised.</summary>
    public DateOnly? PromisedOn { get; set; }

    /// <summary>Delivery day.</summary>
    public DateOnly? DeliveredOn { get; set; }
}
