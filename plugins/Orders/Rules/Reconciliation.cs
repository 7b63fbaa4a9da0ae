using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>
/// The three-way match of an order line: ordered against shipped, shipped against invoiced and credited. Each cause gets the share that it has in
/// the difference, and no more: a credit note first settles what it can, and what is left is shared out in the order of the causes, so that the
/// shares never add up to more than the difference.
/// </summary>
internal static class Reconciliation
{
    /// <summary>The differences of a line and their causes.</summary>
    /// <param name="line">The line.</param>
    /// <param name="withBilling">False where invoices may not be seen: then only the delivery is compared.</param>
    public static LineDifference Of(LineTrail line, bool withBilling)
    {
        var zero = Money.Zero(line.UnitPrice.Currency);
        var delivery = line.OrderedValue - line.ShippedValue;
        var billing = withBilling ? line.InvoicedValue - line.CreditedValue - line.ShippedValue : zero;
        return new LineDifference(
            line, delivery, [.. Share(delivery, DeliveryCauses(line)), .. Substitutions(line)],
            billing, withBilling ? [.. Share(billing, BillingCauses(line)), .. InvoicedEarly(line)] : []);
    }

    /// <summary>
    /// Shares a difference out among causes: those that pull the other way are taken off the first ones, the rest get what is left of the
    /// difference in their order. A cause that was settled keeps a share of nought.
    /// </summary>
    internal static IEnumerable<ExplainedShare> Share(Money difference, IReadOnlyList<ExplainedShare> causes)
    {
        var sign = Math.Sign(difference.Minor);
        var left = Math.Abs(difference.Minor);
        foreach (var cause in causes.Where(cause => cause.Amount.Minor != 0))
        {
            var share = Math.Sign(cause.Amount.Minor) == sign ? Math.Min(left, Math.Abs(cause.Amount.Minor)) : 0;
            left -= share;

            // a credit that settles something is told by what it settled
            if (share != 0 || cause.Cause != DifferenceCause.Credited)
            {
                yield return cause with { Amount = new Money(sign * share, difference.Currency) };
            }
        }
    }

    private static List<ExplainedShare> DeliveryCauses(LineTrail line)
    {
        var rest = line.Ordered - line.Cancelled - line.Shipped;
        return
        [
            new(DifferenceCause.Cancelled, line.UnitPrice * line.Cancelled, $"{line.Cancelled} units cancelled"),
            new(rest < 0 ? DifferenceCause.SentTooMany : line.Closed ? DifferenceCause.ShortPick : DifferenceCause.StillToShip, line.UnitPrice * rest, rest < 0 ? $"{-rest} units too many" : $"{rest} units"),
        ];
    }

    private static IEnumerable<ExplainedShare> Substitutions(LineTrail line)
    {
        var units = line.Sent.Where(row => row.ProductId != line.ProductId).Sum(row => row.Quantity);
        return units == 0 ? [] : [new(DifferenceCause.Substitution, Money.Zero(line.UnitPrice.Currency), $"{units} units of another product")];
    }

    private static List<ExplainedShare> BillingCauses(LineTrail line)
    {
        var zero = Money.Zero(line.UnitPrice.Currency);
        var duplicates = Duplicates(line);
        var once = line.Billed.Except(duplicates, ReferenceEqualityComparer.Instance).Cast<BilledUnits>().ToList();
        var units = once.Sum(row => row.Quantity) - line.Shipped;
        var repriced = once.Where(row => row.UnitPrice != line.UnitPrice).ToList();
        var cause = units > 0
            ? line.Closed ? DifferenceCause.InvoicedMoreThanShipped : DifferenceCause.InvoicedBeforeShipped
            : line.Status == OrderStatus.Invoiced ? DifferenceCause.InvoicedLessThanShipped : DifferenceCause.NotYetInvoiced;
        var settled = line.Credited.Count > 0 ? $", credited by {Numbers(line.Credited.Select(row => row.CreditNote))}" : "";
        return
        [
            new(DifferenceCause.DuplicateInvoice, duplicates.Aggregate(zero, (sum, row) => sum + row.Amount), $"{Numbers(duplicates.Select(row => row.Invoice))}{settled}"),
            new(cause, line.UnitPrice * units, units > 0 ? $"{units} units on {Numbers(once.Select(row => row.Invoice))}{settled}" : $"{-units} units"),
            new(
                DifferenceCause.PriceChanged, repriced.Aggregate(zero, (sum, row) => sum + ((row.UnitPrice - line.UnitPrice) * row.Quantity)),
                $"{Numbers(repriced.Select(row => row.Invoice))}{settled}"),
            new(DifferenceCause.Credited, -line.CreditedValue, Numbers(line.Credited.Select(row => row.Reason.Length == 0 ? row.CreditNote : $"{row.CreditNote}: {row.Reason}"))),
        ];
    }

    /// <summary>Invoices of a shipment that was invoiced already; where no shipment is named, a later invoice of the same units for more than was ordered or sent.</summary>
    internal static IReadOnlyList<BilledUnits> Duplicates(LineTrail line)
    {
        var (seen, units, duplicates) = (new HashSet<Id<Shipment>>(), 0, new List<BilledUnits>());
        foreach (var row in line.Billed.OrderBy(row => row.IssuedOn).ThenBy(row => row.Invoice, StringComparer.Ordinal))
        {
            var again = row.ShipmentId is { } shipment
                ? !seen.Add(shipment)
                : units > 0 && units + row.Quantity > Math.Max(line.Ordered, line.Shipped) && line.Billed.Any(other => !ReferenceEquals(other, row) && other.Quantity == row.Quantity);
            if (again)
            {
                duplicates.Add(row);
            }
            else
            {
                units += row.Quantity;
            }
        }

        return duplicates;
    }

    // the units agree by now; the invoice was early all the same
    private static IEnumerable<ExplainedShare> InvoicedEarly(LineTrail line)
    {
        var left = line.Sent.ToLookup(row => row.ShipmentId, row => row.LeftOn);
        var early = line.Billed.Where(row => row.ShipmentId is { } id && left[id].Any() && row.IssuedOn < left[id].Min()).Select(row => row.Invoice).Distinct().ToList();
        return early.Count == 0 ? [] : [new(DifferenceCause.InvoicedBeforeShipped, Money.Zero(line.UnitPrice.Currency), Numbers(early))];
    }

    private static string Numbers(IEnumerable<string> numbers) => string.Join(", ", numbers.Distinct().Order(StringComparer.Ordinal));
}
