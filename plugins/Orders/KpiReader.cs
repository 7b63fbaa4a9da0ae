using Copilot.Core;
using Copilot.Plugins.Orders.Rules;

namespace Copilot.Plugins.Orders;

/// <summary>The orders measured for a run of days, and those that are not, with the reason.</summary>
internal sealed record MeasuredOrders(IReadOnlyList<OrderPerformance> Orders, IReadOnlyList<LeftOut> LeftOut);

/// <summary>Reads the orders whose delivery is measured.</summary>
internal static class KpiReader
{
    private const string Cancelled = "cancelled";
    private const string NotDue = "not due yet and not delivered";
    private const string NoDay = "ordered in the period without a promised or requested day";

    /// <summary>
    /// For each of some runs of days, read together: orders whose day lies in the run and has passed, or that are delivered; not cancelled ones.
    /// </summary>
    /// <param name="context">Whose turn.</param>
    /// <param name="runs">The runs of days; every order between the first and the last of all days is read, so they should adjoin.</param>
    /// <param name="customer">One customer's, or everyone's.</param>
    /// <param name="withInvoices">Whether invoices are looked at; without them no order can be called perfect.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyList<MeasuredOrders>> MeasuredAsync(
        this FunctionContext context, IReadOnlyList<DateRange> runs, Id<Customer>? customer, bool withInvoices, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        var (from, to) = (runs.Min(run => run.From), runs.Max(run => run.To));
        var within = read.Orders.Where(order => customer == null || order.CustomerId == customer)
            .Where(order => (order.PromisedOn ?? order.RequestedOn ?? order.OrderedOn) >= from && (order.PromisedOn ?? order.RequestedOn ?? order.OrderedOn) <= to);
        var rows = await read.ListAsync(OrderRow.Of(within.OrderBy(order => order.Number)), cancellationToken);
        var measured = within.Where(order => order.Status != OrderStatus.Cancelled
            && ((order.PromisedOn ?? order.RequestedOn) < today || ((order.PromisedOn ?? order.RequestedOn) != null && order.DeliveredOn != null)));
        var lines = (await context.TrailsAsync(measured, [.. rows.Where(row => Unmeasured(row, today) is null)], withInvoices, cancellationToken)).ToLookup(line => line.OrderId);
        return [.. runs.Select(run => Of([.. rows.Where(row => run.Contains(row.DueOn ?? row.OrderedOn))], today, lines, withInvoices))];
    }

    private static MeasuredOrders Of(IReadOnlyList<OrderRow> rows, DateOnly today, ILookup<Id<Order>, LineTrail> lines, bool withInvoices)
    {
        var standing = rows.ToLookup(row => Unmeasured(row, today) ?? "");
        return new MeasuredOrders(
            [.. standing[""].Select(row => new OrderPerformance(row, lines[row.Id], withInvoices))],
            [.. new[] { Cancelled, NotDue, NoDay }.Where(standing.Contains).Select(reason => new LeftOut(reason, standing[reason].Count(), null))]);
    }

    private static string? Unmeasured(OrderRow row, DateOnly today) =>
        row.DueOn is not { } due ? NoDay : row.Status == OrderStatus.Cancelled ? Cancelled : due >= today && row.DeliveredOn is null ? NotDue : null;
}
