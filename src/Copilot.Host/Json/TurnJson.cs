using System.Text.Json.Nodes;
using Copilot.Conversation;
using Copilot.Core;

namespace Copilot.Host.Json;

/// <summary>A turn as JSON: what was asked, how it was understood, what came of it.</summary>
internal static class TurnJson
{
    /// <summary>Makes the JSON while the turn is open.</summary>
    public static async Task<JsonObject> WriteAsync(TurnReport report, IReadOnlyCollection<string> open, CancellationToken cancellationToken)
    {
        var json = new JsonObject
        {
            ["text"] = report.Text,
            ["outcome"] = Words.Of(report.Outcome),
            ["tool"] = report.Tool,
            ["arguments"] = report.Arguments.DeepClone(),
            ["answer"] = report.Answer is { } answer ? await AnswerJson.WriteAsync(answer, open, cancellationToken) : null,
            ["evidence"] = report.Answer is { } evidenced ? AnswerJson.Evidence(evidenced) : new JsonArray(),
            ["elapsed_ms"] = Math.Round(report.Elapsed.TotalMilliseconds, 2),
        };
        if (report.Message is { } message)
        {
            json["message"] = message;
        }

        if (report.Code is { } code)
        {
            json["code"] = code;
        }

        if (report.Choices.Count > 0)
        {
            json["choices"] = new JsonArray([.. report.Choices.Select(choice => (JsonNode)choice)]);
        }

        return json;
    }
}
