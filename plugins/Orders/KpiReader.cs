using Copilot.Core;
using Copilot.Plugins.Orders.Rules;

namespace Copilot.Plugins.Orders;

/// <summary>The orders measured for a run of days, and those that are not, with the reason.</summary>
internal sealed record MeasuredOrders(IReadOnlyList<OrderPerformance> Orders, IReadOnlyList<LeftOut> LeftOut);

/// <summary>Reads the orders whose delivery is measured.</summary>
internal static class KpiReader
{
    /// <summary>Orders whose day lies in the run and has passed, or that are delivered; not cancelled ones.</summary>
    /// <param name="context">Whose turn.</param>
    /// <param name="days">The run of days.</param>
    /// <param name="customer">One customer's, or everyone's.</param>
    /// <param name="withInvoices">Whether invoices are looked at; without them no order can be called perfect.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<MeasuredOrders> MeasuredAsync(this FunctionContext context, DateRange days, Id<Customer>? customer, bool withInvoices, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        var (from, to) = (days.From, days.To);
        var whose = read.Orders.Where(order => customer == null || order.CustomerId == customer);
        var due = whose.Where(order => (order.PromisedOn ?? order.RequestedOn) >= from && (order.PromisedOn ?? order.RequestedOn) <= to);
        var measured = due.Where(order => order.Status != OrderStatus.Cancelled && ((order.PromisedOn ?? order.RequestedOn) < today || order.DeliveredOn != null));
        var rows = await read.ListAsync(OrderRow.Of(measured.OrderBy(order => order.Number)), cancellationToken);
        var lines = (await context.TrailsAsync(measured, rows, withInvoices, cancellationToken)).ToLookup(line => line.OrderId);
        (string Reason, IQueryable<Order> Orders)[] left =
        [
            ("cancelled", due.Where(order => order.Status == OrderStatus.Cancelled)),
            ("not due yet and not delivered", due.Where(order => order.Status != OrderStatus.Cancelled && (order.PromisedOn ?? order.RequestedOn) >= today && order.DeliveredOn == null)),
            ("ordered in the period without a promised or requested day", whose.Where(order => order.PromisedOn == null && order.RequestedOn == null && order.OrderedOn >= from && order.OrderedOn <= to)),
        ];
        var leftOut = new List<LeftOut>();
        foreach (var (reason, orders) in left)
        {
            if (await read.CountAsync(orders, cancellationToken) is > 0 and var count)
            {
                leftOut.Add(new LeftOut(reason, count, null));
            }
        }

        return new MeasuredOrders([.. rows.Select(row => new OrderPerformance(row, lines[row.Id], withInvoices))], leftOut);
    }
}
