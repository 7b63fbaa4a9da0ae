using System.Collections.Frozen;
using System.Globalization;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>How a reader's country writes amounts and days.</summary>
internal static class DraftCulture
{
    private static readonly FrozenDictionary<Language, string[]> Countries = new Dictionary<Language, string[]>
    {
        [Language.En] = ["GB", "US", "IE", "AU", "CA", "NZ"], [Language.De] = ["DE", "AT", "CH", "LI", "LU"], [Language.Fr] = ["FR", "BE", "CH", "CA", "LU"], [Language.Nl] = ["NL", "BE"],
    }.ToFrozenDictionary();

    /// <summary>
    /// That of the language in the country where it is spoken there, else that of the language's first country: an English letter to Poland reads as one
    /// to Britain does, not as no country writes.
    /// </summary>
    public static CultureInfo Of(DraftReader reader)
    {
        var countries = Countries[reader.Language];
        var country = countries.Contains(reader.Country, StringComparer.Ordinal) ? reader.Country : countries[0];
        return CultureInfo.GetCultureInfo($"{Words.Of(reader.Language)}-{country}");
    }

    /// <summary>"1.204,50 EUR".</summary>
    public static string Written(Money money, CultureInfo culture) => $"{money.Major.ToString("N" + money.Currency.MinorDigits.ToString(CultureInfo.InvariantCulture), culture)}\u00A0{money.Currency}";

    /// <summary>The short day with its whole year: "20.11.2026", "20/11/2026".</summary>
    public static string Written(DateOnly day, CultureInfo culture)
    {
        var pattern = culture.DateTimeFormat.ShortDatePattern;
        return day.ToString(pattern.Contains("yyyy", StringComparison.Ordinal) ? pattern : pattern.Replace("yy", "yyyy", StringComparison.Ordinal).Replace("y", "yyyy", StringComparison.Ordinal), culture);
    }
}
