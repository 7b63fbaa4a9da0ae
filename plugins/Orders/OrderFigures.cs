using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>Figures over orders that the database adds up; their bridges open into the orders.</summary>
internal static class OrderFigures
{
    /// <summary>How many orders a query finds.</summary>
    public static async Task<Figure> CountAsync(FunctionContext context, string key, string label, BridgeText text, IQueryable<Order> orders, CancellationToken cancellationToken)
    {
        var count = await context.Read.CountAsync(orders, cancellationToken);
        return Figures.Queried(key, label, Measure.Count(count), text, count, _ => context.Read.StreamAsync(orders.OrderBy(order => order.Number).Select(order => order.Number)).Select(number => new BridgeRow(number, 1)));
    }

    /// <summary>What the orders of a query are worth, a figure for each currency.</summary>
    public static async Task<List<Figure>> ValuesAsync(FunctionContext context, string key, string label, BridgeText text, IQueryable<Order> orders, CancellationToken cancellationToken)
    {
        var sums = await context.Read.ListAsync(
            orders.GroupBy(order => order.Currency).Select(group => new { Currency = group.Key, Minor = group.Sum(order => order.TotalMinor), Count = group.Count() }),
            cancellationToken);
        return
        [
            .. sums.OrderBy(sum => sum.Currency.Code, StringComparer.Ordinal).Select(sum =>
            {
                var currency = sum.Currency;
                var rows = orders.Where(order => order.Currency == currency).OrderBy(order => order.Number);
                return Figures.Queried(
                    Totals.Key(key, currency), $"{label} in {currency}", Measure.Of(new Money(sum.Minor, currency)), text with { Filter = $"{text.Filter}, in {currency}" }, sum.Count,
                    _ => context.Read.StreamAsync(OrderRow.Of(rows)).Select(row => new BridgeRow(row.Number, row.Total.Major, $"{row.OrderedOn:yyyy-MM-dd}, {OrderText.Plain(row.Status)}")));
            }),
        ];
    }
}
