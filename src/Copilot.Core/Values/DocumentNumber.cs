using System.Diagnostics.CodeAnalysis;

namespace Copilot.Core;

/// <summary>
/// The number of a document in its canonical form. A number of this house is prefix, dash, digits ("SO-10482") and is read with or
/// without the dash, with a blank in its place and in any case ("so10482"); a number from another system is kept as it stands.
/// </summary>
public readonly record struct DocumentNumber
{
    private DocumentNumber(DocumentKind kind, string text) => (Kind, Text) = (kind, text);

    /// <summary>What kind of document carries it.</summary>
    public DocumentKind Kind { get; }

    /// <summary>The canonical text.</summary>
    public string Text { get; }

    /// <summary>The letters before the dash for that kind.</summary>
    public static string PrefixOf(DocumentKind kind) => kind switch
    {
        DocumentKind.Order => "SO",
        DocumentKind.Invoice => "INV",
        DocumentKind.Payment => "PAY",
        DocumentKind.Shipment => "SHP",
        DocumentKind.Chargeback => "CB",
        DocumentKind.Opportunity => "OPP",
        DocumentKind.EdiMessage => "EDI",
        DocumentKind.CreditNote => "CN",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The number of this house for a kind and a count: Order, 10482 → SO-10482.</summary>
    public static DocumentNumber Of(DocumentKind kind, int number) => new(kind, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{PrefixOf(kind)}-{number}"));

    /// <summary>Reads a number of this house, whatever its kind; false when the text is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DocumentNumber number)
    {
        foreach (var kind in Enum.GetValues<DocumentKind>())
        {
            if (Digits(text, PrefixOf(kind)) is { } digits)
            {
                number = new DocumentNumber(kind, $"{PrefixOf(kind)}-{digits}");
                return true;
            }
        }

        number = default;
        return false;
    }

    /// <summary>Reads a number for a known kind: one of this house in canonical form, any other text trimmed and kept.</summary>
    /// <exception cref="FormatException">The text is blank.</exception>
    public static DocumentNumber For(DocumentKind kind, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new FormatException("A document number is not blank.");
        }

        return Digits(text, PrefixOf(kind)) is { } digits ? new(kind, $"{PrefixOf(kind)}-{digits}") : new(kind, text.Trim());
    }

    /// <summary>The canonical text.</summary>
    public override string ToString() => Text;

    private static string? Digits(string? text, string prefix)
    {
        var trimmed = text?.Trim() ?? "";
        if (!trimmed.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = trimmed[prefix.Length..].TrimStart('-', ' ', '#', '\u2010', '\u2011', '\u2013');
        return rest.Length is > 0 and <= 9 && rest.All(char.IsAsciiDigit) ? rest : null;
    }
}
