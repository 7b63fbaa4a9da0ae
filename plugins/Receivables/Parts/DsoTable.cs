using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>The tables of days sales outstanding.</summary>
internal static class DsoTable
{
    /// <summary>The period and the one before it side by side.</summary>
    public static TableBlock Compare(DsoMeasures now, DsoMeasures? before, decimal? countBack, CurrencyCode currency)
    {
        Measure? Days(decimal? days) => days is { } number ? Measure.Days(number, 1) : null;
        Measure? Amount(decimal? major) => major is { } amount ? Measure.Of(Money.FromMajor(amount, currency)) : null;
        List<Line> rows =
        [
            new("Days sales outstanding", Days(now.Dso), Days(before?.Dso)),
            new("Best possible", Days(now.BestPossible), Days(before?.BestPossible)),
            new("Average days delinquent", Days(now.Delinquent), Days(before?.Delinquent)),
            new("Count-back", Days(countBack), null),
            new("Collection effectiveness index", now.Effectiveness is { } index ? Measure.Percent(index) : null, before?.Effectiveness is { } earlier ? Measure.Percent(earlier) : null),
            new("Open receivables", Amount(now.Open), Amount(before?.Open)),
            new("Credit sales", Amount(now.Sales), Amount(before?.Sales)),
        ];
        return new Grid<Line>("compare", "Beside the period before")
            .Text("measure", "Measure", row => row.Label).Number("now", "This period", row => row.Now).Number("before", "Period before", row => row.Before)
            .Number("change", "Change", row => row.Now is { } value && row.Before is { } old ? value with { Number = value.Number - old.Number } : null)
            .Show(rows, rows.Count, "Nothing to compare.");
    }

    /// <summary>A row per customer or region (the most days first), month or quarter (in order).</summary>
    public static async Task<TableBlock> ByAsync(
        FunctionContext context, CustomerScope scope, DsoBooks books, Freshness freshness, Breakdown by, DateRange range, DateRange prior, int limit, CancellationToken cancellationToken)
    {
        var rows = new List<Piece>();
        if (by is Breakdown.Month or Breakdown.Quarter)
        {
            foreach (var piece in Pieces(range, by, context.Turn.Fiscal))
            {
                rows.Add(new Piece(Name(piece, by, context.Turn.Fiscal), await books.MeasureAsync(piece, cancellationToken), rows.Count > 0 ? rows[^1].Now : null));
            }
        }
        else
        {
            rows.AddRange(await DsoByCustomer.ReadAsync(context, scope, freshness, by, range, prior, cancellationToken));
        }

        var currency = context.Turn.BaseCurrency;
        return new Grid<Piece>("by", $"By {Words.Of(by)}")
            .Text(Words.Of(by), char.ToUpperInvariant(Words.Of(by)[0]) + Words.Of(by)[1..], row => row.Name)
            .Number("dso", "Days sales outstanding", row => Days(row.Now.Dso))
            .Number("before", "Before", row => Days(row.Before?.Dso))
            .Number("best_possible", "Best possible", row => Days(row.Now.BestPossible))
            .Number("delinquent", "Days delinquent", row => Days(row.Now.Delinquent))
            .Number("effectiveness", "Effectiveness", row => row.Now.Effectiveness is { } index ? Measure.Percent(index) : null)
            .Amount("open", "Open", row => Money.FromMajor(row.Now.Open, currency))
            .Amount("sales", "Sales", row => Money.FromMajor(row.Now.Sales, currency))
            .Toned(row => row.Now.Delinquent > 30 ? Tone.Warning : Tone.Plain)
            .Top(rows, by is Breakdown.Month or Breakdown.Quarter ? FunctionLimits.MaximumRows : limit, "Nothing was sold and nothing is open in these days.");

        static Measure? Days(decimal? days) => days is { } number ? Measure.Days(number, 1) : null;
    }

    /// <summary>The months or fiscal quarters of a range, in order; the first and last may be cut.</summary>
    public static IReadOnlyList<DateRange> Pieces(DateRange range, Breakdown by, FiscalCalendar fiscal)
    {
        var pieces = new List<DateRange>();
        for (var from = range.From; from <= range.To;)
        {
            var whole = by == Breakdown.Quarter ? fiscal.Quarter(fiscal.Of(from).Year, fiscal.Of(from).Quarter).To : new DateOnly(from.Year, from.Month, 1).AddMonths(1).AddDays(-1);
            pieces.Add(new DateRange(from, whole < range.To ? whole : range.To));
            from = whole.AddDays(1);
        }

        return pieces;
    }

    /// <summary>"2026-11" or "2026-Q4".</summary>
    public static string Name(DateRange piece, Breakdown by, FiscalCalendar fiscal) =>
        by == Breakdown.Quarter ? $"{fiscal.Of(piece.From).Year}-Q{fiscal.Of(piece.From).Quarter}" : $"{piece.From:yyyy-MM}";

    /// <summary>A row of a breakdown.</summary>
    internal sealed record Piece(string Name, DsoMeasures Now, DsoMeasures? Before);

    private sealed record Line(string Label, Measure? Now, Measure? Before);
}
