using Copilot.Plugins.Receivables.Cash;

namespace Copilot.Benchmarks.Cash;

/// <summary>How many payments of a kind were read right.</summary>
internal sealed record CashScoreRow(string Kind, bool Clean, int Count, int Right, int Sure, int WrongButSure, int LeftUnknown);

/// <summary>Compares suggestions with labels.</summary>
internal static class CashScore
{
    /// <summary>A row for each kind, clean ones first.</summary>
    public static IReadOnlyList<CashScoreRow> Of(IReadOnlyList<LabelledPayment> labelled, IReadOnlyList<CashSuggestion> suggestions) =>
    [
        .. labelled.Zip(suggestions, (label, suggestion) => (label, suggestion, right: IsRight(label, suggestion)))
            .GroupBy(pair => (pair.label.Kind, pair.label.Clean))
            .Select(group => new CashScoreRow(
                group.Key.Kind, group.Key.Clean, group.Count(), group.Count(pair => pair.right), group.Count(pair => pair.suggestion.Certainty == CashCertainty.Sure),
                group.Count(pair => pair.suggestion.Certainty == CashCertainty.Sure && !pair.right), group.Count(pair => pair.suggestion.Lines.Count == 0)))
            .OrderByDescending(row => row.Clean).ThenBy(row => row.Kind, StringComparer.Ordinal),
    ];

    /// <summary>Right: the same documents with the same amounts; where nothing is meant, nothing is suggested.</summary>
    public static bool IsRight(LabelledPayment label, CashSuggestion suggestion) =>
        label.Truth.Count == suggestion.Lines.Count && suggestion.Lines.All(line => label.Truth.GetValueOrDefault(line.Item.Number) == line.PaidMinor);
}
