namespace Copilot.Core;

/// <summary>Makes figures whose bridge cannot disagree with them, because both come from the same rows.</summary>
public static class Figures
{
    /// <summary>A sum of money over rows in memory.</summary>
    public static Figure Sum(string key, string label, CurrencyCode currency, BridgeText text, IReadOnlyList<(string Document, Money Amount)> rows)
    {
        var total = rows.Aggregate(Money.Zero(currency), (sum, row) => sum + row.Amount);
        return new Figure(key, label, Measure.Of(total), Rows(text, rows.Count, rows.Select(row => new BridgeRow(row.Document, row.Amount.Major))));
    }

    /// <summary>How many rows there are.</summary>
    public static Figure Count(string key, string label, BridgeText text, IReadOnlyList<string> documents) =>
        new(key, label, Measure.Count(documents.Count), Rows(text, documents.Count, documents.Select(document => new BridgeRow(document, 1))));

    /// <summary>A sum of numbers of another unit (days, pieces, hours) over rows in memory.</summary>
    public static Figure Sum(string key, string label, Func<decimal, Measure> measure, BridgeText text, IReadOnlyList<(string Document, decimal Contribution)> rows) =>
        new(key, label, measure(rows.Sum(row => row.Contribution)), Rows(text, rows.Count, rows.Select(row => new BridgeRow(row.Document, row.Contribution))));

    /// <summary>A sum that the database made; its rows are read when the bridge is opened.</summary>
    public static Figure Queried(string key, string label, Measure value, BridgeText text, long rowCount, Func<CancellationToken, IAsyncEnumerable<BridgeRow>> rows) =>
        new(key, label, value, new RowsBridge(text.Definition, text.Source, text.Filter, rowCount, rows, text.LeftOut));

    /// <summary>Parts added up, each of one currency and unit.</summary>
    /// <exception cref="ArgumentException">There are no parts to take the unit from.</exception>
    public static Figure Total(string key, string label, string definition, IReadOnlyList<BridgePart> parts, IReadOnlyList<LeftOut>? leftOut = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(parts.Count, nameof(parts));
        var value = parts[0].Figure.Value with { Number = parts.Sum(part => part.Sign * part.Figure.Value.Number) };
        return new Figure(key, label, value, new TotalBridge(definition, parts, leftOut ?? []));
    }

    /// <summary>An amount in the base currency.</summary>
    public static Figure Converted(string key, Figure part, CurrencyCode target, decimal rate, DateOnly rateDay)
    {
        var money = Money.FromMajor(part.Value.Number * rate, target);
        return new Figure(key, part.Label, Measure.Of(money), new ConversionBridge($"{part.Value.Currency} at {rate:0.######} {target} on {rateDay:yyyy-MM-dd}", part, rate, rateDay));
    }

    /// <summary>A ratio; nothing when the denominator is nought.</summary>
    public static Figure? Ratio(string key, string label, string definition, Figure numerator, Figure denominator, decimal factor, Func<decimal, Measure> measure, IReadOnlyList<LeftOut>? leftOut = null) =>
        denominator.Value.Number == 0
            ? null
            : new Figure(key, label, measure(numerator.Value.Number * factor / denominator.Value.Number), new RatioBridge(definition, numerator, denominator, factor, leftOut ?? []));

    private static RowsBridge Rows(BridgeText text, long count, IEnumerable<BridgeRow> rows) =>
        new(text.Definition, text.Source, text.Filter, count, _ => rows.ToAsyncEnumerable(), text.LeftOut);
}

/// <summary>The words of a bridge over rows.</summary>
/// <param name="Definition">The formula in words.</param>
/// <param name="Source">The subject the rows come from.</param>
/// <param name="Filter">The filter as applied.</param>
public sealed record BridgeText(string Definition, string Source, string Filter)
{
    /// <summary>What is not in it.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; init; } = [];
}
