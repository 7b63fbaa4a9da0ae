using System.Text.Json;
using Copilot.Conversation;

namespace Copilot.Bot;

/// <summary>What is said back: a card with its plain words beside it for notifications and screen readers.</summary>
internal sealed class Replies
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>A reply in words alone.</summary>
    public Activity Text(Activity to, string text) => Activities.Reply(to) with { Text = text, TextFormat = "plain" };

    /// <summary>To somebody who is not on the staff.</summary>
    public Activity Stranger(Activity to) => Text(
        to, "I do not know you yet, so I may not show you anything. Ask your administrator to add you to the copilot's people; they find your attempt in the log.");

    /// <summary>A reply with a card.</summary>
    public Activity Card(Activity to, string words, JsonElement card) => Activities.Reply(to) with
    {
        // beside a card a text would be shown as well: notifications and screen readers take these
        Other = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["summary"] = JsonSerializer.SerializeToElement(words), ["speak"] = JsonSerializer.SerializeToElement(words) },
        Attachments = [new Attachment { ContentType = CardType, Content = card }],
    };

    /// <summary>What came of a turn, as a card.</summary>
    public async Task<Activity> OfAsync(Activity to, TurnReport report, CardView view, CancellationToken cancellationToken)
    {
        var cards = new AnswerCards(new CardSurface(CardSurface.ActionsOf(to.ChannelId), _ => null));
        var card = await cards.RenderAsync(report, view, cancellationToken);
        return Card(to, AnswerCards.PlainText(report), JsonSerializer.SerializeToElement(card));
    }
}
