using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>Delivery performance: on time in full by order and by line, fill rate, order cycle time, perfect order, order accuracy; see <see cref="DeliveryKpis"/> for the formulas.</summary>
[Description("Measures delivery performance: on time in full (orders and lines), fill rate, order cycle time, perfect order, order accuracy; in all or by customer, region, warehouse, channel or month. "
    + "Not for the list of late orders (orders_find) nor for a warehouse's dispatch times (logistics_sla).")]
internal sealed class MeasureOrders(FunctionContext context)
{
    // a line over time that stops before its end says the wrong thing
    private const int MonthRows = 24;

    private static readonly Period Default = Period.Of("last-90-days");

    /// <summary>Answers with the figures for the orders due in the period (the last 90 days when none is named), beside those of the run of days before it.</summary>
    public async Task<Result<Answer>> AnswerAsync(
        Period? period, [Takes(Breakdown.Customer, Breakdown.Region, Breakdown.Warehouse, Breakdown.Channel, Breakdown.Month)] Breakdown? by, Id<Customer>? customer, int? limit, CancellationToken cancellationToken)
    {
        var turn = context.Turn;
        var days = (period ?? Default).Resolve(turn.Today, turn.Fiscal);
        var before = new DateRange(days.From.AddDays(-days.LengthInDays), days.From.AddDays(-1));
        var customerName = customer is { } id ? (await context.CustomerAsync(id, cancellationToken))?.Name ?? "(not visible to you)" : null;
        string Words(DateRange range) => new FilterWords($"due {range.From:yyyy-MM-dd} to {range.To:yyyy-MM-dd}").And("not cancelled").And(customerName is null ? null : $"customer {customerName}").ToString();
        var seesInvoices = turn.Access.MaySee(Area.Receivables);
        var runs = await context.MeasuredAsync([days, before], customer, seesInvoices, cancellationToken);
        var (measured, earlier) = (runs[0], runs[1]);
        var (words, kpis) = (Words(days), new DeliveryKpis(measured.Orders, Words(days), seesInvoices, measured.LeftOut));
        var past = new DeliveryKpis(earlier.Orders, Words(before), seesInvoices, earlier.LeftOut).OnTimeInFull("on_time_in_full_before");

        var answer = new AnswerBuilder(context, Area.Orders, "Delivery performance");
        Say(answer, measured, kpis, past, words);
        answer.Facts([.. new[] { kpis.OnTimeInFull(), kpis.LinesOnTimeInFull(), kpis.OnTime(), kpis.FillRate(), kpis.Perfect(), kpis.Accuracy(), kpis.CycleTime(), past }.OfType<Figure>()
            .Select(figure => new Fact(figure.Key == "on_time_in_full_before" ? figure with { Label = $"On time in full, {before.From:yyyy-MM-dd} to {before.To:yyyy-MM-dd}" } : figure))]);
        if (by is { } breakdown && measured.Orders.Count > 0)
        {
            await BreakDownAsync(answer, measured, breakdown, words, breakdown == Breakdown.Month ? Math.Max(MonthRows, FunctionLimits.Rows(limit)) : FunctionLimits.Rows(limit), cancellationToken);
        }

        var rates = await context.RatesAsync(turn.Today, cancellationToken);
        var failed = measured.Orders.Where(order => order.QuantitiesKnown && !order.OnTimeInFull)
            .OrderByDescending(order => Math.Max(1, order.Order.DaysLate(turn.Today)) * (rates.Convert(order.Order.Total)?.Major ?? 0)).ThenBy(order => order.Order.Number, StringComparer.Ordinal).ToList();
        await FailuresAsync(answer, failed, by is null ? FunctionLimits.Rows(limit) : 5, cancellationToken);
        return answer
            .Evidence(Sources.Of("orders", words, measured.Orders.Count, await context.AsOfAsync("orders", cancellationToken), [.. measured.Orders.Take(Sources.MaximumRecords).Select(order => order.Order.Number)]))
            .Next(
                by == Breakdown.Warehouse ? "On time in full by customer last quarter" : "On time in full by warehouse last quarter",
                failed.Count > 0 ? $"Show {failed[0].Order.Number}" : null,
                "Which orders are late?",
                "Which shipments left late last month?")
            .Build();
    }

    private static void Say(AnswerBuilder answer, MeasuredOrders measured, DeliveryKpis kpis, Figure? past, string words)
    {
        if (measured.Orders.Count == 0)
        {
            answer.Say($"No orders to measure: {words}.");
        }
        else if (kpis.OnTimeInFull() is { } figure)
        {
            var trend = past is null ? "" : $"; the same run of days before it made {past.Value}";
            answer.Say($"{figure.Value} of {Wording.Count(measured.Orders.Count, "order")} ({words}) were delivered on time in full{trend}.", past is not null && figure.Value.Number < past.Value.Number ? Tone.Warning : Tone.Plain);
        }
        else
        {
            answer.Say($"{Wording.Count(measured.Orders.Count, "order")} ({words}) have no shipments on record, so only their days can be measured.", Tone.Note);
        }
    }

