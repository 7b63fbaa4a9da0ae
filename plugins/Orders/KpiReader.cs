using Copilot.Core;
using Copilot.Plugins.Orders.Rules;

namespace Copilot.Plugins.Orders;

/// <summary>The orders measured for a run of days, and those that are not, with the reason.</summary>
internal sealed record MeasuredOrders(IReadOnlyList<OrderPerformance> Orders, IReadOnlyDictionary<Id<Order>, Channel> Channels, IReadOnlyList<LeftOut> LeftOut);

/// <summary>Reads the orders whose delivery is measured.</summary>
internal static class KpiReader
{
    /// <summary>Orders whose day lies in the run and has passed, or that are delivered; not cancelled ones.</summary>
    public static async Task<MeasuredOrders> MeasuredAsync(this FunctionContext context, DateRange days, Id<Customer>? customer, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        var (from, to) = (days.From, days.To);
        var whose = read.Orders.Where(order => customer == null || order.CustomerId == customer);
        var due = whose.Where(order => (order.PromisedOn ?? order.RequestedOn) >= from && (order.PromisedOn ?? order.RequestedOn) <= to);
        var measured = due.Where(order => order.Status != OrderStatus.Cancelled && ((order.PromisedOn ?? order.RequestedOn) < today || order.DeliveredOn != null));
        var rows = await read.ListAsync(OrderRow.Of(measured.OrderBy(order => order.Number)), cancellationToken);
        var channels = (await read.ListAsync(measured.Select(order => new { order.Id, order.Channel }), cancellationToken)).ToDictionary(row => row.Id, row => row.Channel);
        var lines = (await context.TrailsAsync(measured, cancellationToken)).ToLookup(line => line.OrderId);
        var seesInvoices = context.Turn.Access.MaySee(Area.Receivables);
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

        return new MeasuredOrders([.. rows.Select(row => new OrderPerformance(row, lines[row.Id], seesInvoices))], channels, leftOut);
    }
}
