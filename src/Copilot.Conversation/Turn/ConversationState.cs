using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What a conversation remembers from one turn to the next; stored as JSON.</summary>
public sealed record ConversationState
{
    /// <summary>A conversation that has not begun.</summary>
    public static ConversationState Empty { get; } = new();

    /// <summary>The tool of the last turn that had one.</summary>
    public string? Tool { get; init; }

    /// <summary>Its canonical arguments.</summary>
    public JsonObject Arguments { get; init; } = [];

    /// <summary>What was last spoken of, by kind of argument: "customer" → "Trendhaus", "order" → "SO-10482".</summary>
    public IReadOnlyDictionary<string, string> Entities { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The document number or name in each row of the last table, in its order; at most 100.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>Whether the last table had rows that are not known here: understanding without executing.</summary>
    public bool RowsUnknown { get; init; }

    /// <summary>The documents that the last sentence named, in its order.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>The question that waits for an answer.</summary>
    public OpenQuestion? Question { get; init; }

    /// <summary>The language of the last sentence.</summary>
    public Language Language { get; init; }

    /// <summary>The state as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ConversationJson.Default.ConversationState);

    /// <summary>Reads a state; an empty one where the text is none.</summary>
    public static ConversationState FromJson(string? json)
    {
        try
        {
            return string.IsNullOrWhiteSpace(json) ? Empty : JsonSerializer.Deserialize(json, ConversationJson.Default.ConversationState) ?? Empty;
        }
        catch (JsonException)
        {
            // a state of an older version: beginning anew costs the person one sentence
            return Empty;
        }
    }
}

/// <summary>A question back that waits for an answer.</summary>
public sealed record OpenQuestion
{
    /// <summary>The tools that may be meant; one when only an argument is open.</summary>
    public required IReadOnlyList<string> Tools { get; init; }

    /// <summary>What is known so far.</summary>
    public JsonObject Arguments { get; init; } = [];

    /// <summary>The argument asked for; none when the tool is asked for.</summary>
    public string? Argument { get; init; }

    /// <summary>The answers offered, in order.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What was typed for the argument, where it may mean several names.</summary>
    public string? Typed { get; init; }

    /// <summary>The sentence that led to the question.</summary>
    public string Text { get; init; } = "";
}

/// <summary>Serialisation made at build time: nothing is looked up by reflection at start.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationState))]
internal sealed partial class ConversationJson : JsonSerializerContext;
