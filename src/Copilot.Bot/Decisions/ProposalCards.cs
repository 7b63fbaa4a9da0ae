using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Core;
using Copilot.Gate;

namespace Copilot.Bot;

/// <summary>
/// The card of a proposal: everything it would change, read from its sealed bytes. What one card does not hold pages; the buttons that decide stand
/// on the last page alone.
/// </summary>
internal sealed class ProposalCards(CardActions actions)
{
    // of 28 KB: heading, buttons, inputs and the reasons of a comparison need the rest
    private const int PageBytes = 16 * 1024;
    private const int FormBytes = 6 * 1024;

    private readonly CardButtons _buttons = new(actions, CardLevel.All[0]);

    /// <summary>A page of a proposal.</summary>
    /// <param name="view">The proposal as it stands.</param>
    /// <param name="page">Which page, from 1.</param>
    /// <param name="result">What was decided just now; none where it is only shown.</param>
    /// <param name="colleagues">Who else could confirm it: short name and name.</param>
    /// <returns>The card, and which of how many pages it shows.</returns>
    public (JsonObject Card, int Page, int Pages) Render(ProposalView view, int page, DecisionResult? result, IReadOnlyList<(string Key, string Name)> colleagues)
    {
        var ticks = Pages(ProposalBody.Of(view, ticks: false)).Count == 1 && view.Effects.Count > 1;
        var pages = Pages(ProposalBody.Of(view, ticks));
        var number = Math.Clamp(page, 1, pages.Count);
        var last = number == pages.Count;
        var level = CardLevel.All[0];
        var body = new List<JsonObject> { CardElements.Heading($"{view.Number}: {view.Proposal.Title}", level.Sentence), CardElements.Aside(State(view), level.Sentence) };
        if (view.Stopped is { } said)
        {
            body.Add(CardElements.Sentence(Stop(said), Tone.Warning, level.Sentence));
        }

        if (view is { State: ProposalState.Proposed, UndoneWith: [_, ..] roles })
        {
            body.Add(CardElements.Sentence($"It takes back as much as was changed: somebody else than the one who asks has to confirm it ({string.Join(" or ", roles)}).", Tone.Warning, level.Sentence));
        }

        body.AddRange(view.Away.Select(sentence => CardElements.Aside(sentence, level.Sentence)));
        body.AddRange(Told(result, level));
        body.AddRange(pages[number - 1]);
        if (pages.Count > 1)
        {
            body.Add(CardElements.Aside($"Page {Number(number)} of {Number(pages.Count)}. {(last ? "That is all of it." : "The buttons to decide stand on the last page.")}", level.Sentence));
        }

        body.AddRange(last ? Ways(view, colleagues) : CardElements.Buttons([_buttons.Page("Next page", view.Number, number + 1)]));
        return (CardElements.Card(body, PlainText(view, result), level), number, pages.Count);
    }

    /// <summary>The same in a sentence or two, for notifications and screen readers.</summary>
    public static string PlainText(ProposalView view, DecisionResult? result) => CardText.Line(
        result?.Message ?? (view.Stopped is { } said ? $"{view.Number}: {view.Proposal.Title}. {Stop(said)}" : view.State == ProposalState.Proposed ? $"{view.Number}: {view.Proposal.Title}. Nothing is done before you confirm." : $"{view.Number}: {view.Proposal.Title}. {State(view)}"), 300);

    private static IEnumerable<JsonObject> Told(DecisionResult? result, CardLevel level)
    {
        if (result is null)
        {
            yield break;
        }

        yield return CardElements.Sentence(result.Message, result.End is DecisionEnd.Refused or DecisionEnd.Replaced ? Tone.Warning : Tone.Plain, level.Sentence);
        foreach (var change in result.Changed.Take(level.Facts))
        {
            yield return CardElements.Facts([(change.Field, $"{(change.Before.Length == 0 ? "nothing" : change.Before)} → {(change.After.Length == 0 ? "nothing" : change.After)}")], level.Cell * 2, "small");
        }
    }

    private IEnumerable<JsonObject> Ways(ProposalView view, IReadOnlyList<(string Key, string Name)> colleagues)
    {
        if (view.State == ProposalState.Proposed && view.Stopped is null)
        {
            return Open(view, colleagues);
        }

        var after = new List<JsonObject>();
        if (view.Stopped is null && view.Effects.Any(effect => effect.State == EffectState.Failed))
        {
            after.Add(_buttons.Decide("Try again what failed", view.Number, view.Digest, "retry"));
        }

        if (view.Effects.Any(effect => effect.Undoable))
        {
            after.Add(_buttons.Decide("Take it back", view.Number, view.Digest, "undo"));
        }

        return [.. view.UndoneWith.Count > 0 ? new[] { CardElements.Aside(UndoNeeds(view), CardLevel.All[0].Sentence) } : [], .. CardElements.Buttons(after)];
    }

    private static string UndoNeeds(ProposalView view) => $"To take it back, somebody else has to confirm that: {string.Join(" or ", view.UndoneWith)}.";

