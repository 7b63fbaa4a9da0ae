using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>
/// Orders in the order that matters: the urgent ones first by days late × amount in the base currency, then the others, newest first. The
/// urgent ones are few and are ranked in memory; the others are sorted and cut by the database.
/// </summary>
internal sealed class OrderList(FunctionContext context, IQueryable<Order> orders, IQueryable<Order> urgent, RateTable rates)
{
    private List<OrderRow>? _ranked;

    /// <summary>The first rows.</summary>
    public async Task<IReadOnlyList<OrderRow>> PageAsync(int limit, CancellationToken cancellationToken)
    {
        var ranked = await RankedAsync(cancellationToken);
        if (ranked.Count >= limit)
        {
            return [.. ranked.Take(limit)];
        }

        return [.. ranked, .. await context.Read.ListAsync(OrderRow.Of(Others().Take(limit - ranked.Count)), cancellationToken)];
    }

    /// <summary>All rows, in the same order.</summary>
    public async IAsyncEnumerable<OrderRow> All([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await RankedAsync(cancellationToken))
        {
            yield return row;
        }

        await foreach (var row in context.Read.StreamAsync(OrderRow.Of(Others())).WithCancellation(cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>The columns of a list of orders.</summary>
    public async Task<Grid<OrderRow>> GridAsync(CancellationToken cancellationToken)
    {
        var today = context.Turn.Today;

        // an export shows rows beyond the page: all names are read, they are few beside the orders
        var customers = (await context.Read.ListAsync(context.Read.Customers.Select(row => new { row.Id, row.Name }), cancellationToken)).ToDictionary(row => row.Id, row => row.Name);
        var sites = (await context.Read.ListAsync(context.Read.Warehouses, cancellationToken)).ToDictionary(row => row.Id, row => row.Code);
        return new Grid<OrderRow>("orders", "Orders")
            .Document("order", "Order", row => row.Number)
            .Text("customer", "Customer", row => customers.GetValueOrDefault(row.CustomerId))
            .Text("po", "PO", row => row.CustomerPo)
            .Text("status", "Status", row => OrderText.Plain(row.Status))
            .Text("warehouse", "Site", row => row.WarehouseId is { } site ? sites.GetValueOrDefault(site) : null)
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
            _ranked = [.. rows.OrderByDescending(row => row.DaysLate(today) * (rates.Convert(row.Total)?.Major ?? 0)).ThenBy(row => row.Number, StringComparer.Ordinal)];
        }

        return _ranked;
    }
}
