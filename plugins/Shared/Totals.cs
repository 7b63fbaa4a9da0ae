using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>Totals over currencies as facts.</summary>
internal static class Totals
{
    /// <summary>
    /// The base-currency total first, then, where it is not simply the one subtotal, each currency's subtotal. The subtotals are the parts of the
    /// total's bridge, so both agree. The total's key is <paramref name="key"/>.
    /// </summary>
    public static IReadOnlyList<Fact> Facts(RateTable rates, string key, string label, IReadOnlyList<Figure> subtotals)
    {
        var total = rates.Total(key, label, subtotals);
        return subtotals.Count == 0 || (subtotals.Count == 1 && subtotals[0].Value.Currency == rates.Target)
            ? [new Fact(total)]
            : [new Fact(total), .. subtotals.OrderByDescending(subtotal => subtotal.Value.Number).Select(subtotal => new Fact(subtotal))];
    }

    /// <summary>The key of a currency's figure: <c>overdue</c>, GBP → <c>overdue.gbp</c>.</summary>
    public static string Key(string key, CurrencyCode currency) => $"{key}.{currency.Code.ToLowerInvariant()}";
}
