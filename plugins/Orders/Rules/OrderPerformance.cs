using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>
/// How one order was served. Its day is the delivery day promised, else the one requested; the tolerance is none: a day late is late, early is
/// on time. Units are compared with the quantity ordered, also where a rest was cancelled after a short shipment, since otherwise every short
/// shipment would count as full; a line of which nothing was sent and all was cancelled does not count.
/// </summary>
internal sealed class OrderPerformance
{
    private readonly IReadOnlyList<LineTrail> _lines;

    /// <summary>How an order with those lines was served.</summary>
    public OrderPerformance(OrderRow order, IEnumerable<LineTrail> lines, bool seesInvoices)
    {
        (Order, SeesInvoices) = (order, seesInvoices);
        _lines = [.. lines.Where(line => line.Cancelled < line.Ordered || line.Sent.Count > 0)];
        DueOn = order.DueOn ?? throw new ArgumentException($"{order.Number} has no day to be measured by.", nameof(order));
    }

    public OrderRow Order { get; }

    public DateOnly DueOn { get; }

    public bool SeesInvoices { get; }

    /// <summary>Whether it is known what was sent: an order that counts as delivered without a shipment on record says nothing about quantities.</summary>
    public bool QuantitiesKnown => _lines.Count > 0 && (!Lateness.IsComplete(Order.Status, Order.DeliveredOn) || _lines.Any(line => line.Sent.Count > 0));

    /// <summary>All of it delivered on or before its day.</summary>
    public bool OnTime => Order.DeliveredOn is { } day && day <= DueOn;

    /// <summary>The lines that count, by name.</summary>
    public IEnumerable<string> LineNames => _lines.Select(line => line.Name);

    /// <summary>Lines of which every unit ordered, of the product ordered, arrived on or before the day.</summary>
    public IEnumerable<string> LinesOnTimeInFull => _lines.Where(IsOnTimeInFull).Select(line => line.Name);

    /// <summary>Every line on time in full.</summary>
    public bool OnTimeInFull => _lines.Count > 0 && _lines.All(IsOnTimeInFull);

    /// <summary>Units ordered.</summary>
    public int UnitsOrdered => _lines.Sum(line => line.Ordered);

    /// <summary>Units of the product ordered that left on or before the day, at most as many as ordered, a line at a time.</summary>
    public int UnitsFilled => _lines.Sum(line => Math.Min(line.Ordered, Right(line).Where(sent => sent.LeftOn <= DueOn).Sum(sent => sent.Quantity)));

    /// <summary>Whether anything was sent.</summary>
    public bool Sent => _lines.Any(line => line.Sent.Count > 0);

    /// <summary>Nothing was sent that was not ordered, no line beyond its quantity, nothing arrived damaged.</summary>
    public bool Accurate => _lines.All(line => line.Sent.All(sent => sent.ProductId == line.ProductId && sent.Damaged == 0) && line.Shipped <= line.Ordered);

    /// <summary>What was invoiced so far agrees with what was sent at the order's price, and nothing had to be credited.</summary>
    public bool InvoicedRight => _lines.All(line => line.Billed.Count == 0 || (line.Credited.Count == 0 && line.InvoicedValue == line.ShippedValue));

    /// <summary>On time, in full, accurate, and invoiced right where invoices may be seen.</summary>
    public bool Perfect => OnTimeInFull && Accurate && (!SeesInvoices || InvoicedRight);

    /// <summary>Calendar days from the order day to the day of the last delivery; none before that.</summary>
    public int? CycleDays => Order.DeliveredOn is { } day ? day.DayNumber - Order.OrderedOn.DayNumber : null;

    private bool IsOnTimeInFull(LineTrail line) => Right(line).Where(sent => sent.DeliveredOn <= DueOn).Sum(sent => sent.Quantity) >= line.Ordered;

    private static IEnumerable<SentUnits> Right(LineTrail line) => line.Sent.Where(sent => sent.ProductId == line.ProductId);
}
