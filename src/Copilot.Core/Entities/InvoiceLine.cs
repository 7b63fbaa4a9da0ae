namespace Copilot.Core;

/// <summary>A line of an invoice.</summary>
public sealed class InvoiceLine : Entity
{
    /// <summary>Key.</summary>
    public Id<InvoiceLine> Id { get; set; }

    /// <summary>The invoice.</summary>
    public Id<Invoice> InvoiceId { get; set; }

    /// <summary>The order line.</summary>
    public Id<OrderLine>? OrderLineId { get; set; }

    /// <summary>The product.</summary>
    public Id<Product> ProductId { get; set; }

    /// <summary>Units invoiced.</summary>
    public int Quantity { get; set; }

    /// <summary>Unit price in minor units.</summary>
    public long UnitPriceMinor { get; set; }

    /// <summary>Quantity × unit price.</summary>
    public long AmountMinor { get; set; }
}
