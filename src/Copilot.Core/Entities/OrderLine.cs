namespace Copilot.Core;

/// <summary>A line of an order.</summary>
public sealed class OrderLine : Entity
{
    /// <summary>Key.</summary>
    public Id<OrderLine> Id { get; set; }

    /// <summary>The order.</summary>
    public Id<Order> OrderId { get; set; }

    /// <summary>1, 2, 3, …</summary>
    public int LineNo { get; set; }

    /// <summary>The product.</summary>
    public Id<Product> ProductId { get; set; }

    /// <summary>Units ordered.</summary>
    public int Quantity { get; set; }

    /// <summary>Unit price in minor units.</summary>
    public long UnitPriceMinor { get; set; }

    /// <summary>Quantity × unit price.</summary>
    public long AmountMinor { get; set; }

    /// <summary>Units of it that were cancelled.</summary>
    public int Cancelled { get; set; }
}
