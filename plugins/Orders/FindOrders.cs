using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>Orders by any mark, added up over all that match; those that are late and still open stand first, by days late × amount.</summary>
[Description("Lists and adds up orders: by customer, status, PO, channel, warehouse, period (the day ordered; with due, the day due), product, value or region; which are open, late or on hold. "
    + "Not for one order's details (orders_show), what is wrong with it (orders_check), waiting goods (orders_backorders) or delivery performance (orders_kpis).")]
internal sealed class FindOrders(FunctionContext context)
{
    private const decimal LargestMinimum = 1_000_000_000_000m;

    /// <summary>Answers which orders there are. A period means the order day; together with due or late, or when it lies wholly ahead, it means the day on which they are due.</summary>
    public async Task<Result<Answer>> AnswerAsync(
        Id<Customer>? customer, OrderStatusFilter? status, string? po, Channel? channel, Id<Warehouse>? warehouse, Period? period, bool? due, bool? late, HoldReason? holdReason,
        Id<Product>? sku, decimal? minValue, Region? region, CurrencyCode? currency, int? limit, CancellationToken cancellationToken)
    {
        if (minValue is < 0 or > LargestMinimum)
        {
            return new Fault("OR-002", "The smallest order value is to be between 0 and 1,000,000,000,000. Name another, as \"over 25k\".");
        }

        var turn = context.Turn;
        var days = period?.Resolve(turn.Today, turn.Fiscal);
        var filter = new OrderFilter
        {
            Customer = customer, Status = status, Po = string.IsNullOrWhiteSpace(po) ? null : po.Trim(), Channel = channel, Warehouse = warehouse,
            Days = days, Ahead = days is { } range && range.From > turn.Today, Due = due == true, Late = late, HoldReason = holdReason, Sku = sku, Region = region, Currency = currency,
            MinValue = minValue is { } value ? Money.FromMajor(value, currency ?? turn.BaseCurrency) : null,
        };
        var rates = await context.RatesAsync(turn.Today, cancellationToken);
        var currencies = filter.MinValue is null ? [] : await context.Read.ListAsync(context.Read.Orders.Select(order => order.Currency).Distinct(), cancellationToken);
        var orders = filter.Apply(context.Read, turn.Today, rates, currencies);
        var words = await filter.WordsAsync(context, cancellationToken);
        return await BuildAsync(filter, orders, words, rates, FunctionLimits.Rows(limit), cancellationToken);
    }

    private async Task<Answer> BuildAsync(OrderFilter filter, IQueryable<Order> orders, string words, RateTable rates, int limit, CancellationToken cancellationToken)
    {
        var figures = await OrderFigures.ReadAsync(context.Read, orders, words, cancellationToken);
        var subtotals = figures.Values(filter.Status == OrderStatusFilter.Cancelled);
        var value = subtotals.Count == 1 ? subtotals[0] with { Key = "value", Label = "Order value" } : rates.Total("value", "Order value", subtotals);
        var open = orders.Where(Lateness.IsLateAndOpen(context.Turn.Today));
        var list = new OrderList(context, orders, filter.Late == true ? orders : open, rates);
        var rows = await list.PageAsync(limit, cancellationToken);
        var table = list.Grid();
        var lateOpen = Figures.Count(
            "late", "Late and not delivered", new BridgeText("the promised day, else the requested one, has passed without delivery", "orders", words), await list.OpenUrgentAsync(cancellationToken));
        var count = figures.All();
        var answer = new AnswerBuilder(context, Area.Orders, $"Orders: {words}");
        Say(answer, filter, count, value, lateOpen, words);
        if (figures.Count > 0)
        {
            answer.Facts(new Fact(count)).Facts(subtotals.Count == 1 ? [new Fact(value)] : [.. Totals.Facts(rates, "value", "Order value", subtotals)])
                .Facts([.. new[] { lateOpen, figures.Of("on_hold", "On hold", OrderStatus.OnHold) }.Where(figure => figure.Value.Number > 0).Select(figure => new Fact(figure))]);
        }

        var asOf = await context.AsOfAsync("orders", cancellationToken);
        return answer
            .Table(table.Show(rows, figures.Count, $"No orders match: {words}.", list.All))
            .Evidence(Sources.Of("orders", words, figures.Count, asOf, [.. rows.Select(row => row.Number)]))
            .Next(await NextAsync(filter, rows, cancellationToken))
            .Build();
    }

    private static void Say(AnswerBuilder answer, OrderFilter filter, Figure count, Figure value, Figure lateOpen, string words)
    {
        if (count.Value.Number == 0)
        {
            answer.Say($"No orders match: {words}.");
            return;
        }

        answer.Say($"{Wording.Count((long)count.Value.Number, "order")} ({words}), worth {value.Value}.");
        if (filter.Late == true)
        {
            var delivered = count.Value.Number - lateOpen.Value.Number;
            answer.Say($"{Wording.Count((long)lateOpen.Value.Number, "of them is", "of them are")} not delivered yet; {Wording.Count((long)delivered, "was", "were")} delivered late.", lateOpen.Value.Number > 0 ? Tone.Warning : Tone.Plain);
        }

        if (filter.Late is null && lateOpen.Value.Number > 0)
        {
            answer.Say($"{Wording.Count((long)lateOpen.Value.Number, "of them is", "of them are")} late and not delivered.", Tone.Warning);
        }
    }

    private async Task<IEnumerable<string?>> NextAsync(OrderFilter filter, IReadOnlyList<OrderRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return filter.Customer is { } id && await context.CustomerAsync(id, cancellationToken) is { } customer
                ? [$"Show all orders of {customer.Name}", "Which orders are open?"]
                : ["Which orders are open?", "Which orders are late?"];
        }

        var held = rows.FirstOrDefault(row => row.Status == OrderStatus.OnHold);
        var late = rows.FirstOrDefault(row => row.DaysLate(context.Turn.Today) > 0);
        return
        [
            $"Show {rows[0].Number}",
            held is null ? null : $"What would release {held.Number}?",
            late is null || late.Status == OrderStatus.OnHold ? null : $"Track {late.Number}",
            filter.Late == true ? "On time in full by warehouse last quarter" : "Which orders are late?",
        ];
    }
}
