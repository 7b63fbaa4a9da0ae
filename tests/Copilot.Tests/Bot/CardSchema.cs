using System.Text.Json.Nodes;
using Copilot.Tests.Support;
using NJsonSchema;

namespace Copilot.Tests.Bot;

/// <summary>The published schema of Adaptive Cards 1.5. Charts came after it, so each is checked through the fallback it carries.</summary>
internal static class CardSchema
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromJsonAsync(File.ReadAllText(Repository.SharedFile("specs/adaptive-card-1.5.0.schema.json"))));

    /// <summary>What the schema finds wrong with a card; empty when it is valid.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(JsonObject card)
    {
        var schema = await Schema.Value;
        return [.. schema.Validate(WithoutCharts(card)!.ToJsonString()).Select(error => error.ToString())];
    }

    /// <summary>The card as a client shows it that draws no charts.</summary>
    public static JsonNode? WithoutCharts(JsonNode? node) => node switch
    {
        JsonObject chart when chart["type"] is JsonValue type && type.TryGetValue<string>(out var name) && name.StartsWith("Chart.", StringComparison.Ordinal) => WithoutCharts(chart["fallback"]),
        JsonObject item => new JsonObject(item.Select(pair => KeyValuePair.Create(pair.Key, WithoutCharts(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(WithoutCharts)]),
        _ => node?.DeepClone(),
    };
}
