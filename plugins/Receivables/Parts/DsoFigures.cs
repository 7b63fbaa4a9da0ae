using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>The figures of a period, each opening into the receivables and sales that it is made of.</summary>
internal sealed class DsoFigures
{
    private DsoFigures(Figure open, Figure notDue, Figure beginning, Figure sales, Figure? countBack, int days) =>
        (Open, NotDue, Beginning, Sales, CountBackFigure, Days) = (open, notDue, beginning, sales, countBack, days);

    /// <summary>Open receivables at the end.</summary>
    public Figure Open { get; }

    /// <summary>Days counted back; nothing when the sales did not suffice.</summary>
    public decimal? CountBackDays => CountBackFigure?.Value.Number;

    private Figure NotDue { get; }

    private Figure Beginning { get; }

    private Figure Sales { get; }

    private Figure? CountBackFigure { get; }

    private int Days { get; }

    /// <summary>Makes them.</summary>
    public static async Task<DsoFigures> ReadAsync(DsoBooks books, DateRange range, IReadOnlyList<DateRange> months, string filter, CancellationToken cancellationToken)
    {
        var (end, begin) = (await books.OpenAsync(range.To, cancellationToken), await books.OpenAsync(range.From.AddDays(-1), cancellationToken));
        var open = end.Total("open", "Open receivables", _ => true);
        var sales = books.Sales.Figure("sales", "Credit sales", new BridgeText("invoices issued in the period, each at the rate of its own day", "receivables", filter), range);
        var back = CountBack.Of(open.Money().Minor, months.Select(month => (month, books.Sales.InBase(month).Minor)));
        var text = new BridgeText("days of each month whose sales the open receivables use up, newest first; of the last one the share needed", "receivables", filter);
        return new DsoFigures(
            open, end.Total("not_due", "Of it not due", bucket => bucket == AgeBucket.NotDue), begin.Total("beginning", "Open receivables before the period", _ => true), sales,
            back.Exhausted ? Figures.Sum("count_back", "Days sales outstanding, count-back", number => Measure.Days(number, 1), text, [.. back.Months.Select(month => ($"{month.Month.From:yyyy-MM}", month.Days))]) : null,
            range.LengthInDays);
    }

    /// <summary>As facts, the days first.</summary>
    public IReadOnlyList<Fact> Facts(IReadOnlyList<LeftOut> leftOut)
    {
        var sales = Sales.LeavingOut(leftOut);
        var dso = Ratio("dso", "Days sales outstanding", "open receivables ÷ credit sales × days of the period", Open, sales);
        var best = Ratio("best_possible", "Best possible", "receivables not yet due ÷ credit sales × days of the period", NotDue, sales);
        var delinquent = dso is not null && best is not null
            ? Figures.Total("delinquent", "Average days delinquent", "days sales outstanding − best possible", [new BridgePart(1, dso), new BridgePart(-1, best)])
            : null;
        return [.. new[] { dso, CountBackFigure, best, delinquent, Effectiveness(sales), Open, sales }.OfType<Figure>().Select(figure => new Fact(figure))];
    }

    private Figure? Ratio(string key, string label, string definition, Figure numerator, Figure sales) =>
        Figures.Ratio(key, label, $"{definition} ({Days})", numerator, sales, Days, number => Measure.Days(number, 1));

    private Figure? Effectiveness(Figure sales)
    {
        var (begin, add) = (new BridgePart(1, Beginning), new BridgePart(1, sales));
        var collected = Figures.Total("collected", "Collected", "beginning receivables + credit sales − ending receivables", [begin, add, new BridgePart(-1, Open)]);
        var collectable = Figures.Total("collectable", "Could have been collected", "beginning receivables + credit sales − ending receivables not yet due", [begin, add, new BridgePart(-1, NotDue)]);
        return collectable.Value.Number <= 0 ? null : Figures.Ratio(
            "effectiveness", "Collection effectiveness index", "(beginning receivables + credit sales − ending receivables) ÷ (beginning receivables + credit sales − ending receivables not yet due) × 100",
            collected, collectable, 100, number => Measure.Percent(number));
    }
}
