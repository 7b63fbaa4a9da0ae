namespace Copilot.Core;

/// <summary>What a shipment holds of an order line.</summary>
public sealed class ShipmentLine : Entity
{
    /// <summary>Key.</summary>
    public Id<ShipmentLine> Id { get; set; }

    /// <summary>The shipment.</summary>
    public Id<Shipment> ShipmentId { get; set; }

    /// <summary>The order line.</summary>
    public Id<OrderLine> OrderLineId { get; set; }

    /// <summary>The product sent: another than ordered is a substitution.</summary>
    public Id<Product> ProductId { get; set; }

    /// <summary>Its batch.</summary>
    public Id<Batch>? BatchId { get; set; }

    /// <summary>Units sent.</summary>
    public int Quantity { get; set; }

    /// <summary>Units of them that arrived damaged.</summary>
    public int Damaged { get; set; }
}