    private IEnumerable<JsonObject> Open(ProposalView view, IReadOnlyList<(string Key, string Name)> colleagues)
    {
        var form = Form(view);
        var (edit, other) = ("edit", "other");
        JsonObject[] first = [_buttons.Decide("Confirm", view.Number, view.Digest, "confirm", "positive"), .. form.Count > 0 ? new[] { CardButtons.Unfold("Correct", edit) } : [], CardButtons.Unfold("More ways", other)];
        var rest = new List<JsonObject>
        {
            new() { ["type"] = "Input.Text", ["id"] = "reason", ["label"] = "Reason", ["placeholder"] = "Why it is rejected (may stay empty)", ["maxLength"] = 500 },
        };
        rest.AddRange(CardElements.Buttons([_buttons.Decide("Reject", view.Number, view.Digest, "reject", "destructive")]));
        if (colleagues.Count > 0)
        {
            rest.Add(new JsonObject
            {
                ["type"] = "Input.ChoiceSet", ["id"] = "pass", ["label"] = "Somebody else decides", ["value"] = colleagues[0].Key,
                ["choices"] = new JsonArray([.. colleagues.Take(20).Select(person => (JsonNode)new JsonObject { ["title"] = CardText.Line(person.Name, 80), ["value"] = person.Key })]),
            });
            rest.AddRange(CardElements.Buttons([_buttons.Decide("Ask them", view.Number, view.Digest, "pass")]));
        }

        return
        [
            .. CardElements.Buttons(first),
            .. form.Count > 0 ? new[] { Hidden(edit, [.. form, .. CardElements.Buttons([_buttons.Decide("Show it corrected", view.Number, view.Digest, "edit")])]) } : [],
            Hidden(other, rest),
        ];
    }

    // a form for what one effect lets be corrected; where there is more than a card holds, one types: edit P-1042/3 subject: …
    private static List<JsonObject> Form(ProposalView view)
    {
        if (view.Effects.Count != 1)
        {
            return [];
        }

        var effect = view.Effects[0];
        List<JsonObject> form = [.. effect.Effect.Fields().Select(field => new JsonObject
        {
            ["type"] = field.Kind == EditKind.Day ? "Input.Date" : "Input.Text",
            ["id"] = DecisionInputs.FieldId(effect.Ordinal, field.Key),
            ["label"] = field.Label,
            ["value"] = field.Value,
        })];
        foreach (var (field, input) in effect.Effect.Fields().Zip(form))
        {
            if (field.Kind == EditKind.Text)
            {
                input["isMultiline"] = true;
            }
        }

        return form.Sum(Bytes) <= FormBytes ? form : [];
    }

    private static JsonObject Hidden(string id, IEnumerable<JsonObject> items) =>
        new() { ["type"] = "Container", ["id"] = id, ["isVisible"] = false, ["style"] = "emphasis", ["items"] = new JsonArray([.. items]) };

    private static List<List<JsonObject>> Pages(IEnumerable<JsonObject> elements)
    {
        var pages = new List<List<JsonObject>> { new() };
        var size = 0;
        foreach (var element in elements)
        {
            var bytes = Bytes(element);
            if (size + bytes > PageBytes && pages[^1].Count > 0)
            {
                pages.Add([]);
                size = 0;
            }

            pages[^1].Add(element);
            size += bytes;
        }

        return pages;
    }

    // as the strictest writer would put it, every letter beyond ASCII escaped: what is sent is never longer
    private static int Bytes(JsonObject element) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(element, JsonSerializerOptions.Default).Length;

    private static string Stop(string said) => $"Everything is stopped: {said}. Nothing is confirmed or run until an administrator releases it.";

    private static string State(ProposalView view) => view.State switch
    {
        ProposalState.Proposed when view.AgreedBy.Count > 0 => $"Agreed by {string.Join(", ", view.AgreedBy.Select(view.NameOf))}; another person has to agree besides.",
        ProposalState.Proposed => $"Asked for by {view.NameOf(view.Requester)}. Nothing is done before it is confirmed{(view.IsFinal ? ", and once done it cannot be taken back here" : "")}; open until {view.ExpiresAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC.",
        ProposalState.Confirmed when view.WaitsUntil is { } waits && !view.Running => $"Confirmed by {Who(view)}; waits until {waits.ToString("dddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} on their clock, as the policy says.",
        ProposalState.Confirmed when view.Running => $"Confirmed by {Who(view)}; running.",
        ProposalState.Confirmed => $"Confirmed by {Who(view)}.",
        ProposalState.Rejected => $"Rejected by {view.NameOf(view.DecidedBy)}{(view.DecisionReason is { Length: > 0 } why ? $": {why}" : ".")}",
        ProposalState.Expired => "Expired: nobody decided in time.",
        ProposalState.Superseded => $"Replaced by {view.SupersededBy}.",
        _ => throw new InvalidOperationException($"{view.State} has no words."),
    };

    private static string Who(ProposalView view) => view.Standing is { } standing ? $"{view.NameOf(view.DecidedBy)} (standing approval {standing})" : view.NameOf(view.DecidedBy);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
