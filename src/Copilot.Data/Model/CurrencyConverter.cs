using Copilot.Core;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Copilot.Data;

/// <summary>A currency is its three letters in the store; "XXX" is no currency, the default value.</summary>
internal sealed class CurrencyConverter() : ValueConverter<CurrencyCode, string>(currency => currency.Code, code => Read(code))
{
    private static readonly CurrencyCode Pound = CurrencyCode.Of("GBP");
    private static readonly CurrencyCode Dollar = CurrencyCode.Of("USD");

    // the three that nearly every row has are not parsed again for each of a million rows
    internal static CurrencyCode Read(string code) => code switch
    {
        "EUR" => CurrencyCode.Eur,
        "GBP" => Pound,
        "USD" => Dollar,
        "XXX" => default,
        _ => CurrencyCode.Of(code),
    };
}
