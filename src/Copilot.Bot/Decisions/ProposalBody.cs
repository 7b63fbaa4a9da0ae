using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Core;
using Copilot.Gate;

namespace Copilot.Bot;

/// <summary>What a proposal changes, as elements of a card. Nothing of it is ever cut: a long text becomes several elements, and many elements several pages.</summary>
internal static class ProposalBody
{
    private const int Piece = 900;
    private const int Whole = 100_000;

    /// <summary>All of it, in order.</summary>
    public static IEnumerable<JsonObject> Of(ProposalView view, bool ticks)
    {
        foreach (var text in Pieces(view.Proposal.Reason))
        {
            yield return CardElements.Sentence(text, Tone.Plain, Whole);
        }

        foreach (var element in view.Effects.SelectMany(effect => Of(effect, ticks && view.State == ProposalState.Proposed)))
        {
            yield return element;
        }

        foreach (var remark in view.Proposal.Remarks)
        {
            foreach (var text in Pieces(remark.Text))
            {
                yield return CardElements.Sentence(text, remark.Tone, Whole);
            }
        }
    }

    private static IEnumerable<JsonObject> Of(EffectView effect, bool ticks)
    {
        var text = effect.Effect.Describe();
        var state = effect.State == EffectState.Proposed ? "" : $" — {Words.Of(effect.State).Replace('_', ' ')}";
        var title = $"{effect.Ordinal.ToString(CultureInfo.InvariantCulture)}. {text.Title}{state}";
        yield return ticks
            ? new JsonObject { ["type"] = "Input.Toggle", ["id"] = DecisionInputs.PartId(effect.Ordinal), ["title"] = CardText.Line(title, Whole), ["value"] = "true", ["valueOn"] = "true", ["valueOff"] = "false", ["wrap"] = true }
            : CardElements.Subheading(title, Whole);
        if (effect.Receipt is { } receipt)
        {
            yield return CardElements.Sentence(receipt, effect.State == EffectState.Done ? Tone.Good : Tone.Warning, Whole);
        }

        foreach (var change in text.Changes)
        {
            foreach (var piece in Pieces(change.Before.Length == 0 ? change.After : $"{change.Before} → {change.After}"))
            {
                yield return CardElements.Facts([(change.Field, piece)], Whole, "small");
            }
        }

        foreach (var element in text.Mail is { } mail ? Of(mail) : [])
        {
            yield return element;
        }
    }

    private static IEnumerable<JsonObject> Of(MailText mail)
    {
        yield return CardElements.Facts([("To", string.Join(", ", mail.To)), ("Subject", mail.Subject)], Whole, "small");
        foreach (var element in MailBody.Of(mail.Body, Pieces))
        {
            yield return element;
        }

        foreach (var attachment in mail.Attachments)
        {
            yield return CardElements.Facts([("Attached", attachment)], Whole, "small");
        }
    }

    private static IEnumerable<string> Pieces(string text)
    {
        for (var from = 0; from < text.Length;)
        {
            // a piece ends between words where it can, and never inside a character
            var to = Math.Min(text.Length, from + Piece);
            var space = to < text.Length ? text.LastIndexOf(' ', to - 1, to - from) : -1;
            to = space > from ? space + 1 : to < text.Length && char.IsHighSurrogate(text[to - 1]) ? to - 1 : to;
            yield return text[from..to];
            from = to;
        }
    }
}
