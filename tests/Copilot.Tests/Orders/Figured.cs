using Copilot.Core;
using Copilot.Data.Sample;

namespace Copilot.Tests.Orders;

/// <summary>Figures worked out in plain code over the sample's rows, beside the database and the product's own rules.</summary>
internal static class Figured
{
    public static int Shipped(SampleRecords records, OrderLine line)
    {
        var left = records.Shipments.Where(row => row.OrderId == line.OrderId && row.ShippedAt is not null && row.Status != ShipmentStatus.Returned).Select(row => row.Id).ToHashSet();
        return records.ShipmentLines.Where(row => row.OrderLineId == line.Id && left.Contains(row.ShipmentId)).Sum(row => row.Quantity);
    }

    public static int Invoiced(SampleRecords records, OrderLine line) => records.InvoiceLines.Where(row => row.OrderLineId == line.Id).Sum(row => row.Quantity);

    /// <summary>Open invoices − open credits + shipped not invoiced + confirmed not shipped − unapplied cash, in the one currency of a sample customer.</summary>
    public static long ExposureMinor(SampleRecords records, Id<Customer> customer)
    {
        var exposure = records.Invoices.Where(row => row.CustomerId == customer).Sum(row => row.OpenMinor)
            - records.CreditNotes.Where(row => row.CustomerId == customer).Sum(row => row.OpenMinor)
            - records.Payments.Where(row => row.CustomerId == customer).Sum(row => row.UnappliedMinor);
        foreach (var order in records.Orders.Where(row => row.CustomerId == customer && row.Status is not (OrderStatus.Invoiced or OrderStatus.Cancelled)))
        {
            var counts = !OnCreditHold(records, order) && order.Status is OrderStatus.Confirmed or OrderStatus.Backordered or OrderStatus.Picking or OrderStatus.OnHold;
            foreach (var line in records.OrderLines.Where(row => row.OrderId == order.Id))
            {
                var (shipped, invoiced) = (Shipped(records, line), Invoiced(records, line));
                exposure += Math.Max(0, shipped - invoiced) * line.UnitPriceMinor;
                exposure += counts && !OnCreditHold(records, order) ? Math.Max(0, line.Quantity - line.Cancelled - Math.Max(shipped, invoiced)) * line.UnitPriceMinor : 0;
            }
        }

        return exposure;
    }

    /// <summary>What an order adds to the exposure when it goes: nought when it is counted already.</summary>
    public static long NotCounted(SampleRecords records, Order order) => OnCreditHold(records, order) || order.Status == OrderStatus.Unconfirmed
        ? records.OrderLines.Where(row => row.OrderId == order.Id).Sum(line => Math.Max(0, line.Quantity - line.Cancelled - Math.Max(Shipped(records, line), Invoiced(records, line))) * line.UnitPriceMinor)
        : 0;

    public static bool OnCreditHold(SampleRecords records, Order order) => records.OrderHolds.Exists(row => row.OrderId == order.Id && row is { Reason: HoldReason.Credit, ReleasedOn: null });

    public static decimal Rate(SampleRecords records, CurrencyCode currency, DateOnly day) => currency == CurrencyCode.Eur
        ? 1
        : records.ExchangeRates.Where(rate => rate.Currency == currency && rate.Day <= day).MaxBy(rate => rate.Day)!.BasePerUnit;

    /// <summary>Amounts added up by currency, each subtotal converted at the day's rate and rounded.</summary>
    public static decimal InBase(SampleRecords records, IEnumerable<(long Minor, CurrencyCode Currency)> amounts, DateOnly day) => amounts.GroupBy(amount => amount.Currency)
        .Sum(group => decimal.Round(group.Sum(amount => amount.Minor) / 100m * Rate(records, group.Key, day), 2, MidpointRounding.AwayFromZero));
}
