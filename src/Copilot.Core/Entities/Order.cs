namespace Copilot.Core;

/// <summary>A customer's order.</summary>
public sealed class Order : Entity
{
    /// <summary>Key.</summary>
    public Id<Order> Id { get; set; }

    /// <summary>Natural key: "SO-10482".</summary>
    public string Number { get; set; } = "";

    /// <summary>Who ordered.</summary>
    public Id<Customer> CustomerId { get; set; }

    /// <summary>The customer's own purchase order number.</summary>
    public string? CustomerPo { get; set; }

    /// <summary>Wholesale or web shop.</summary>
    public Channel Channel { get; set; }

    /// <summary>The site that ships it.</summary>
    public Id<Warehouse>? WarehouseId { get; set; }

    /// <summary>Where it goes.</summary>
    public Id<ShipTo>? ShipToId { get; set; }

    /// <summary>Day of the order.</summary>
    public DateOnly OrderedOn { get; set; }

    /// <summary>Delivery day the customer asked for.</summary>
    public DateOnly? RequestedOn { get; set; }

    /// <summary>Delivery day confirmed to the customer.</summary>
    public DateOnly? PromisedOn { get; set; }

    /// <summary>Day of the last delivery, once complete.</summary>
    public DateOnly? DeliveredOn { get; set; }

    /// <summary>Day of cancellation.</summary>
    public DateOnly? CancelledOn { get; set; }

    /// <summary>How far it is.</summary>
    public OrderStatus Status { get; set; }

    /// <summary>Currency of its prices.</summary>
    public CurrencyCode Currency { get; set; }

    /// <summary>Sum of its lines in minor units.</summary>
    public long TotalMinor { get; set; }

    /// <summary>Payment terms on the order.</summary>
    public int PaymentTermsDays { get; set; }

    /// <summary>Free text.</summary>
    public string? Note { get; set; }
}
