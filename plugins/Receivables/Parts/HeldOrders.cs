using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>An order that is held.</summary>
internal sealed record HeldOrder(string Number, Id<Customer> CustomerId, string Customer, HoldReason Reason, DateOnly Since, int Days, Money Total, string? Note);

/// <summary>Reads orders that are held.</summary>
internal static class HeldOrders
{
    /// <summary>The orders of a scope that are held for credit on the business day, the longest first; none where the asker sees no orders.</summary>
    public static Task<IReadOnlyList<HeldOrder>> ReadAsync(FunctionContext context, CustomerScope scope, CancellationToken cancellationToken) =>
        ReadAsync(context, scope, HoldReason.Credit, cancellationToken);

    /// <summary>The same for one reason, or for any.</summary>
    public static async Task<IReadOnlyList<HeldOrder>> ReadAsync(FunctionContext context, CustomerScope scope, HoldReason? reason, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        var rows = await read.ListAsync(
            from hold in read.OrderHolds
            where hold.ReleasedOn == null && (reason == null || hold.Reason == reason)
            join order in scope.Of(read.Orders, row => row.CustomerId) on hold.OrderId equals order.Id
            join customer in read.Customers on order.CustomerId equals customer.Id
            orderby hold.PlacedOn, order.Number
            select new { order.Number, order.CustomerId, customer.Name, hold.Reason, hold.PlacedOn, order.TotalMinor, order.Currency, hold.Note },
            cancellationToken);
        return [.. rows.Select(row => new HeldOrder(row.Number, row.CustomerId, row.Name, row.Reason, row.PlacedOn, today.DayNumber - row.PlacedOn.DayNumber, new Money(row.TotalMinor, row.Currency), row.Note))];
    }

    /// <summary>How many orders are held, opening into them.</summary>
    public static Figure Count(IReadOnlyList<HeldOrder> held) =>
        Figures.Count("held", "Orders held for credit", new BridgeText("orders with a credit hold that is not released", "orders", "held for credit"), [.. held.Select(row => row.Number).Distinct()]);

    /// <summary>The orders as a table.</summary>
    public static TableBlock Table(IReadOnlyList<HeldOrder> held, int limit) => new Grid<HeldOrder>("held", "Orders held")
        .Document("order", "Order", row => row.Number)
        .Text("customer", "Customer", row => row.Customer)
        .Text("reason", "Reason", row => Wording.Plain(Words.Of(row.Reason)))
        .Day("held_since", "Since", row => row.Since)
        .Number("days", "Days held", row => Measure.Count(row.Days))
        .Amount("total", "Order value", row => row.Total)
        .Text("note", "Note", row => row.Note)
        .Top(held, limit, "No order is held.");
}
