using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>A conversation with the tool and arguments that its last turn asks for.</summary>
/// <param name="Id">Its name.</param>
/// <param name="User">Who asks.</param>
/// <param name="Language">In which language.</param>
/// <param name="Turns">What is said, in order.</param>
/// <param name="Tools">The tools that are right; <c>clarify</c> and <c>decline</c> are tools here.</param>
/// <param name="Arguments">The arguments, exactly these; "*" for any value.</param>
internal sealed record EvaluationCase(string Id, string User, string Language, IReadOnlyList<string> Turns, IReadOnlyList<string> Tools, JsonObject Arguments)
{
    /// <summary>Reads one line.</summary>
    public static Result<EvaluationCase> Parse(string line, int number)
    {
        try
        {
            if (JsonNode.Parse(line) is JsonObject node && Texts(node["turns"]) is { Count: > 0 } turns && Texts(node["tools"]) is { Count: > 0 } tools)
            {
                return new EvaluationCase(node["id"]?.ToString() ?? $"line-{number}", node["user"]?.ToString() ?? "", node["lang"]?.ToString() ?? "en", turns, tools, node["args"] as JsonObject ?? []);
            }
        }
        catch (JsonException exception)
        {
            return new Fault("LA-020", $"Line {number} is no JSON: {exception.Message}");
        }

        return new Fault("LA-021", $"Line {number} needs \"turns\" and \"tools\", each a list of at least one text.");
    }

    private static List<string> Texts(JsonNode? node) => node switch
    {
        JsonArray several => [.. several.Select(item => item?.ToString() ?? "")],
        JsonValue one => [one.ToString()],
        _ => [],
    };
}
