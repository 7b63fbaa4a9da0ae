using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Currencies as exports write them.</summary>
internal static class CurrencyNames
{
    private static readonly Dictionary<string, CurrencyCode> Signs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["€"] = CurrencyCode.Eur, ["euro"] = CurrencyCode.Eur, ["euros"] = CurrencyCode.Eur, ["£"] = CurrencyCode.Of("GBP"), ["pound"] = CurrencyCode.Of("GBP"),
        ["zł"] = CurrencyCode.Of("PLN"), ["US$"] = CurrencyCode.Of("USD"), ["US dollar"] = CurrencyCode.Of("USD"), ["SFr."] = CurrencyCode.Of("CHF"), ["Fr."] = CurrencyCode.Of("CHF"),
    };

    /// <summary>Reads a code or a sign that stands for one currency alone ("$" stands for several).</summary>
    public static bool TryParse(string text, out CurrencyCode currency) =>
        CurrencyCode.TryParse(text, out currency) || Signs.TryGetValue(text.Trim(), out currency);
}
