namespace Copilot.Core;

/// <summary>An ISO 4217 currency code with the number of its minor digits ("EUR" has 2, "JPY" 0).</summary>
/// <remarks>Any three letters are accepted, so that a company's own books can hold any currency; unknown codes count two minor digits.</remarks>
public readonly record struct CurrencyCode
{
    private static readonly Dictionary<string, int> MinorDigitsByCode = new(StringComparer.Ordinal)
    {
        // ISO 4217 list one: the currencies whose minor unit is not a hundredth
        ["BIF"] = 0, ["CLP"] = 0, ["DJF"] = 0, ["GNF"] = 0, ["ISK"] = 0, ["JPY"] = 0, ["KMF"] = 0, ["KRW"] = 0, ["PYG"] = 0,
        ["RWF"] = 0, ["UGX"] = 0, ["UYI"] = 0, ["VND"] = 0, ["VUV"] = 0, ["XAF"] = 0, ["XOF"] = 0, ["XPF"] = 0,
        ["BHD"] = 3, ["IQD"] = 3, ["JOD"] = 3, ["KWD"] = 3, ["LYD"] = 3, ["OMR"] = 3, ["TND"] = 3,
    };

    private readonly string? _code;

    private CurrencyCode(string code) => _code = code;

    /// <summary>The euro.</summary>
    public static readonly CurrencyCode Eur = new("EUR");

    /// <summary>The three capital letters; the default value reads "XXX" (no currency).</summary>
    public string Code => _code ?? "XXX";

    /// <summary>How many digits stand after the decimal point.</summary>
    public int MinorDigits => MinorDigitsByCode.GetValueOrDefault(Code, 2);

    /// <summary>Minor units in one major unit: 100 for EUR, 1 for JPY.</summary>
    public long MinorPerMajor => MinorDigits switch { 0 => 1, 3 => 1000, _ => 100 };

    /// <summary>Takes three letters in any case.</summary>
    /// <exception cref="FormatException">The text is not three letters.</exception>
    public static CurrencyCode Of(string code) =>
        TryParse(code, out var currency) ? currency : throw new FormatException($"'{code}' is not a currency code of three letters.");

    /// <summary>Takes three ASCII letters in any case; false for anything else.</summary>
    public static bool TryParse(string? text, out CurrencyCode currency)
    {
        var trimmed = text?.Trim() ?? "";
        var valid = trimmed.Length == 3 && trimmed.All(char.IsAsciiLetter);
        currency = valid ? new CurrencyCode(string.Intern(trimmed.ToUpperInvariant())) : default;
        return valid;
    }


    /// <summary>The three letters.</summary>
    public override string ToString() => Code;
}
