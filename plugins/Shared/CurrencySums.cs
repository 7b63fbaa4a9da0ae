using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>Sums of documents per currency, made by the database in one query, each opening into its documents.</summary>
internal static class CurrencySums
{
    /// <summary>One figure a currency, in the order of the codes; none where there is no document. Their keys are <see cref="Totals.Key"/>.</summary>
    public static async Task<IReadOnlyList<Figure>> ReadAsync(IReadSession read, IQueryable<Flow> rows, string key, string label, BridgeText text, CancellationToken cancellationToken)
    {
        var sums = await read.ListAsync(
            rows.GroupBy(row => row.Currency).Select(group => new { Currency = group.Key, Minor = group.Sum(row => row.Minor), Count = group.LongCount() }),
            cancellationToken);
        return
        [
            .. sums.OrderBy(sum => sum.Currency.Code, StringComparer.Ordinal).Select(sum =>
            {
                var currency = sum.Currency;
                return Figures.Queried(
                    Totals.Key(key, currency), $"{label} in {currency}", Measure.Of(new Money(sum.Minor, currency)), text with { Filter = $"{text.Filter}, in {currency}" }, sum.Count,
                    _ => read.StreamAsync(rows.Where(row => row.Currency == currency).OrderBy(row => row.Document)).Select(row => new BridgeRow(row.Document, new Money(row.Minor, currency).Major, $"{row.Day:yyyy-MM-dd}")));
            }),
        ];
    }

    /// <summary>How many documents a figure made here opens into.</summary>
    public static long Count(Figure figure) => ((RowsBridge)figure.Bridge).RowCount;
}