    private async Task BreakDownAsync(AnswerBuilder answer, MeasuredOrders measured, Breakdown by, string words, int limit, CancellationToken cancellationToken)
    {
        var name = await GroupingAsync(by, cancellationToken);
        var groups = measured.Orders.GroupBy(name).Select(group => new KpiRow(group.Key, [.. group], new DeliveryKpis([.. group], $"{words}, {group.Key}", context.Turn.Access.MaySee(Area.Receivables), [])));
        List<KpiRow> rows = [.. by == Breakdown.Month ? groups.OrderBy(row => row.Name, StringComparer.Ordinal) : groups.OrderByDescending(row => row.Failed).ThenBy(row => row.Name, StringComparer.Ordinal)];
        answer
            .Chart(new ChartBlock(by == Breakdown.Month ? ChartKind.Line : ChartKind.HorizontalBar, "On time in full, orders", Unit.Percent, null, [.. rows.Take(limit).Where(row => row.OnTimeInFull is not null).Select(row => new ChartPoint(row.Name, row.OnTimeInFull!.Value.Number))]))
            .Table(new Grid<KpiRow>("kpis", $"By {OrderText.Plain(by)}")
                .Text(Copilot.Core.Words.Of(by), OrderText.Plain(by), row => row.Name)
                .Number("orders", "Orders", row => Measure.Count(row.Orders.Count))
                .Number("failed", "Not on time in full", row => Measure.Count(row.Failed))
                .Number("on_time_in_full", "On time in full", row => row.OnTimeInFull)
                .Number("lines_on_time_in_full", "Lines", row => row.Kpis.LinesOnTimeInFull()?.Value)
                .Number("fill_rate", "Fill rate", row => row.Kpis.FillRate()?.Value)
                .Number("cycle_time", "Cycle time", row => row.Kpis.CycleTime()?.Value)
                .Number("perfect_order", "Perfect", row => row.Kpis.Perfect()?.Value)
                .Number("order_accuracy", "Accuracy", row => row.Kpis.Accuracy()?.Value)
                .Top(rows, limit, $"No orders to measure: {words}."));
    }

    private async Task<Func<OrderPerformance, string>> GroupingAsync(Breakdown by, CancellationToken cancellationToken)
    {
        if (by == Breakdown.Month)
        {
            return order => $"{order.DueOn:yyyy-MM}";
        }

        if (by == Breakdown.Channel)
        {
            return order => OrderText.Plain(order.Order.Channel);
        }

        var read = context.Read;
        if (by == Breakdown.Warehouse)
        {
            var sites = (await read.ListAsync(read.Warehouses, cancellationToken)).ToDictionary(row => row.Id, row => row.Code);
            return order => order.Order.WarehouseId is { } site ? sites.GetValueOrDefault(site) ?? "(unknown)" : "(no site)";
        }

        var customers = (await read.ListAsync(read.Customers.Select(row => new { row.Id, row.Name, row.Region }), cancellationToken)).ToDictionary(row => row.Id);
        return by == Breakdown.Region
            ? order => customers.GetValueOrDefault(order.Order.CustomerId)?.Region ?? "(unknown)"
            : order => customers.GetValueOrDefault(order.Order.CustomerId)?.Name ?? "(unknown)";
    }

    private async Task FailuresAsync(AnswerBuilder answer, List<OrderPerformance> failed, int shown, CancellationToken cancellationToken)
    {
        var customers = await context.CustomersAsync(failed.Select(order => order.Order.CustomerId), cancellationToken);
        answer.Table(new Grid<OrderPerformance>("failed", "Not on time in full, by days late × amount")
            .Document("order", "Order", row => row.Order.Number)
            .Text("customer", "Customer", row => customers.GetValueOrDefault(row.Order.CustomerId))
            .Day("due_on", "Due", row => row.DueOn)
            .Day("delivered_on", "Delivered", row => row.Order.DeliveredOn)
            .Number("days_late", "Days late", row => row.Order.DaysLate(context.Turn.Today) is > 0 and var late ? Measure.Days(late) : null)
            .Number("missing", "Units not in time", row => row.UnitsOrdered > row.UnitsFilled ? Measure.Pieces(row.UnitsOrdered - row.UnitsFilled) : null)
            .Amount("value", "Value", row => row.Order.Total)
            .Top(failed, shown, "Every order was on time in full."));
    }
}
