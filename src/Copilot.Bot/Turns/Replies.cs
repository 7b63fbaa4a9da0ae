using System.Text.Json;
using Copilot.Conversation;
using Copilot.Core;

namespace Copilot.Bot;

/// <summary>What is said back: a card with its plain words beside it for notifications and screen readers.</summary>
internal sealed class Replies(PublicAddress address)
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";
    private const string TeamsFile = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>A reply in words alone.</summary>
    public Activity Text(Activity to, string text) => Activities.Reply(to) with { Text = text, TextFormat = "plain" };

    /// <summary>To somebody who is not on the staff.</summary>
    public Activity Stranger(Activity to) => Text(
        to, "I do not know you yet, so I may not show you anything. Ask your administrator to add you to the copilot's people; they find your attempt in the log.");

    /// <summary>A reply with a card.</summary>
    public Activity Card(Activity to, string words, RawJson card)
    {
        var said = JsonSerializer.SerializeToElement(words, ActivityJson.Wire.String);
        return Activities.Reply(to) with
        {
            // beside a card a text would be shown as well: notifications and screen readers take these
            Other = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["summary"] = said, ["speak"] = said },
            Attachments = [new Attachment { ContentType = CardType, Content = card }],
        };
    }

    /// <summary>A link to a file, for a channel whose buttons cannot fetch one.</summary>
    public Activity Download(Activity to, FileLink link, FileKind kind)
    {
        var level = CardLevel.All[0];
        var words = $"{link.File}: {link.Rows.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} rows{(link.Rows > FileMatter.MostRows ? ", the first 100,000 of them in the file" : "")}.";
        var open = new System.Text.Json.Nodes.JsonObject { ["type"] = "Action.OpenUrl", ["title"] = $"Open the {kind.Name()} file", ["url"] = new Uri(address.Value!, link.Path).AbsoluteUri };
        return Card(to, words, RawJson.Of(CardElements.Card(
            [CardElements.Sentence(words, Tone.Plain, level.Sentence), CardElements.Aside("The link is yours alone, good once and for 15 minutes.", level.Sentence), .. CardElements.Buttons([open])], words, level)));
    }

    /// <summary>What is said to files; nothing where none were given.</summary>
    public Activity? OfFiles(Activity to)
    {
        var names = IsPage(to) ? (to.Attachments ?? []).Where(file => file?.ContentUrl?.StartsWith(LineFiles.Path, StringComparison.Ordinal) == true).Select(file => file!.Name).ToArray() : [];
        return names.Length > 0 ? Text(to, $"I keep {string.Join(", ", names)} with this conversation, but I cannot read files here yet. Exports of your systems are loaded with: copilot import FILE")
            : to.Attachments?.Any(file => file?.ContentType == TeamsFile) == true ? Text(to, "I cannot read files here yet. Exports of your systems are loaded with: copilot import FILE")
            : null;
    }

    /// <summary>What an activity's answer is shown on; also the key under which a card of the answer is kept.</summary>
    public CardSurface Surface(Activity to) => new(CardSurface.ActionsOf(to.ChannelId), Downloads: IsPage(to) || address.Value is not null);

    /// <summary>What came of a turn, as a card.</summary>
    public async Task<Activity> OfAsync(Activity to, TurnReport report, CardView view, CancellationToken cancellationToken)
    {
        var card = await new AnswerCards(Surface(to)).MadeAsync(report, view, cancellationToken);
        return Card(to, AnswerCards.PlainText(report), card);
    }

    // there a button fetches the file itself
    private static bool IsPage(Activity to) => to.ChannelId == Activities.DirectLine;
}
