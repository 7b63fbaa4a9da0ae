using Copilot.Core;
using Copilot.Plugins.Orders.Rules;

namespace Copilot.Plugins.Orders;

/// <summary>The lines that wait for stock.</summary>
/// <param name="Lines">Units still to ship, less those set aside for the order, of backordered orders and of orders held for stock.</param>
/// <param name="HeldSince">Since when the orders among them are held for stock.</param>
internal sealed record WaitingLines(IReadOnlyList<OpenLine> Lines, IReadOnlyDictionary<Id<Order>, DateOnly> HeldSince);

/// <summary>Reads what waits for stock.</summary>
internal static class WaitingLineReader
{
    /// <summary>All lines that wait, of one product or of every one.</summary>
    public static async Task<WaitingLines> WaitingLinesAsync(this FunctionContext context, Id<Product>? sku, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var held = await read.ListAsync(read.OrderHolds.Where(hold => hold.Reason == HoldReason.Stock && hold.ReleasedOn == null).Select(hold => new { hold.OrderId, hold.PlacedOn }), cancellationToken);
        var heldSince = held.GroupBy(hold => hold.OrderId).ToDictionary(group => group.Key, group => group.Min(hold => hold.PlacedOn));
        var open = await context.OpenLinesAsync(null, sku, null, cancellationToken);
        var waiting = open.Where(line => line.Status == OrderStatus.Backordered || heldSince.ContainsKey(line.OrderId)).ToList();
        return new WaitingLines(Less(waiting, await SetAsideAsync(read, cancellationToken)), heldSince);
    }

    /// <summary>The lines without the units that are set aside for them; those of which nothing waits any more are gone.</summary>
    private static List<OpenLine> Less(List<OpenLine> waiting, Dictionary<(Id<Order>, Id<Product>), int> setAside)
    {
        var left = new List<OpenLine>();
        foreach (var line in waiting)
        {
            var units = Math.Min(line.ToShip, setAside.GetValueOrDefault((line.OrderId, line.ProductId)));
            if (units > 0)
            {
                setAside[(line.OrderId, line.ProductId)] -= units;
            }

            if (line.ToShip > units)
            {
                left.Add(units == 0 ? line : line with { ToShip = line.ToShip - units });
            }
        }

        return left;
    }

    /// <summary>Units set aside by allocations since an order's last shipment: with that shipment went what was set aside before it.</summary>
    private static async Task<Dictionary<(Id<Order>, Id<Product>), int>> SetAsideAsync(IReadSession read, CancellationToken cancellationToken)
    {
        var orders = read.Orders.Where(order => order.Status == OrderStatus.Backordered || order.Status == OrderStatus.OnHold);
        var entries = await read.ListAsync(
            from order in orders
            join entry in read.OrderEvents on order.Id equals entry.OrderId
            where entry.Text.StartsWith(AllocationNote.Beginning)
            select new { entry.OrderId, entry.At, entry.Text },
            cancellationToken);
        if (entries.Count == 0)
        {
            return [];
        }

        var ids = entries.Select(entry => entry.OrderId).Distinct().ToList();
        var gone = (await read.ListAsync(read.Shipments.Where(row => ids.Contains(row.OrderId) && row.ShippedAt != null).Select(row => new { row.OrderId, row.ShippedAt }), cancellationToken))
            .GroupBy(row => row.OrderId).ToDictionary(group => group.Key, group => group.Max(row => row.ShippedAt!.Value));
        var notes = entries.Where(entry => !gone.TryGetValue(entry.OrderId, out var last) || entry.At > last)
            .Select(entry => (entry.OrderId, Note: AllocationNote.Read(entry.Text))).Where(entry => entry.Note is not null).ToList();
        var skus = notes.Select(entry => entry.Note!.Sku).Distinct().ToList();
        var products = (await read.ListAsync(read.Products.Where(row => skus.Contains(row.Sku)).Select(row => new { row.Sku, row.Id }), cancellationToken)).ToDictionary(row => row.Sku, row => row.Id);
        return notes.Where(entry => products.ContainsKey(entry.Note!.Sku)).GroupBy(entry => (entry.OrderId, products[entry.Note!.Sku])).ToDictionary(group => group.Key, group => group.Sum(entry => entry.Note!.Units));
    }
}
