using Copilot.Core;

namespace Copilot.Plugins.Orders;

/// <summary>All that belongs to one order.</summary>
internal sealed record OrderFile
{
    public required Order Order { get; init; }

    /// <summary>Who ordered; none when the record may not be seen.</summary>
    public Customer? Customer { get; init; }

    public Warehouse? Warehouse { get; init; }

    public ShipTo? ShipTo { get; init; }

    public required IReadOnlyList<OrderFileLine> Lines { get; init; }

    /// <summary>Holds, released ones included, newest first.</summary>
    public required IReadOnlyList<OrderHold> Holds { get; init; }

    public required IReadOnlyList<Shipment> Shipments { get; init; }

    /// <summary>Whether the asker sees invoices; else the units invoiced are unknown and stand at nought.</summary>
    public required bool SeesInvoices { get; init; }

    /// <summary>Holds that still stand.</summary>
    public IEnumerable<OrderHold> OpenHolds => Holds.Where(hold => hold.ReleasedOn is null);

    public Money Total => new(Order.TotalMinor, Order.Currency);

    public string CustomerName => Customer?.Name ?? "(customer not visible to you)";

    /// <summary>What of the order has not left, at its prices.</summary>
    public Money OpenValue => Lines.Aggregate(Money.Zero(Order.Currency), (sum, line) => sum + (new Money(line.Line.UnitPriceMinor, Order.Currency) * line.ToShip));

    /// <summary>The fault for an order that is not there or may not be seen.</summary>
    public static Fault NotFound { get; } = new("OR-001", "There is no such order, or it is not among those you may see. Check the number, or ask for the customer's orders.");
}

/// <summary>A line of an order with what happened to its units.</summary>
/// <param name="Line">The line.</param>
/// <param name="Product">Its product.</param>
/// <param name="Shipped">Units that left and did not come back, substitutes included.</param>
/// <param name="Substituted">Units among them of another product.</param>
/// <param name="Damaged">Units among them that arrived damaged.</param>
/// <param name="Invoiced">Units invoiced.</param>
internal sealed record OrderFileLine(OrderLine Line, Product Product, int Shipped, int Substituted, int Damaged, int Invoiced)
{
    /// <summary>Units still to be shipped.</summary>
    public int ToShip => Math.Max(0, Line.Quantity - Line.Cancelled - Shipped);
}
