using System.Text;
using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Headings in the form in which they are compared: "Invoice No.", "invoiceNumber" and "INVOICE_NUMBER" are one.</summary>
internal static class HeadingText
{
    private static readonly HashSet<string> Numbers = new(["no", "num", "number", "nummer", "numero", "nr", "nbr", "nmbr", "n"], StringComparer.Ordinal);

    private static readonly HashSet<string> Fillers = new(["the", "of", "der", "die", "das", "des", "du", "de", "d", "la", "le", "l", "les", "van", "het", "in", "eur", "usd", "gbp", "chf"], StringComparer.Ordinal);

    /// <summary>The words of a heading, folded, without what is in brackets.</summary>
    public static IReadOnlyList<string> Words(string heading)
    {
        var plain = WithoutBrackets(heading).Replace("n°", " nr ", StringComparison.OrdinalIgnoreCase).Replace("nº", " nr ", StringComparison.OrdinalIgnoreCase)
            .Replace("№", " nr ", StringComparison.Ordinal).Replace("#", " nr ", StringComparison.Ordinal).Replace("%", " percent ", StringComparison.Ordinal);
        var words = Folding.Fold(SplitCamel(plain)).Split([.. " _-./\\,:;'()[]&+*\t"], StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Where(word => !Fillers.Contains(word)).ToArray();
        return [.. (kept.Length > 0 ? kept : words).Select(word => Numbers.Contains(word) ? "nr" : word)];
    }

    /// <summary>The words run together, with spellings of the umlauts made one: what two headings that mean the same have in common.</summary>
    public static string Key(string heading) =>
        string.Concat(Words(heading)).Replace("nummer", "nr", StringComparison.Ordinal).Replace("numero", "nr", StringComparison.Ordinal)
            .Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal);

    private static string WithoutBrackets(string heading)
    {
        var open = heading.IndexOfAny(['(', '[']);
        return open > 0 ? heading[..open] : heading;
    }

    // customerID → customer ID, POSentDate → PO Sent Date
    private static string SplitCamel(string text)
    {
        var result = new StringBuilder(text.Length + 4);
        for (var i = 0; i < text.Length; i++)
        {
            var starts = i > 0 && char.IsUpper(text[i])
                && (char.IsLower(text[i - 1]) || (char.IsUpper(text[i - 1]) && i + 1 < text.Length && char.IsLower(text[i + 1])));
            result.Append(starts ? " " : "").Append(text[i]);
        }

        return result.ToString();
    }
}
