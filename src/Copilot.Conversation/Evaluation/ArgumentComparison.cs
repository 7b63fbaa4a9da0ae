using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Compares canonical arguments: the same names, and for each the same value whatever its spelling in JSON.</summary>
internal static class ArgumentComparison
{
    /// <summary>Whether two sets of arguments are the same; "*" expects any value.</summary>
    public static bool Same(JsonObject expected, JsonObject actual)
    {
        var wanted = expected.Where(pair => pair.Value is not null).ToList();
        return wanted.Count == actual.Count(pair => pair.Value is not null)
            && wanted.TrueForAll(pair => actual[pair.Key] is { } value && (IsAny(pair.Value!) || IsAny(value) || Same(pair.Key, pair.Value!, value)));
    }

    private static bool IsAny(JsonNode node) => node is JsonValue && node.ToString() == "*";

    private static bool Same(string name, JsonNode expected, JsonNode actual) => name switch
    {
        "invoices" => Numbers(expected).SetEquals(Numbers(actual)),
        "lines" => Lines(expected).SetEquals(Lines(actual)),
        _ => Canonical(expected) == Canonical(actual),
    };

    private static HashSet<string> Numbers(JsonNode node) => node is JsonArray several
        ? [.. several.Select(item => item?.ToString() ?? "")]
        : [.. node.ToString().Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries)];

    private static HashSet<string> Lines(JsonNode node) => node is JsonArray several
        ? [.. several.Select(line => $"{line?["sku"]?.ToString().ToUpperInvariant()}×{Canonical(line?["quantity"] ?? JsonValue.Create(0))}")]
        : [node.ToString()];

    private static string Canonical(JsonNode node)
    {
        var text = node.ToString().Trim();
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture)
            : Folding.Fold(text).TrimEnd('.', '?', '!');
    }
}
