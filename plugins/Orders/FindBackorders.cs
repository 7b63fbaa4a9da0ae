using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>What waits for stock, since when, and which stock or batch would fill it.</summary>
[Description("Lists goods on backorder: which order lines wait for stock, since when, and which free stock or batch would fill them. "
    + "Not for stock in general (orders_stock), for orders held for other reasons (orders_find) nor to allocate it (orders_allocate).")]
internal sealed class FindBackorders(FunctionContext context)
{
    /// <summary>Answers with the waiting lines: those that their own site cannot fill first, by days late × amount. Waiting are the unshipped lines of backordered orders and of orders held for stock, less what an allocation has set aside for them.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Customer>? customer, Id<Product>? sku, int? limit, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        var found = await context.WaitingLinesAsync(sku, cancellationToken);

        // shared out over everyone's lines first: what another customer's older order would get is not free for this one
        var (waiting, heldSince) = (found.Lines, found.HeldSince);
        var stock = await context.BatchesAsync([.. waiting.Select(line => line.ProductId)], cancellationToken);
        var minimums = (await read.ListAsync(read.Customers.Select(row => new { row.Id, row.Name, row.MinimumShelfLifeDays }), cancellationToken)).ToDictionary(row => row.Id);
        var shared = BackorderFill.Share(waiting, stock, id => minimums.GetValueOrDefault(id)?.MinimumShelfLifeDays ?? 0, today);
        var lines = shared.Where(line => customer is null || line.Line.CustomerId == customer).ToList();
        var rates = await context.RatesAsync(today, cancellationToken);
        lines = [.. lines.OrderBy(line => line.OwnUnits == line.Line.ToShip).ThenByDescending(line => Math.Max(1, line.Line.DaysLate(today)) * (rates.Convert(line.Line.Value)?.Major ?? 0)).ThenBy(line => line.Line.OrderNumber, StringComparer.Ordinal)];

