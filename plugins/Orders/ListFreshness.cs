using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>
/// Remaining shelf life of what lies in stock against the customers' minimums. Value at risk = units on hand of batches that have expired or that
/// at least one of the customers asked about refuses today, at the list price of the day. Without a customer named, those asked about are the
/// active customers with a minimum.
/// </summary>
[Description("Shows remaining shelf life of stock against what customers demand, what has expired or is refused, and the value at risk. "
    + "Not for quantities in stock (orders_stock) nor for one order's check (orders_check).")]
internal sealed class ListFreshness(FunctionContext context)
{
    /// <summary>Answers with the batches at risk, by value; fresh ones are counted, not listed, unless nothing is at risk.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Customer>? customer, Id<Product>? sku, Id<Warehouse>? warehouse, int? limit, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        var stock = read.Stock.Where(row => row.OnHand > 0);
        stock = sku is { } product ? stock.Where(row => row.ProductId == product) : stock;
        stock = warehouse is { } site ? stock.Where(row => row.WarehouseId == site) : stock;
        var batches = await context.BatchesAsync(stock, cancellationToken);
        var customers = await read.ListAsync(
            read.Customers.Where(row => customer == null ? row.Active && row.MinimumShelfLifeDays > 0 : row.Id == customer).Select(row => new { row.Name, row.MinimumShelfLifeDays }), cancellationToken);
        var minimums = customers.ConvertAll(row => row.MinimumShelfLifeDays);
        var values = await ListPrices.ReadAsync(context, batches.Select(batch => batch.ProductId).Distinct().ToList(), cancellationToken);
        var rows = batches.Select(batch => new FreshnessRow(batch, ShelfLife.Of(batch.RemainingDays(today), minimums), ShelfLife.RefusedBy(batch.RemainingDays(today), minimums), values.ValueOf(batch)))
            .OrderBy(row => row.AtRisk ? 0 : row.Class == ShelfLifeClass.Soon ? 1 : 2).ThenByDescending(row => row.Value?.Minor ?? 0).ThenBy(row => row.Batch.ExpiresOn).ToList();

