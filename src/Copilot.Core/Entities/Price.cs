namespace Copilot.Core;

/// <summary>A price: of the list, or agreed with one customer.</summary>
public sealed class Price : Entity
{
    /// <summary>Key.</summary>
    public Id<Price> Id { get; set; }

    /// <summary>The product.</summary>
    public Id<Product> ProductId { get; set; }

    /// <summary>The customer it is agreed with; none for the list price.</summary>
    public Id<Customer>? CustomerId { get; set; }

    /// <summary>Its currency.</summary>
    public CurrencyCode Currency { get; set; }

    /// <summary>Unit price in minor units.</summary>
    public long PriceMinor { get; set; }

    /// <summary>First day.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>Last day; none for open.</summary>
    public DateOnly? ValidTo { get; set; }
}
