using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Logistics;

/// <summary>What a shipment's row shows of its order.</summary>
internal sealed record OrderHead(string Number, string? Customer, Money Total);

/// <summary>A shipment that left late, with its order; none where orders may not be seen.</summary>
internal sealed record LateRow(Rules.DispatchRow Dispatch, OrderHead? Head)
{
    public string? Order => Head?.Number;
}

/// <summary>Reads the orders behind shipments.</summary>
internal static class OrderHeads
{
    /// <summary>The orders that the asker sees, by key.</summary>
    public static async Task<Dictionary<Id<Order>, OrderHead>> OrderHeadsAsync(this FunctionContext context, IEnumerable<Id<Order>> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        var orders = await context.Read.ListAsync(
            context.Read.Orders.Where(row => wanted.Contains(row.Id)).Select(row => new { row.Id, row.Number, row.CustomerId, row.TotalMinor, row.Currency }), cancellationToken);
        var customers = await context.CustomersAsync(orders.Select(row => row.CustomerId), cancellationToken);
        return orders.ToDictionary(row => row.Id, row => new OrderHead(row.Number, customers.GetValueOrDefault(row.CustomerId), new Money(row.TotalMinor, row.Currency)));
    }
}