        var customerName = customer is null ? null : customers.Select(row => row.Name).FirstOrDefault() ?? "(not visible to you)";
        var siteCode = warehouse is null ? null : await read.FirstOrDefaultAsync(read.Warehouses.Where(row => row.Id == warehouse).Select(row => row.Code), cancellationToken);
        var skuName = sku is { } id ? values.Sku(id) ?? await read.FirstOrDefaultAsync(read.Products.Where(row => row.Id == id).Select(row => row.Sku), cancellationToken) : null;
        var words = new FilterWords("on hand").And(skuName is null ? null : $"product {skuName}").And(siteCode is null ? null : $"warehouse {siteCode}")
            .And(customerName is null ? $"against the minimums of {Wording.Count(customers.Count, "customer")}" : $"against {customerName}'s minimum of {Wording.Count(minimums.FirstOrDefault(), "day")}").ToString();
        var listed = rows.FindAll(row => row.Class != ShelfLifeClass.Fresh);
        var shown = FunctionLimits.Rows(limit);
        var answer = new AnswerBuilder(context, Area.Orders, "Shelf life of stock");
        Figured(answer, rows, words, values);
        return answer
            .Table(new Grid<FreshnessRow>("freshness", "At risk, by value")
                .Text("sku", "SKU", row => values.Sku(row.Batch.ProductId))
                .Text("warehouse", "Site", row => row.Batch.Warehouse)
                .Text("batch", "Batch", row => row.Batch.Batch)
                .Day("expires_on", "Expires", row => row.Batch.ExpiresOn)
                .Number("remaining", "Left", row => Measure.Days(row.Batch.RemainingDays(today)))
                .Number("on_hand", "On hand", row => Measure.Pieces(row.Batch.OnHand))
                .Number("allocated", "Allocated", row => Measure.Pieces(row.Batch.Allocated))
                .Text("state", "State", row => State(row, customers.Count, customerName))
                .Amount("value", "Value", row => row.Value)
                .Toned(row => row.AtRisk ? Tone.Warning : Tone.Plain)
                .Top(listed, shown, $"No batch is at risk: {words}."))
            .Evidence(Sources.Of("orders", words, listed.Count, await context.AsOfAsync("orders", cancellationToken), [.. listed.Take(shown).Select(row => $"{values.Sku(row.Batch.ProductId)} {row.Batch.Batch} at {row.Batch.Warehouse}")]))
            .Next(
                listed.Count > 0 ? $"Stock of {values.Sku(listed[0].Batch.ProductId)}" : "Show the stock",
                listed.Count > 0 ? $"Which open orders have {values.Sku(listed[0].Batch.ProductId)}?" : null,
                "Which orders are backordered?")
            .Build();
    }

    private static string State(FreshnessRow row, int customers, string? customerName) => row.Class switch
    {
        ShelfLifeClass.Expired => "expired",
        ShelfLifeClass.RefusedByAll when customerName is not null => $"refused by {customerName}",
        ShelfLifeClass.RefusedByAll => "refused by every customer with a minimum",
        ShelfLifeClass.RefusedBySome => $"refused by {row.Refusing} of {customers} customers with a minimum",
        ShelfLifeClass.Soon => $"refused or expired within {ShelfLife.SoonDays} days",
        ShelfLifeClass.Fresh => "fresh",
        _ => throw new InvalidOperationException($"Class {row.Class} has no wording."),
    };

    private static void Figured(AnswerBuilder answer, List<FreshnessRow> rows, string words, ListPrices values)
    {
        string Name(FreshnessRow row) => $"{values.Sku(row.Batch.ProductId)} {row.Batch.Batch} at {row.Batch.Warehouse}";
        Figure Value(string key, string label, string definition, Func<FreshnessRow, bool> condition)
        {
            var (priced, unpriced) = (rows.FindAll(row => condition(row) && row.Value is not null), rows.Count(row => condition(row) && row.Value is null));
            var text = new BridgeText(definition, "stock", words) { LeftOut = unpriced > 0 ? [new LeftOut("no list price on file", unpriced, null)] : [] };
            return Figures.Sum(key, label, values.Currency, text, [.. priced.Select(row => (Name(row), row.Value!.Value))]);
        }

        Figure[] parts =
        [
            Value("expired", "Expired", "units on hand past their last day, at list price", row => row.Class == ShelfLifeClass.Expired),
            Value("refused_by_all", "Too old for all asked about", "units on hand that each of the customers refuses, at list price", row => row.Class == ShelfLifeClass.RefusedByAll),
            Value("refused_by_some", "Too old for some", "units on hand that at least one of the customers refuses and at least one takes, at list price", row => row.Class == ShelfLifeClass.RefusedBySome),
        ];
        var risk = Figures.Total("value_at_risk", "Value at risk", "expired + too old for all + too old for some", [.. parts.Select(part => new BridgePart(1, part))]);
        var soon = Value("soon", $"At risk within {ShelfLife.SoonDays} days", $"units on hand that one of the customers will refuse, or that expire, within {ShelfLife.SoonDays} days, at list price", row => row.Class == ShelfLifeClass.Soon);
        var atRisk = rows.FindAll(row => row.AtRisk);
        var units = Figures.Sum("units_at_risk", "Units at risk", value => Measure.Pieces((long)value), new BridgeText("units on hand of batches at risk", "stock", words), [.. atRisk.Select(row => (Name(row), (decimal)row.Batch.OnHand))]);
        if (atRisk.Count == 0)
        {
            answer.Say($"Nothing is at risk ({words}). {soon.Value} will be within {ShelfLife.SoonDays} days.", Tone.Good);
        }
        else
        {
            answer.Say($"{risk.Value} is at risk: {Wording.Count(atRisk.Count, "batch", "batches")} with {units.Value} units ({words}). {soon.Value} more will be within {ShelfLife.SoonDays} days.", Tone.Warning);
        }

        answer.Facts([new Fact(risk), .. parts.Select(part => new Fact(part)), new Fact(soon), new Fact(units)]);
    }
}
