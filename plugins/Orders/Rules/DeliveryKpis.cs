using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>
/// The delivery figures of some orders, each a ratio that opens into the orders or lines above and below the line. The definitions follow the
/// trade: on time in full and perfect order as in the SCOR model's reliability measures (perfect order fulfilment: complete, on the day committed,
/// right papers, undamaged), order cycle time as its responsiveness measure, fill rate as the share of demand met from stock by the day.
/// </summary>
internal sealed class DeliveryKpis(IReadOnlyList<OrderPerformance> orders, string words, bool seesInvoices, IReadOnlyList<LeftOut> leftOut)
{
    private readonly IReadOnlyList<OrderPerformance> _known = [.. orders.Where(order => order.QuantitiesKnown)];

    /// <summary>Orders on time in full ÷ orders due × 100.</summary>
    public Figure? OnTimeInFull(string key = "on_time_in_full") => Share(
        key, "On time in full, orders", "every line delivered in full on or before the promised day, else the requested one; no tolerance", _known, order => order.OnTimeInFull);

    /// <summary>Order lines on time in full ÷ order lines due × 100.</summary>
    public Figure? LinesOnTimeInFull()
    {
        var text = Text("lines of orders due", _known);
        return Ratio(
            "lines_on_time_in_full", "On time in full, lines", "lines of which every unit ordered arrived on or before the day",
            Figures.Count("lines_on_time_in_full.met", "Lines on time in full", text, [.. _known.SelectMany(order => order.LinesOnTimeInFull)]),
            Figures.Count("lines_on_time_in_full.all", "Lines due", text, [.. _known.SelectMany(order => order.LineNames)]), 100, number => Measure.Percent(number));
    }

    /// <summary>Orders delivered on or before their day ÷ orders due × 100, whatever was in them.</summary>
    public Figure? OnTime() => Share("on_time", "On time, orders", "last delivery on or before the promised day, else the requested one", orders, order => order.OnTime);

    /// <summary>Units that left by the day ÷ units ordered × 100.</summary>
    public Figure? FillRate()
    {
        var text = Text("units of orders due", _known);
        Figure Pieces(string key, string label, Func<OrderPerformance, int> units) => Figures.Sum(
            key, label, value => Measure.Pieces((long)value), text, [.. _known.Select(order => (order.Order.Number, (decimal)units(order)))]);
        return Ratio(
            "fill_rate", "Fill rate, units", "units of the product ordered that left on or before the day ÷ units ordered",
            Pieces("fill_rate.filled", "Units that left by the day", order => order.UnitsFilled), Pieces("fill_rate.ordered", "Units ordered", order => order.UnitsOrdered), 100, number => Measure.Percent(number));
    }

    /// <summary>Days from order to last delivery, summed ÷ orders delivered.</summary>
    public Figure? CycleTime()
    {
        var delivered = orders.Where(order => order.CycleDays is not null).ToList();
        var text = Text("orders due and delivered", delivered);
        return Ratio(
            "cycle_time", "Order cycle time", "calendar days from the order day to the last delivery, averaged over the orders delivered",
            Figures.Sum("cycle_time.days", "Days from order to delivery", number => Measure.Days(number), text, [.. delivered.Select(order => (order.Order.Number, (decimal)order.CycleDays!.Value))]),
            Figures.Count("cycle_time.orders", "Orders delivered", text, [.. delivered.Select(order => order.Order.Number)]), 1, number => Measure.Days(number, 1));
    }

    /// <summary>Perfect orders ÷ orders due × 100.</summary>
    public Figure? Perfect() => Share(
        "perfect_order", seesInvoices ? "Perfect orders" : "Perfect orders, invoices not looked at",
        seesInvoices ? "on time in full, nothing wrong, too much or damaged, invoiced as sent and nothing credited" : "on time in full, nothing wrong, too much or damaged; invoices are not visible to you and not part of it",
        _known, order => order.Perfect);

    /// <summary>Orders sent without a wrong product, too many units or damage ÷ orders sent × 100.</summary>
    public Figure? Accuracy() => Share(
        "order_accuracy", "Order accuracy", "orders of which no unit sent was of another product, beyond the quantity ordered or damaged ÷ orders sent", [.. _known.Where(order => order.Sent)], order => order.Accurate);

    private Figure? Share(string key, string label, string definition, IReadOnlyList<OrderPerformance> among, Func<OrderPerformance, bool> met)
    {
        var text = Text("orders due", among);
        return Ratio(
            key, label, definition, Figures.Count($"{key}.met", $"{label}: met", text with { Definition = definition }, [.. among.Where(met).Select(order => order.Order.Number)]),
            Figures.Count($"{key}.all", $"{label}: counted", text, [.. among.Select(order => order.Order.Number)]), 100, number => Measure.Percent(number));
    }

    private Figure? Ratio(string key, string label, string definition, Figure met, Figure all, decimal factor, Func<decimal, Measure> measure) =>
        Figures.Ratio(key, label, definition, met, all, factor, measure, leftOut);

    private BridgeText Text(string definition, IReadOnlyList<OrderPerformance> among) => new(definition, "orders", words)
    {
        LeftOut = orders.Count > among.Count ? [new LeftOut(definition.EndsWith("delivered", StringComparison.Ordinal) ? "not delivered" : "no shipment on record, or nothing sent", orders.Count - among.Count, null)] : [],
    };
}
