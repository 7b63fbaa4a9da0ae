using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders.Actions;

/// <summary>
/// Proposes which waiting orders get the free stock of an article: by promised day, from each order's own site, the first to expire first, and only
/// what is fresh enough for the customer.
/// </summary>
[Description("Proposes to set free stock of one article aside for the orders that wait for it, by promised day, fresh enough for each customer. Nothing changes before it is confirmed. "
    + "Not for what waits (orders_backorders) nor for what lies where (orders_stock).")]
internal sealed class Allocate(FunctionContext context)
{
    /// <summary>Proposes the allocation.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Product> sku, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        var product = (await read.FirstOrDefaultAsync(read.Products.Where(row => row.Id == sku), cancellationToken))!;
        var all = (await context.WaitingLinesAsync(null, cancellationToken)).Lines;
        var waiting = all.Where(line => line.ProductId == sku).ToList();
        if (waiting.Count == 0)
        {
            return new Fault("OR-028", $"No order waits for {product.Sku}. Ask \"Backorders\" for what waits.", ["Backorders", $"Stock of {product.Sku}"]);
        }

        var batches = await context.BatchesAsync([sku], cancellationToken);
        var customers = (await read.ListAsync(read.Customers.Select(row => new { row.Id, row.Name, row.MinimumShelfLifeDays }), cancellationToken)).ToDictionary(row => row.Id);
        int Minimum(Id<Customer> id) => customers.GetValueOrDefault(id)?.MinimumShelfLifeDays ?? 0;

        // goods are set aside where the order ships from: of another site's stock it can only be told
        var filled = waiting.GroupBy(line => line.WarehouseId)
            .SelectMany(group => BackorderFill.Share(group, [.. batches.Where(batch => batch.WarehouseId == group.Key)], Minimum, today)).ToList();
        if (filled.All(line => line.Units == 0))
        {
            return new Fault(
                "OR-029", $"{Wording.Count(waiting.Sum(line => line.ToShip), "unit")} of {product.Sku} are waited for, and nothing that is free and fresh enough lies at the orders' own sites. {Elsewhere(waiting, batches, Minimum, today)}",
                [$"Stock of {product.Sku}", $"Backorders of {product.Sku}"]);
        }

