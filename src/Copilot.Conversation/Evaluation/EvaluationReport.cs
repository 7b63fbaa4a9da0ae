using System.Text.Json.Nodes;

namespace Copilot.Conversation;

/// <summary>How well a file of sentences was understood.</summary>
public sealed record EvaluationReport
{
    /// <summary>How many sentences.</summary>
    public required int Cases { get; init; }

    /// <summary>Share for which a right tool was chosen.</summary>
    public required double ToolAccuracy { get; init; }

    /// <summary>Share for which the tool and all arguments were right.</summary>
    public required double ToolAndArgumentAccuracy { get; init; }

    /// <summary>By the first right tool.</summary>
    public required IReadOnlyDictionary<string, EvaluationScore> PerTool { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, EvaluationScore> PerLanguage { get; init; }

    /// <summary>What was not understood.</summary>
    public required IReadOnlyList<EvaluationMiss> Misses { get; init; }

    /// <summary>The report as <c>eval --json</c> prints it.</summary>
    public JsonObject ToJson() => new()
    {
        ["cases"] = Cases,
        ["tool_accuracy"] = Math.Round(ToolAccuracy, 4),
        ["tool_and_argument_accuracy"] = Math.Round(ToolAndArgumentAccuracy, 4),
        ["per_tool"] = Scores(PerTool),
        ["per_language"] = Scores(PerLanguage),
        ["misses"] = new JsonArray([.. Misses.Select(miss => miss.ToJson())]),
    };

    private static JsonObject Scores(IReadOnlyDictionary<string, EvaluationScore> scores) => new(scores.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)new JsonObject
    {
        ["cases"] = pair.Value.Cases, ["tool_accuracy"] = Math.Round(pair.Value.ToolAccuracy, 4), ["tool_and_argument_accuracy"] = Math.Round(pair.Value.ToolAndArgumentAccuracy, 4),
    })));
}

/// <summary>The score of a group of sentences.</summary>
/// <param name="Cases">How many.</param>
/// <param name="ToolAccuracy">Share with a right tool.</param>
/// <param name="ToolAndArgumentAccuracy">Share with tool and arguments right.</param>
public sealed record EvaluationScore(int Cases, double ToolAccuracy, double ToolAndArgumentAccuracy);

/// <summary>A sentence not understood.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Turns">What was said.</param>
/// <param name="Expected">The tools that would have been right.</param>
/// <param name="ExpectedArguments">With these arguments.</param>
/// <param name="Tool">What was chosen.</param>
/// <param name="Arguments">With these.</param>
public sealed record EvaluationMiss(string Id, IReadOnlyList<string> Turns, IReadOnlyList<string> Expected, JsonObject ExpectedArguments, string Tool, JsonObject Arguments)
{
    internal JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["turns"] = new JsonArray([.. Turns.Select(turn => (JsonNode)turn)]),
        ["expected"] = new JsonArray([.. Expected.Select(tool => (JsonNode)tool)]),
        ["expected_args"] = ExpectedArguments.DeepClone(),
        ["tool"] = Tool,
        ["args"] = Arguments.DeepClone(),
    };
}
