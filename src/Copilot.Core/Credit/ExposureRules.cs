namespace Copilot.Core;

/// <summary>A line of an order that is neither invoiced nor cancelled, with what happened to its units.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="OrderNumber">Its number.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="Status">How far the order is.</param>
/// <param name="CreditHeld">Whether an unreleased hold for credit stands on it.</param>
/// <param name="UnitPrice">Price of one unit.</param>
/// <param name="Ordered">Units ordered.</param>
/// <param name="Cancelled">Units of them cancelled.</param>
/// <param name="Shipped">Units that left a site and did not come back.</param>
/// <param name="Invoiced">Units invoiced.</param>
public sealed record ExposureLine(
    Id<Order> OrderId, string OrderNumber, Id<Customer> CustomerId, OrderStatus Status, bool CreditHeld, Money UnitPrice, int Ordered, int Cancelled, int Shipped, int Invoiced);

/// <summary>
/// The credit exposure's formula, line by line: open items + shipped not invoiced + confirmed not shipped − unapplied cash. It is the usual
/// credit check of order-to-cash (open receivables, deliveries not billed, open order value). No unit counts twice: a unit that is invoiced
/// stands in the open items whether or not it has left.
/// </summary>
public static class ExposureRules
{
    /// <summary>(shipped − invoiced, never below nought) × unit price.</summary>
    public static Money ShippedNotInvoiced(ExposureLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.UnitPrice * Math.Max(0, line.Shipped - line.Invoiced);
    }

    /// <summary>(ordered − cancelled − the greater of shipped and invoiced, never below nought) × unit price.</summary>
    public static Money NotShipped(ExposureLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.UnitPrice * Math.Max(0, line.Ordered - line.Cancelled - Math.Max(line.Shipped, line.Invoiced));
    }

    /// <summary>
    /// Why the units that have not left do not count; nothing when they do. Orders held for credit and orders not confirmed go nowhere yet;
    /// an order that has shipped short is closed. Orders held for another reason count: they are promised and will go.
    /// </summary>
    public static ExposureWaitReason? WaitReason(OrderStatus status, bool creditHeld) => status switch
    {
        _ when creditHeld => ExposureWaitReason.OnCreditHold,
        OrderStatus.Unconfirmed => ExposureWaitReason.NotConfirmed,
        OrderStatus.Shipped or OrderStatus.Delivered => ExposureWaitReason.ShippedShort,
        OrderStatus.Confirmed or OrderStatus.OnHold or OrderStatus.Backordered or OrderStatus.Picking => null,
        OrderStatus.Invoiced or OrderStatus.Cancelled => throw new ArgumentOutOfRangeException(nameof(status), status, "Orders that are invoiced or cancelled have no exposure of their own."),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    /// <summary>What the lines of one order or many add to the exposure, one item an order and part, and what of them waits.</summary>
    public static (IReadOnlyList<ExposureItem> Items, IReadOnlyList<ExposureWaiting> Waiting) Of(IEnumerable<ExposureLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var (items, waiting) = (new List<ExposureItem>(), new List<ExposureWaiting>());
        foreach (var order in lines.GroupBy(line => line.OrderId))
        {
            var first = order.First();
            var zero = Money.Zero(first.UnitPrice.Currency);
            var shipped = order.Aggregate(zero, (sum, line) => sum + ShippedNotInvoiced(line));
            var toShip = order.Aggregate(zero, (sum, line) => sum + NotShipped(line));
            if (shipped.Minor > 0)
            {
                items.Add(new ExposureItem(ExposurePart.ShippedNotInvoiced, first.OrderNumber, shipped));
            }

            if (toShip.Minor > 0 && WaitReason(first.Status, first.CreditHeld) is { } reason)
            {
                waiting.Add(new ExposureWaiting(first.OrderId, first.OrderNumber, reason, toShip));
            }
            else if (toShip.Minor > 0)
            {
                items.Add(new ExposureItem(ExposurePart.ConfirmedNotShipped, first.OrderNumber, toShip));
            }
        }

        return (items, waiting);
    }
}