        filled = [.. filled.OrderBy(line => line.Line.DueOn ?? DateOnly.MaxValue).ThenBy(line => line.Line.OrderedOn).ThenBy(line => line.Line.OrderNumber, StringComparer.Ordinal).ThenBy(line => line.Line.LineNo)];
        var stock = await TargetsAsync(sku, cancellationToken);
        var parts = filled.SelectMany(line => line.Shares.Select(share => new AllocatedPart(line.Line.OrderNumber, stock[(share.Batch.WarehouseId, share.Batch.Batch)], share.Units))).ToList();
        var served = await ServedAsync(filled, all, cancellationToken);
        return new Proposal(
            $"Allocate {product.Sku}", $"{context.Turn.Asker.Name} asks to allocate {product.Sku}: {filled.Sum(line => line.Units):N0} of the {filled.Sum(line => line.Line.ToShip):N0} units waited for are free and fresh enough.",
            [new AllocateStock(product.Sku, parts, served)],
            [
                Basis.Of("stock", product.Sku, [.. batches.Select(batch => new BasisFact($"{product.Sku} {batch.Batch} at {batch.Warehouse}", $"{batch.OnHand} on hand, {batch.Allocated} allocated, good until {batch.ExpiresOn:yyyy-MM-dd}"))]),
                Basis.Of("orders that wait", product.Sku, [.. waiting.Select(line => new BasisFact($"{line.OrderNumber} line {line.LineNo}", $"{line.ToShip} units for {(line.DueOn is { } due ? $"{due:yyyy-MM-dd}" : "no day")}, {OrderText.Plain(line.Status)}"))]),
            ])
        {
            Remarks = [.. Remarks(filled, all, served, sku, Elsewhere(waiting, batches, Minimum, today), id => customers.GetValueOrDefault(id)?.Name ?? "a customer not visible to you")],
        };
    }

    private static List<Remark> Remarks(List<FilledLine> filled, IReadOnlyList<OpenLine> all, List<ServedOrder> served, Id<Product> sku, string elsewhere, Func<Id<Customer>, string> name)
    {
        var remarks = filled.Where(line => line.Missing > 0).Select(line => new Remark(
            $"{line.Line.OrderNumber} of {name(line.Line.CustomerId)}, due {(line.Line.DueOn is { } due ? $"{due:yyyy-MM-dd}" : "on no day")}, stays {line.Missing:N0} of {line.Line.ToShip:N0} units short.", Tone.Warning)).ToList();
        if (remarks.Count > 0)
        {
            remarks.Add(new(elsewhere));
        }

        foreach (var order in served.Where(order => order.After == order.Before))
        {
            var others = all.Where(line => line.OrderNumber == order.Order.Document && line.ProductId != sku).Sum(line => line.ToShip);
            remarks.Add(new(order.Before == OrderStatus.OnHold
                ? $"{order.Order.Document} stays on hold: the goods wait for it at the site until it is released."
                : others > 0 ? $"{order.Order.Document} stays backordered: {Wording.Count(others, "unit")} of other articles are waited for." : $"{order.Order.Document} stays backordered for the rest."));
        }

        return remarks;
    }

    private static string Elsewhere(List<OpenLine> waiting, IReadOnlyList<SiteBatch> batches, Func<Id<Customer>, int> minimum, DateOnly today)
    {
        var least = waiting.Min(line => minimum(line.CustomerId));
        var sites = waiting.Select(line => line.WarehouseId).ToHashSet();
        var free = batches.Where(batch => !sites.Contains(batch.WarehouseId) && batch.Free > 0 && batch.RemainingDays(today) >= Math.Max(0, least))
            .GroupBy(batch => batch.Warehouse).Select(group => $"{group.Sum(batch => batch.Free):N0} units at {group.Key}").Order(StringComparer.Ordinal).ToList();
        return free.Count == 0 ? "No other site has any that are free and fresh." : $"Free at other sites: {Wording.List(free)}; they would have to be moved, or the orders shipped from there.";
    }

    private async Task<Dictionary<(Id<Warehouse>, string), Target>> TargetsAsync(Id<Product> sku, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var rows = await read.ListAsync(
            from row in read.Stock
            join batch in read.Batches on row.BatchId equals batch.Id
            join site in read.Warehouses on row.WarehouseId equals site.Id
            where row.ProductId == sku
            select new { Stock = row, batch.Number, site.Code },
            cancellationToken);
        return rows.ToDictionary(row => (row.Stock.WarehouseId, row.Number), row => Target.Of(row.Stock, $"{row.Number} at {row.Code}"));
    }

    /// <summary>The orders that get something; a backordered one of which nothing waits then is confirmed again.</summary>
    private async Task<List<ServedOrder>> ServedAsync(List<FilledLine> filled, IReadOnlyList<OpenLine> all, CancellationToken cancellationToken)
    {
        var ids = filled.Where(line => line.Units > 0).Select(line => line.Line.OrderId).Distinct().ToList();
        var orders = (await context.Read.ListAsync(context.Read.Orders.Where(row => ids.Contains(row.Id)), cancellationToken)).ToDictionary(row => row.Id);
        return
        [
            .. ids.Select(id => orders[id]).Select(order =>
            {
                var left = all.Where(line => line.OrderId == order.Id).Sum(line => line.ToShip) - filled.Where(line => line.Line.OrderId == order.Id).Sum(line => line.Units);
                return new ServedOrder(Target.Of(order), order.Status, left == 0 && order.Status == OrderStatus.Backordered ? OrderStatus.Confirmed : order.Status);
            }),
        ];
    }
}
