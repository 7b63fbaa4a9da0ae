namespace Copilot.Core;

/// <summary>How much of a batch lies at a site.</summary>
public sealed class Stock : Entity
{
    /// <summary>Key.</summary>
    public Id<Stock> Id { get; set; }

    /// <summary>The site.</summary>
    public Id<Warehouse> WarehouseId { get; set; }

    /// <summary>The product.</summary>
    public Id<Product> ProductId { get; set; }

    /// <summary>The batch.</summary>
    public Id<Batch> BatchId { get; set; }

    /// <summary>Units there.</summary>
    public int OnHand { get; set; }

    /// <summary>Units of them that are promised to orders.</summary>
    public int Allocated { get; set; }
}
