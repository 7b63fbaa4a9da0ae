using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data;

namespace Copilot.Bot;

/// <summary>More of an earlier answer: its function is called again, as the person who asks for more, on the records as they are now.</summary>
internal sealed class PastTurns(Dialogue dialogue, MessageStore messages)
{
    private static readonly Fault NotKept = new("BT-021", "That answer is not kept any more. Ask its question again.");

    /// <summary>Calls it.</summary>
    /// <param name="conversation">The store's name of the conversation.</param>
    /// <param name="turn">The turn, as a card's buttons name it.</param>
    /// <param name="state">What the conversation remembers; it is left as it is.</param>
    /// <param name="personKey">Who asks for more: the one whose answer it was.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Result<TurnReport>> AgainAsync(string conversation, string turn, ConversationState state, string personKey, CancellationToken cancellationToken)
    {
        var past = long.TryParse(turn, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await messages.CallAsync(conversation, id, cancellationToken) : null;
        return past is null || past.PersonKey != personKey
            ? NotKept
            : await dialogue.AgainAsync(past.Tool, (JsonObject)JsonNode.Parse(past.Arguments)!, state, personKey, cancellationToken);
    }
}
