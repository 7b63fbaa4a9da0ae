using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>What became of an order line: ordered, sent, invoiced, credited.</summary>
internal sealed record LineTrail
{
    public required Id<Order> OrderId { get; init; }

    public required string OrderNumber { get; init; }

    public required int LineNo { get; init; }

    public required Id<Customer> CustomerId { get; init; }

    public required Id<Product> ProductId { get; init; }

    public required OrderStatus Status { get; init; }

    public required DateOnly OrderedOn { get; init; }

    public required Money UnitPrice { get; init; }

    public required int Ordered { get; init; }

    public required int Cancelled { get; init; }

    public IReadOnlyList<SentUnits> Sent { get; init; } = [];

    public IReadOnlyList<BilledUnits> Billed { get; init; } = [];

    public IReadOnlyList<CreditedUnits> Credited { get; init; } = [];

    public string Name => $"{OrderNumber} line {LineNo}";

    public int Shipped => Sent.Sum(row => row.Quantity);

    public int Invoiced => Billed.Sum(row => row.Quantity);

    public Money OrderedValue => UnitPrice * Ordered;

    public Money ShippedValue => UnitPrice * Shipped;

    public Money InvoicedValue => Billed.Aggregate(Money.Zero(UnitPrice.Currency), (sum, row) => sum + row.Amount);

    public Money CreditedValue => Credited.Aggregate(Money.Zero(UnitPrice.Currency), (sum, row) => sum + row.Amount);

    /// <summary>Whether nothing more is to be sent.</summary>
    public bool Closed => Status is OrderStatus.Shipped or OrderStatus.Delivered or OrderStatus.Invoiced or OrderStatus.Cancelled;
}

/// <summary>Units sent in one shipment; days on the site's clock.</summary>
internal sealed record SentUnits(Id<Shipment> ShipmentId, Id<Product> ProductId, int Quantity, DateOnly LeftOn)
{
    /// <summary>The day on which they arrived; none while they have not.</summary>
    public DateOnly? DeliveredOn { get; init; }

    /// <summary>Units of them that arrived damaged.</summary>
    public int Damaged { get; init; }
}

/// <summary>Units on one invoice.</summary>
internal sealed record BilledUnits(string Invoice, Id<Shipment>? ShipmentId, DateOnly IssuedOn, int Quantity, Money UnitPrice, Money Amount);

/// <summary>Units, or an amount alone, on one credit note.</summary>
internal sealed record CreditedUnits(string CreditNote, int Quantity, Money Amount)
{
    /// <summary>Why, as noted on it.</summary>
    public string Reason { get; init; } = "";
}
