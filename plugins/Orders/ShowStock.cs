using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>What lies where: on hand, allocated and free, by site and batch, and what open orders still need of it.</summary>
[Description("Shows stock: units on hand, allocated and free by product, site and batch, with expiry, and what open orders still need. "
    + "Not for shelf life against customers' minimums (orders_freshness) nor for orders that wait for stock (orders_backorders).")]
internal sealed class ShowStock(FunctionContext context)
{
    /// <summary>Answers with the stock; over-allocated and expired batches first, then the first to expire.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Product>? sku, Id<Warehouse>? warehouse, int? limit, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        var stock = read.Stock;
        stock = sku is { } product ? stock.Where(row => row.ProductId == product) : stock;
        stock = warehouse is { } site ? stock.Where(row => row.WarehouseId == site) : stock;
        var batches = await context.BatchesAsync(stock, cancellationToken);
        var products = (await read.ListAsync(read.Products, cancellationToken)).ToDictionary(row => row.Id);
        var skuName = sku is { } id ? products.GetValueOrDefault(id)?.Sku : null;
        var siteCode = warehouse is { } place ? await read.FirstOrDefaultAsync(read.Warehouses.Where(row => row.Id == place).Select(row => row.Code), cancellationToken) : null;
        var words = new FilterWords("in stock").And(skuName is null ? null : $"product {skuName}").And(siteCode is null ? null : $"warehouse {siteCode}").ToString();

        string Name(SiteBatch batch) => $"{products.GetValueOrDefault(batch.ProductId)?.Sku} {batch.Batch} at {batch.Warehouse}";
        Figure Pieces(string key, string label, string definition, Func<SiteBatch, int> units) => Figures.Sum(
            key, label, value => Measure.Pieces((long)value), new BridgeText(definition, "stock", words), [.. batches.Select(batch => (Name(batch), (decimal)units(batch)))]);
        var onHand = Pieces("on_hand", "On hand", "units that lie there", batch => batch.OnHand);
        var allocated = Pieces("allocated", "Allocated", "units of them promised to orders", batch => batch.Allocated);
        var free = Pieces("free", "Free", "on hand less allocated, a batch at a time, never below nought, and nothing of what has expired", batch => batch.FreeOn(today));
        var expired = batches.Where(batch => batch.RemainingDays(today) < 0 && batch.OnHand > 0).ToList();
        var over = batches.Where(batch => batch.Allocated > batch.OnHand).ToList();
        var demand = await DemandAsync(sku, warehouse, words, cancellationToken);

        var answer = new AnswerBuilder(context, Area.Orders, skuName is null ? "Stock" : $"Stock of {skuName}");
        Say(answer, batches.Count, skuName is null ? "All products" : $"{skuName} {products[sku!.Value].Name}", (onHand, allocated, free, demand));
        if (over.Count > 0)
        {
            answer.Say($"{Wording.Count(over.Count, "batch is", "batches are")} promised beyond what is there: {Wording.List([.. over.Take(3).Select(Name)])}.", Tone.Warning);
        }

        if (expired.Count > 0)
        {
            answer.Say($"{Wording.Count(expired.Sum(batch => batch.OnHand), "unit has", "units have")} expired and {(expired.Sum(batch => batch.OnHand) == 1 ? "is" : "are")} not counted as free: {Wording.List([.. expired.Take(3).Select(Name)])}.", Tone.Warning);
        }

        IReadOnlyList<SiteBatch> sorted = [.. batches.OrderByDescending(batch => batch.Allocated > batch.OnHand).ThenBy(batch => batch.ExpiresOn).ThenByDescending(batch => batch.FreeOn(today))];
        var shown = FunctionLimits.Rows(limit);
        return answer
            .Facts(new Fact(free), new Fact(onHand), new Fact(allocated), new Fact(demand))
            .Facts([.. batches.GroupBy(batch => batch.Warehouse).OrderBy(group => group.Key, StringComparer.Ordinal).Where(_ => warehouse is null)
                .Select(group => new Fact(Figures.Sum(
                    $"free.{group.Key.ToLowerInvariant()}", $"Free at {group.Key}", value => Measure.Pieces((long)value), new BridgeText("on hand less allocated, nothing of what has expired", "stock", $"{words}, warehouse {group.Key}"),
                    [.. group.Select(batch => (Name(batch), (decimal)batch.FreeOn(today)))])))])
            .Table(new Grid<SiteBatch>("stock", "By site and batch, first to expire first")
                .Text("sku", "SKU", row => products.GetValueOrDefault(row.ProductId)?.Sku)
                .Text("warehouse", "Site", row => row.Warehouse)
                .Text("batch", "Batch", row => row.Batch)
                .Day("expires_on", "Expires", row => row.ExpiresOn)
                .Number("remaining", "Left", row => Measure.Days(row.RemainingDays(today)))
                .Number("on_hand", "On hand", row => Measure.Pieces(row.OnHand))
                .Number("allocated", "Allocated", row => Measure.Pieces(row.Allocated))
                .Number("free", "Free", row => Measure.Pieces(row.FreeOn(today)))
                .Toned(row => row.Allocated > row.OnHand || row.RemainingDays(today) < 0 ? Tone.Warning : Tone.Plain)
                .Top(sorted, shown, $"Nothing is {words}."))
            .Evidence(Sources.Of("orders", words, batches.Count, await context.AsOfAsync("orders", cancellationToken), [.. sorted.Take(shown).Select(Name)]))
            .Next(
                skuName is null ? "Which goods are short of shelf life?" : $"Shelf life of {skuName}",
                skuName is null ? "Which orders are backordered?" : $"Which orders wait for {skuName}?",
                skuName is null ? null : $"Which open orders have {skuName}?")
            .Build();
    }

    private static void Say(AnswerBuilder answer, int rows, string what, (Figure OnHand, Figure Allocated, Figure Free, Figure Demand) figures)
    {
        if (rows == 0)
        {
            answer.Say($"{what}: nothing is in stock.", Tone.Warning);
            return;
        }

        answer.Say($"{what}: {figures.Free.Value} units free, of {figures.OnHand.Value} on hand and {figures.Allocated.Value} allocated. Open orders still need {figures.Demand.Value}.");
    }

    /// <summary>Units that open orders still have to ship; the site is the order's.</summary>
    private async Task<Figure> DemandAsync(Id<Product>? sku, Id<Warehouse>? warehouse, string words, CancellationToken cancellationToken)
    {
        var open = await context.OpenLinesAsync(null, sku, warehouse, cancellationToken);
        return Figures.Sum(
            "demand", "Open orders still need", value => Measure.Pieces((long)value),
            new BridgeText("units ordered less cancelled less shipped, of orders not yet shipped, invoiced or cancelled", "orders", words), [.. open.Select(line => ($"{line.OrderNumber} line {line.LineNo}", (decimal)line.ToShip))]);
    }
}
