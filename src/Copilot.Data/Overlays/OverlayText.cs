using System.Globalization;
using Copilot.Core;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Copilot.Data;

/// <summary>Values of fields as text: as they are stored, so that a statement can compare them, and as a person reads them.</summary>
internal static class OverlayText
{
    private const string Minor = "Minor";

    /// <summary>A value as it is stored, the same text on both databases.</summary>
    public static string? Raw(IProperty property, object? value)
    {
        if (value is null)
        {
            return null;
        }

        var stored = property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
        return stored switch
        {
            null => null,
            bool flag => flag ? "1" : "0",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => stored.ToString(),
        };
    }

    /// <summary>A stored value as a person reads it: amounts with their currency, words in lower case.</summary>
    public static string Shown(Type type, string field, string? raw, CurrencyCode? currency)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return raw switch
        {
            null => "",
            _ when plain == typeof(bool) => raw == "1" ? "yes" : "no",
            _ when plain.IsEnum && Enum.TryParse(plain, raw, out var word) => Words.Of((Enum)word).Replace('_', ' '),
            _ when IsAmount(field) && currency is { } known && long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minor) => new Money(minor, known).ToString(),
            _ => raw,
        };
    }

    /// <summary>A field's name as it is handed over: PromisedOn → promised_on, OpenMinor → open.</summary>
    public static string Name(string field)
    {
        var name = field switch
        {
            _ when IsAmount(field) => field[..^Minor.Length],
            _ when field.EndsWith("Id", StringComparison.Ordinal) => field[..^2],
            _ => field,
        };
        return string.Concat(name.Select((letter, place) => char.IsAsciiLetterUpper(letter) && place > 0 ? $"_{char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString()));
    }

    /// <summary>Whether a field is an amount in minor units.</summary>
    public static bool IsAmount(string field) => field.EndsWith(Minor, StringComparison.Ordinal);
}
