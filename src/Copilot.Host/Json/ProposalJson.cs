using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Core;
using Copilot.Gate;

namespace Copilot.Host.Json;

/// <summary>A proposal and a decision as JSON.</summary>
internal static class ProposalJson
{
    /// <summary>A proposal as it stands.</summary>
    public static JsonObject Write(ProposalView view) => new()
    {
        ["number"] = view.Number,
        ["digest"] = view.Digest,
        ["state"] = Words.Of(view.State),
        ["title"] = view.Proposal.Title,
        ["reason"] = view.Proposal.Reason,
        ["requester"] = view.Requester,
        ["expires_at"] = view.ExpiresAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ["decided_by"] = view.DecidedBy,
        ["standing_approval"] = view.Standing,
        ["waits_until"] = view.WaitsUntil?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ["effects"] = new JsonArray([.. view.Effects.Select(Write)]),
        ["remarks"] = new JsonArray([.. view.Proposal.Remarks.Select(remark => (JsonNode)remark.Text)]),
        ["basis"] = new JsonArray([.. view.Proposal.Basis.Select(basis => (JsonNode)new JsonObject
        {
            ["query"] = basis.Query, ["arguments"] = basis.Arguments, ["sha256"] = basis.Sha256,
            ["facts"] = new JsonArray([.. basis.Facts.Select(fact => (JsonNode)new JsonObject { ["name"] = fact.Name, ["value"] = fact.Value })]),
        })]),
    };

    /// <summary>What came of a decision.</summary>
    public static JsonObject Write(string text, DecisionResult result) => new()
    {
        ["text"] = text,
        ["outcome"] = Words.Of(result.End),
        ["message"] = result.Message,
        ["code"] = result.Code,
        ["changed"] = new JsonArray([.. result.Changed.Select(Write)]),
        ["proposal"] = result.View is { } view ? Write(view) : null,
    };

    private static JsonNode Write(EffectView view)
    {
        var text = view.Effect.Describe();
        return new JsonObject
        {
            ["ordinal"] = view.Ordinal,
            ["effect"] = EffectJson.KindOf(view.Effect),
            ["title"] = text.Title,
            ["state"] = Words.Of(view.State),
            ["receipt"] = view.Receipt,
            ["changes"] = new JsonArray([.. text.Changes.Select(Write)]),
            ["mail"] = text.Mail is { } mail ? new JsonObject
            {
                ["to"] = new JsonArray([.. mail.To.Select(to => (JsonNode)to)]), ["subject"] = mail.Subject, ["body"] = mail.Body,
                ["attachments"] = new JsonArray([.. mail.Attachments.Select(name => (JsonNode)name)]),
            } : null,
        };
    }

    private static JsonNode Write(Change change) => new JsonObject { ["field"] = change.Field, ["before"] = change.Before, ["after"] = change.After };
}
