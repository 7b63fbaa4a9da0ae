using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Logistics.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Logistics;

/// <summary>
/// How the warehouses keep their service level: shipments that left by their deadline ÷ shipments whose deadline lies in the period × 100, a site at a
/// time. The deadline comes from the site's own clock (<see cref="ServiceClock"/>): cut-off, zone, holidays, hours.
/// </summary>
[Description("Measures the warehouses' service level: share of shipments that left within the agreed hours from the cut-off, by site, and which left late. "
    + "Not for delivery to the customer (orders_kpis) nor for damaged or short shipments (logistics_exceptions).")]
internal sealed class MeasureSla(FunctionContext context)
{
    private static readonly Period Default = Period.Of("last-30-days");

    /// <summary>Answers with the service level in the period (the last 30 days when none is named) and the late shipments.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Warehouse>? warehouse, Period? period, CancellationToken cancellationToken)
    {
        var turn = context.Turn;
        var days = (period ?? Default).Resolve(turn.Today, turn.Fiscal);
        var clocks = await SiteClocks.ReadAsync(context, cancellationToken);
        var at = SiteClocks.Moment(turn);
        var due = await DueAsync(clocks, warehouse, days, at, cancellationToken);
        var siteCode = warehouse is { } id && clocks.Sites.FirstOrDefault(site => site.Id == id) is { } named ? named.Code : null;
        var words = new FilterWords($"to leave {days.From:yyyy-MM-dd} to {days.To:yyyy-MM-dd}").And(siteCode is null ? null : $"warehouse {siteCode}").ToString();
        var measured = due.FindAll(row => row.OnTime || row.Late);
        var waiting = due.Count - measured.Count;
        IReadOnlyList<LeftOut> leftOut = waiting > 0 ? [new LeftOut("not left, deadline still to come", waiting, null)] : [];
        var late = await LateAsync(measured, cancellationToken);

        var answer = new AnswerBuilder(context, Area.Logistics, siteCode is null ? "Service level of the warehouses" : $"Service level of {siteCode}");
        var total = Level("service_level", "Left in time", words, measured, leftOut);
        var sites = measured.GroupBy(row => row.Site.Code).OrderBy(group => (decimal)group.Count(row => row.OnTime) / group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToList()).ToList();
        Say(answer, total, measured, sites, words);
        clocks.Warn(answer);
        if (total is not null)
        {
            answer.Facts([new Fact(total), .. sites.Where(_ => sites.Count > 1).Select(rows => new Fact(Level($"service_level.{rows[0].Site.Code.ToLowerInvariant()}", $"Left in time, {rows[0].Site.Code}", $"{words}, warehouse {rows[0].Site.Code}", rows, [])!))])
                .Facts(new Fact(Figures.Count("late", "Left late or still there", new BridgeText("left after the deadline, or not left though it has passed", "logistics", words), [.. late.Select(row => row.Dispatch.Shipment.Number)])));
        }

        var asOf = await context.AsOfAsync("logistics", cancellationToken);
        return answer
            .Chart(new ChartBlock(ChartKind.HorizontalBar, "Left in time", Unit.Percent, null, [.. sites.Select(rows => new ChartPoint(rows[0].Site.Code, decimal.Round(100m * rows.Count(row => row.OnTime) / rows.Count, 1, MidpointRounding.AwayFromZero)))]))
            .Table(SitesTable(sites, words))
            .Table(LateTable(late, clocks, words))
            .Evidence(Sources.Of("logistics", words, measured.Count, asOf, [.. late.Take(FunctionLimits.DefaultRows).Select(row => row.Dispatch.Shipment.Number)]))
            .Next(
                sites.Count > 0 && siteCode is null ? $"Exceptions at {sites[0][0].Site.Code}" : "Which shipments have exceptions?",
                late.Count > 0 && late[0].Order is { } number ? $"Track {number}" : null,
                "On time in full by warehouse last quarter",
                siteCode is null ? null : "Service level of all warehouses last month")
            .Build();
    }

    private static void Say(AnswerBuilder answer, Figure? total, List<DispatchRow> measured, List<List<DispatchRow>> sites, string words)
    {
        if (total is null)
        {
            answer.Say($"No shipment was {words}.");
            return;
        }

        var late = measured.Count(row => row.Late);
        answer.Say($"{total.Value} of {Wording.Count(measured.Count, "shipment")} ({words}) left within the service level; {late:N0} did not.", late > 0 ? Tone.Plain : Tone.Good);
        if (sites.Count > 1 && sites[0].Exists(row => row.Late))
        {
            answer.Say($"The lowest is {sites[0][0].Site.Code} {sites[0][0].Site.Name} ({sites[0][0].Site.Partner}): {sites[0].Count(row => row.Late)} of its {Wording.Count(sites[0].Count, "shipment")} left late.", Tone.Warning);
        }
    }

