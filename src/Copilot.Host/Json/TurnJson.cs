using System.Text.Json.Nodes;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Gate;

namespace Copilot.Host.Json;

/// <summary>A turn as JSON: what was asked, how it was understood, what came of it.</summary>
internal static class TurnJson
{
    /// <summary>Makes the JSON while the turn is open.</summary>
    public static async Task<JsonObject> WriteAsync(TurnReport report, Result<ProposalView>? proposed, IReadOnlyCollection<string> open, CancellationToken cancellationToken)
    {
        var json = new JsonObject
        {
            ["text"] = report.Text,
            ["outcome"] = proposed is { Ok: false } ? Words.Of(Outcome.Refused) : Words.Of(report.Outcome),
            ["tool"] = report.Tool,
            ["arguments"] = report.Arguments.DeepClone(),
            ["answer"] = report.Answer is { } answer ? await AnswerJson.WriteAsync(answer, open, cancellationToken) : null,
            ["evidence"] = report.Answer is { } evidenced ? AnswerJson.Evidence(evidenced) : new JsonArray(),
            ["elapsed_ms"] = Math.Round(report.Elapsed.TotalMilliseconds, 2),
        };
        if (proposed is { Ok: true, Value: var view })
        {
            json["proposal"] = ProposalJson.Write(view);
        }

        if ((proposed?.Fault?.Message ?? report.Message) is { } message)
        {
            json["message"] = message;
        }

        if ((proposed?.Fault?.Code ?? report.Code) is { } code)
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
