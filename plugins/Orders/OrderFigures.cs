using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>Figures over the orders that a query finds: one grouped query adds all of them up, their bridges open into the orders.</summary>
internal sealed class OrderFigures
{
    private readonly IReadSession _read;
    private readonly IQueryable<Order> _orders;
    private readonly string _words;
    private readonly IReadOnlyList<(CurrencyCode Currency, OrderStatus Status, long Minor, int Count)> _sums;

    private OrderFigures(IReadSession read, IQueryable<Order> orders, string words, IReadOnlyList<(CurrencyCode Currency, OrderStatus Status, long Minor, int Count)> sums) =>
        (_read, _orders, _words, _sums) = (read, orders, words, sums);

    /// <summary>Adds the orders up.</summary>
    public static async Task<OrderFigures> ReadAsync(IReadSession read, IQueryable<Order> orders, string words, CancellationToken cancellationToken)
    {
        var sums = await read.ListAsync(
            orders.GroupBy(order => new { order.Currency, order.Status }).Select(group => new { group.Key.Currency, group.Key.Status, Minor = group.Sum(order => order.TotalMinor), Count = group.Count() }),
            cancellationToken);
        return new OrderFigures(read, orders, words, [.. sums.Select(sum => (sum.Currency, sum.Status, sum.Minor, sum.Count))]);
    }

    /// <summary>How many orders there are.</summary>
    public long Count => _sums.Sum(sum => sum.Count);

    /// <summary>How many orders there are, as a figure.</summary>
    public Figure All() => CountFigure("orders", "Orders", "one for each order", Count, _orders);

    /// <summary>How many of them have a status.</summary>
    public Figure Of(string key, string label, OrderStatus status) =>
        CountFigure(key, label, $"orders that are {OrderText.Plain(status)}", _sums.Where(sum => sum.Status == status).Sum(sum => sum.Count), _orders.Where(order => order.Status == status));

    /// <summary>What they are worth, a figure for each currency; cancelled ones count only where nothing else was asked for.</summary>
    public IReadOnlyList<Figure> Values(bool cancelledToo)
    {
        var cancelled = cancelledToo ? 0 : _sums.Where(sum => sum.Status == OrderStatus.Cancelled).Sum(sum => sum.Count);
        IReadOnlyList<LeftOut> leftOut = cancelled > 0 ? [new LeftOut("cancelled orders", cancelled, null)] : [];
        var valued = cancelledToo ? _orders : _orders.Where(order => order.Status != OrderStatus.Cancelled);
        return
        [
            .. _sums.Where(sum => cancelledToo || sum.Status != OrderStatus.Cancelled).GroupBy(sum => sum.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal).Select(group =>
            {
                var currency = group.Key;
                var rows = valued.Where(order => order.Currency == currency).OrderBy(order => order.Number);
                var text = new BridgeText("sum of the orders' lines at their order price", "orders", $"{_words}, in {currency}") { LeftOut = leftOut };
                return Figures.Queried(
                    Totals.Key("value", currency), $"Order value in {currency}", Measure.Of(new Money(group.Sum(sum => sum.Minor), currency)), text, group.Sum(sum => sum.Count),
                    _ => _read.StreamAsync(OrderRow.Of(rows)).Select(row => new BridgeRow(row.Number, row.Total.Major, $"{row.OrderedOn:yyyy-MM-dd}, {OrderText.Plain(row.Status)}")));
            }),
        ];
    }

    private Figure CountFigure(string key, string label, string definition, long count, IQueryable<Order> orders) => Figures.Queried(
        key, label, Measure.Count(count), new BridgeText(definition, "orders", _words), count,
        _ => _read.StreamAsync(orders.OrderBy(order => order.Number).Select(order => order.Number)).Select(number => new BridgeRow(number, 1)));
}