    /// <summary>Shipments whose deadline falls on a day of the period, by the site's calendar.</summary>
    private async Task<List<DispatchRow>> DueAsync(SiteClocks clocks, Id<Warehouse>? warehouse, DateRange days, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // the longest way from release to deadline: the hours on working days alone, a fortnight of holidays, and the zones
        var hours = clocks.Sites.Select(site => site.ShipWithinHours).DefaultIfEmpty(0).Max();
        var from = new DateTimeOffset(days.From.AddDays(-16 - (hours / 24 * 2)).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var to = new DateTimeOffset(days.To.AddDays(2).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var shipments = await context.Read.ListAsync(
            context.Read.Shipments.Where(row => row.ReleasedAt >= from && row.ReleasedAt < to && (warehouse == null || row.WarehouseId == warehouse)).OrderBy(row => row.Number), cancellationToken);
        return [.. shipments.Select(row => clocks.Row(row, at)).Where(row => days.Contains(clocks[row.Site.Id].Clock.DayOf(row.Deadline)))];
    }

    private async Task<List<LateRow>> LateAsync(List<DispatchRow> measured, CancellationToken cancellationToken)
    {
        var late = measured.FindAll(row => row.Late);
        var orders = await context.OrderHeadsAsync(late.Select(row => row.Shipment.OrderId), cancellationToken);
        var rates = await context.RatesAsync(context.Turn.Today, cancellationToken);
        return
        [
            .. late.Select(row => new LateRow(row, orders.GetValueOrDefault(row.Shipment.OrderId)))
                .OrderByDescending(row => row.Dispatch.HoursLate * (row.Head is { } head ? rates.Convert(head.Total)?.Major ?? 1 : 1)).ThenBy(row => row.Dispatch.Shipment.Number, StringComparer.Ordinal),
        ];
    }

    private static Figure? Level(string key, string label, string words, IReadOnlyList<DispatchRow> rows, IReadOnlyList<LeftOut> leftOut)
    {
        var text = new BridgeText("shipments whose deadline has passed, or that have left", "logistics", words);
        return Figures.Ratio(
            key, label, "shipments that left by their deadline ÷ shipments with a deadline in the period; the deadline is the site's hours, on its working days, from its cut-off",
            Figures.Count($"{key}.met", "Left by the deadline", text, [.. rows.Where(row => row.OnTime).Select(row => row.Shipment.Number)]),
            Figures.Count($"{key}.all", "Shipments", text, [.. rows.Select(row => row.Shipment.Number)]), 100, number => Measure.Percent(number), leftOut);
    }

    private static TableBlock SitesTable(List<List<DispatchRow>> sites, string words) => new Grid<List<DispatchRow>>("sites", "By site")
        .Text("warehouse", "Site", rows => $"{rows[0].Site.Code} {rows[0].Site.Name}")
        .Text("partner", "Partner", rows => rows[0].Site.Partner)
        .Text("agreed", "Agreed", rows => $"{rows[0].Site.ShipWithinHours} h from {rows[0].Site.Cutoff:HH:mm}")
        .Number("shipments", "Shipments", rows => Measure.Count(rows.Count))
        .Number("late", "Late", rows => Measure.Count(rows.Count(row => row.Late)))
        .Number("in_time", "In time", rows => Measure.Percent(100m * rows.Count(row => row.OnTime) / rows.Count))
        .Toned(rows => rows.Exists(row => row.Late) ? Tone.Plain : Tone.Good)
        .Show(sites, sites.Count, $"No shipment was {words}.");

    private static TableBlock LateTable(List<LateRow> late, SiteClocks clocks, string words) => new Grid<LateRow>("late", "Left late, by hours late × amount")
        .Document("shipment", "Shipment", row => row.Dispatch.Shipment.Number)
        .Document("order", "Order", row => row.Order)
        .Text("customer", "Customer", row => row.Head?.Customer)
        .Text("warehouse", "Site", row => row.Dispatch.Site.Code)
        .Text("deadline", "To leave by, site time", row => clocks[row.Dispatch.Site.Id].Clock.Show(row.Dispatch.Deadline))
        .Text("left", "Left, site time", row => row.Dispatch.Shipment.ShippedAt is { } left ? clocks[row.Dispatch.Site.Id].Clock.Show(left) : "still there")
        .Number("hours_late", "Late by", row => Measure.Hours(row.Dispatch.HoursLate))
        .Amount("value", "Order value", row => row.Head?.Total)
        .Toned(row => row.Dispatch.Shipment.ShippedAt is null ? Tone.Warning : Tone.Plain)
        .Top(late, FunctionLimits.DefaultRows, $"No shipment left late: {words}.");
}
