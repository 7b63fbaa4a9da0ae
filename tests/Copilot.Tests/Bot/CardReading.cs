using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Bot;
using Copilot.Conversation;
using Copilot.Core;

namespace Copilot.Tests.Bot;

/// <summary>Looks into cards.</summary>
internal static class CardReading
{
    public static CardSurface Page { get; } = new(CardActions.Submit, Downloads: true);

    public static CardSurface Teams { get; } = new(CardActions.Execute, Downloads: false);

    public static CardView View { get; } = new("turn-1");

    /// <summary>A turn that answered.</summary>
    public static TurnReport Report(Answer answer, string? message = null) =>
        new(null) { Text = "asked", Outcome = Outcome.Answer, Answer = answer, Message = message, State = ConversationState.Empty };

    /// <summary>The card's bytes with every letter beyond ASCII escaped: no writer makes it longer.</summary>
    public static int Bytes(JsonNode card) => Encoding.UTF8.GetByteCount(card.ToJsonString());

    /// <summary>All objects of a card whose type begins so, in its order.</summary>
    public static IEnumerable<JsonObject> Elements(this JsonNode? card, string type) => card switch
    {
        JsonObject item => item.SelectMany(pair => Elements(pair.Value, type))
            .Prepend(item).Where(found => !ReferenceEquals(found, item) || (item["type"] is JsonValue value && value.TryGetValue<string>(out var name) && name.StartsWith(type, StringComparison.Ordinal))),
        JsonArray list => list.SelectMany(node => Elements(node, type)),
        _ => [],
    };

    /// <summary>What every button and tap that sends something sends, read back.</summary>
    public static IReadOnlyList<Result<CardCommand>> Commands(this JsonNode card) =>
        [.. card.Elements("Action.Submit").Concat(card.Elements("Action.Execute")).Select(action => CardCommand.Parse(JsonSerializer.SerializeToElement(action["data"])))];

    /// <summary>The elements of text, as they stand in the JSON.</summary>
    public static IReadOnlyList<string> Texts(this JsonNode card) =>
    [
        .. card.Elements("TextBlock").Select(block => block["text"]!.GetValue<string>()),
        .. card.Elements("FactSet").SelectMany(set => set["facts"]!.AsArray()).SelectMany(fact => new[] { fact!["title"]!.GetValue<string>(), fact["value"]!.GetValue<string>() }),
    ];
}
