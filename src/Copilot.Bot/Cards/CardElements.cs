using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Bot;

/// <summary>The elements that the cards are put together from. Every text goes through <see cref="CardText"/>.</summary>
internal static class CardElements
{
    /// <summary>The heading of a card, for screen readers too.</summary>
    public static JsonObject Heading(string text, int most) => new()
    {
        ["type"] = "TextBlock", ["text"] = CardText.Block(text, most), ["wrap"] = true, ["style"] = "heading", ["size"] = "medium", ["weight"] = "bolder",
    };

    /// <summary>The heading of a part of a card.</summary>
    public static JsonObject Subheading(string text, int most) => new()
    {
        ["type"] = "TextBlock", ["text"] = CardText.Block(text, most), ["wrap"] = true, ["weight"] = "bolder", ["spacing"] = "medium",
    };

    /// <summary>A sentence in its tone.</summary>
    public static JsonObject Sentence(string text, Tone tone, int most)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = CardText.Block(text, most), ["wrap"] = true };
        switch (tone)
        {
            case Tone.Good:
                block["color"] = "good";
                break;
            case Tone.Warning:
                block["color"] = "warning";
                break;
            case Tone.Note:
                block["isSubtle"] = true;
                break;
            case Tone.Plain:
                break;
            default:
                throw new InvalidOperationException($"Tone {tone} has no look on a card.");
        }

        return block;
    }

    /// <summary>A small line beside the matter: where from, how many, what is not shown.</summary>
    public static JsonObject Aside(string text, int most, string spacing = "small") => new()
    {
        ["type"] = "TextBlock", ["text"] = CardText.Block(text, most), ["wrap"] = true, ["size"] = "small", ["isSubtle"] = true, ["spacing"] = spacing,
    };

    /// <summary>Named texts; beside each other where there is room, readable on a phone.</summary>
    public static JsonObject Facts(IEnumerable<(string Title, string Value)> facts, int most, string spacing = "default") => new()
    {
        ["type"] = "FactSet",
        ["spacing"] = spacing,
        ["facts"] = new JsonArray([.. facts.Select(fact => (JsonNode)new JsonObject { ["title"] = CardText.Block(fact.Title, most), ["value"] = CardText.Block(fact.Value, most) })]),
    };

    /// <summary>Buttons, a few to a line: a channel may hide what goes beyond six.</summary>
    public static IEnumerable<JsonObject> Buttons(IEnumerable<JsonObject> actions) =>
        actions.Chunk(5).Select(few => new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. few]) });

    /// <summary>A card.</summary>
    public static JsonObject Card(IEnumerable<JsonObject> body, string plainText, CardLevel level) => new()
    {
        ["type"] = "AdaptiveCard",
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["version"] = "1.5",
        ["fallbackText"] = CardText.Block(plainText, level.Sentence),
        ["body"] = new JsonArray([.. body]),
    };
}