        var products = await ProductsAsync(lines, cancellationToken);
        var since = await SinceAsync(lines, heldSince, cancellationToken);
        var customerName = customer is { } id ? minimums.GetValueOrDefault(id)?.Name : null;
        var skuName = sku is { } product ? await read.FirstOrDefaultAsync(read.Products.Where(row => row.Id == product).Select(row => row.Sku), cancellationToken) : null;
        var words = new FilterWords("waiting for stock").And(customerName is null ? null : $"customer {customerName}").And(skuName is null ? null : $"product {skuName}").ToString();
        var shown = FunctionLimits.Rows(limit);
        var answer = new AnswerBuilder(context, Area.Orders, "Backorders");
        Figured(answer, lines, words, rates);
        return answer
            .Table(new Grid<FilledLine>("backorders", "What waits")
                .Document("order", "Order", row => row.Line.OrderNumber)
                .Text("customer", "Customer", row => minimums.GetValueOrDefault(row.Line.CustomerId)?.Name)
                .Text("sku", "SKU", row => products[row.Line.ProductId])
                .Number("waiting", "Waiting", row => Measure.Pieces(row.Line.ToShip))
                .Day("since", "Since", row => since[row.Line.OrderId])
                .Day("due_on", "Due", row => row.Line.DueOn)
                .Number("days_late", "Days late", row => row.Line.DaysLate(today) is > 0 and var days ? Measure.Days(days) : null)
                .Amount("value", "Value", row => row.Line.Value)
                .Text("would_fill", "Would fill it", row => row.Shares.Count == 0 ? "nothing free" : string.Join("; ", row.Shares.Select(share => $"{share.Units} from {share.Batch.Warehouse} batch {share.Batch.Batch}")))
                .Number("missing", "Missing", row => row.Missing > 0 ? Measure.Pieces(row.Missing) : null)
                .Toned(row => row.OwnUnits == row.Line.ToShip ? Tone.Good : Tone.Warning)
                .Top(lines, shown, $"No orders are {words}."))
            .Evidence(Sources.Of("orders", words, lines.Count, await context.AsOfAsync("orders", cancellationToken), [.. lines.Take(shown).Select(line => $"{line.Line.OrderNumber} line {line.Line.LineNo}")]))
            .Next(
                lines.Count > 0 ? $"Stock of {products[lines[0].Line.ProductId]}" : "Which orders are late?",
                lines.Count > 0 ? $"Show {lines[0].Line.OrderNumber}" : "Which orders are on hold?",
                customerName is null ? null : $"Which orders of {customerName} are open?")
            .Build();
    }

    private static void Figured(AnswerBuilder answer, List<FilledLine> lines, string words, RateTable rates)
    {
        if (lines.Count == 0)
        {
            answer.Say($"No orders are {words}.", Tone.Good);
            return;
        }

        var text = new BridgeText("units ordered, not cancelled, not shipped and not set aside, at the order's price", "orders", words);
        string Name(FilledLine line) => $"{line.Line.OrderNumber} line {line.Line.LineNo}";
        Figure Pieces(string key, string label, string definition, Func<FilledLine, int> units) => Figures.Sum(
            key, label, value => Measure.Pieces((long)value), text with { Definition = definition }, [.. lines.Select(line => (Name(line), (decimal)units(line)))]);
        var subtotals = lines.GroupBy(line => line.Line.UnitPrice.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => Figures.Sum(Totals.Key("value", group.Key), $"Value waiting in {group.Key}", group.Key, text, [.. group.Select(line => (Name(line), line.Line.Value))])).ToList();
        var units = Pieces("units", "Units waiting", "units ordered, not cancelled, not shipped and not set aside", line => line.Line.ToShip);
        var ready = Pieces("fillable", "Units that free stock would fill", "free stock of all sites shared out by due day, fresh enough for the customer", line => line.Units);
        var near = Pieces("fillable_at_site", "Of them at the order's own site", "free stock of the order's site shared out by due day, fresh enough for the customer", line => line.OwnUnits);
        var orders = lines.Select(line => line.Line.OrderNumber).Distinct().Count();
        answer.Say($"{Wording.Count(lines.Count, "line")} of {Wording.Count(orders, "order")} {(lines.Count == 1 ? "waits" : "wait")} for stock: {units.Value} units worth {rates.Total("value", "Value waiting", subtotals).Value}.");
        var (own, missing) = (lines.Count(line => line.OwnUnits == line.Line.ToShip), lines.Count(line => line.Missing > 0));
        answer.Say($"{Wording.Count(own, "line")} could go from {(own == 1 ? "its" : "their")} own site now; {Wording.Count(lines.Count - own - missing, "line")} could be filled with stock of another site; for {Wording.Count(missing, "line")} there is not enough that is free and fresh anywhere.", missing > 0 ? Tone.Warning : Tone.Plain);
        answer.Facts(new Fact(units), new Fact(ready), new Fact(near)).Facts(Totals.Facts(rates, "value", "Value waiting", subtotals));
    }

    private async Task<Dictionary<Id<Product>, string>> ProductsAsync(List<FilledLine> lines, CancellationToken cancellationToken)
    {
        var ids = lines.Select(line => line.Line.ProductId).Distinct().ToList();
        return (await context.Read.ListAsync(context.Read.Products.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Sku }), cancellationToken)).ToDictionary(row => row.Id, row => row.Sku);
    }

    /// <summary>Since when each order waits: the hold for stock, else the entry in its history, else the order day.</summary>
    private async Task<Dictionary<Id<Order>, DateOnly>> SinceAsync(List<FilledLine> lines, IReadOnlyDictionary<Id<Order>, DateOnly> heldSince, CancellationToken cancellationToken)
    {
        var ids = lines.Select(line => line.Line.OrderId).Distinct().ToList();
        var events = await context.Read.ListAsync(
            context.Read.OrderEvents.Where(row => ids.Contains(row.OrderId) && row.Status == OrderStatus.Backordered).Select(row => new { row.OrderId, row.At }), cancellationToken);
        var first = events.GroupBy(row => row.OrderId).ToDictionary(group => group.Key, group => DateOnly.FromDateTime(group.Min(row => row.At).UtcDateTime));
        return lines.Select(line => line.Line).DistinctBy(line => line.OrderId).ToDictionary(
            line => line.OrderId, line => heldSince.TryGetValue(line.OrderId, out var placed) ? placed : first.TryGetValue(line.OrderId, out var entered) ? entered : line.OrderedOn);
    }
}
