namespace Copilot.Core;

/// <summary>How far a shipment is.</summary>
public enum ShipmentStatus
{
    /// <summary>At the site.</summary>
    Released,

    /// <summary>Being picked.</summary>
    Picking,

    /// <summary>Packed.</summary>
    Packed,

    /// <summary>With the carrier.</summary>
    InTransit,

    /// <summary>Arrived.</summary>
    Delivered,

    /// <summary>Came back.</summary>
    Returned,
}
