using System.Globalization;

namespace Copilot.Plugins.Shared;

/// <summary>Small pieces of plain English.</summary>
internal static class Wording
{
    /// <summary>"1 invoice", "3 invoices", "1,204 invoices"; the plural adds an s unless it is given.</summary>
    public static string Count(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>"A", "A and B", "A, B and C".</summary>
    public static string List(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}",
    };

    /// <summary>A canonical word as it is read: "short_shipment" → "short shipment".</summary>
    public static string Plain(string canonicalWord) => canonicalWord.Replace('_', ' ');
}
