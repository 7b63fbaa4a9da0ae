using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>
/// Orders in the order that matters: the urgent ones first, open before delivered, by days late × amount in the base currency; then the others,
/// newest first. The urgent ones are few and are ranked in memory; the others are sorted and cut by the database.
/// </summary>
internal sealed class OrderList(FunctionContext context, IQueryable<Order> orders, IQueryable<Order> urgent, RateTable rates)
{
    private readonly Dictionary<Id<Customer>, string> _customers = [];
    private readonly Dictionary<Id<Warehouse>, string> _sites = [];
    private List<OrderRow>? _ranked;

    /// <summary>Numbers of the urgent orders that are not delivered.</summary>
    public async Task<IReadOnlyList<string>> OpenUrgentAsync(CancellationToken cancellationToken) =>
        [.. (await RankedAsync(cancellationToken)).Where(row => row.DeliveredOn is null && row.DaysLate(context.Turn.Today) > 0).Select(row => row.Number)];

    /// <summary>The first rows.</summary>
    public async Task<IReadOnlyList<OrderRow>> PageAsync(int limit, CancellationToken cancellationToken)
    {
        var ranked = await RankedAsync(cancellationToken);
        IReadOnlyList<OrderRow> rows = ranked.Count >= limit
            ? [.. ranked.Take(limit)]
            : [.. ranked, .. await context.Read.ListAsync(OrderRow.Of(Others().Take(limit - ranked.Count)), cancellationToken)];
        foreach (var (id, name) in await context.CustomersAsync(rows.Select(row => row.CustomerId), cancellationToken))
        {
            _customers[id] = name;
        }

        foreach (var site in await context.Read.ListAsync(context.Read.Warehouses.Select(row => new { row.Id, row.Code }), cancellationToken))
        {
            _sites[site.Id] = site.Code;
        }

        return rows;
    }

    /// <summary>All rows, in the same order.</summary>
    public async IAsyncEnumerable<OrderRow> All([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // rows beyond the page may be anyone's; while rows are streamed nothing else can be read
        foreach (var customer in await context.Read.ListAsync(context.Read.Customers.Select(row => new { row.Id, row.Name }), cancellationToken))
        {
            _customers[customer.Id] = customer.Name;
        }

        foreach (var row in await RankedAsync(cancellationToken))
        {
            yield return row;
        }

        await foreach (var row in context.Read.StreamAsync(OrderRow.Of(Others())).WithCancellation(cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>The columns of a list of orders; names are there for the rows that were read.</summary>
    public Grid<OrderRow> Grid()
    {
        var today = context.Turn.Today;
        return new Grid<OrderRow>("orders", "Orders")
            .Document("order", "Order", row => row.Number)
            .Text("customer", "Customer", row => _customers.GetValueOrDefault(row.CustomerId))
            .Text("po", "PO", row => row.CustomerPo)
            .Text("status", "Status", row => OrderText.Plain(row.Status))
            .Text("warehouse", "Site", row => row.WarehouseId is { } site ? _sites.GetValueOrDefault(site) : null)
            .Day("ordered_on", "Ordered", row => row.OrderedOn)
            .Day("due_on", "Due", row => row.DueOn)
            .Number("days_late", "Days late", row => row.DaysLate(today) is > 0 and var days ? Measure.Days(days) : null)
            .Amount("value", "Value", row => row.Total)
            .Toned(row => row.DaysLate(today) > 0 || row.Status == OrderStatus.OnHold ? Tone.Warning : Tone.Plain);
    }

    private IQueryable<Order> Others()
    {
        var first = urgent.Select(order => order.Id);
        return orders.Where(order => !first.Contains(order.Id)).OrderByDescending(order => order.OrderedOn).ThenByDescending(order => order.Number);
    }

    private async Task<List<OrderRow>> RankedAsync(CancellationToken cancellationToken)
    {
        if (_ranked is null)
        {
            var (rows, today) = (await context.Read.ListAsync(OrderRow.Of(urgent), cancellationToken), context.Turn.Today);
            _ranked = [.. rows.OrderByDescending(row => row.DeliveredOn is null).ThenByDescending(row => row.DaysLate(today) * (rates.Convert(row.Total)?.Major ?? 0)).ThenBy(row => row.Number, StringComparer.Ordinal)];
        }

        return _ranked;
    }
}
