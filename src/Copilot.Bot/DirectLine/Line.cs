using System.Globalization;
using System.Text;
using System.Text.Json;
using Copilot.Data;
using Microsoft.AspNetCore.Http;

namespace Copilot.Bot;

/// <summary>Conversations of the page: Direct Line 3.0 served by this host itself.</summary>
internal sealed class Line(MessageStore messages, LineFiles uploads, InboxDoor door, LineHub hub, TimeProvider time)
{
    private const int Page = 100;

    private static readonly ChannelAccount Bot = new() { Id = "copilot", Name = "Copilot", Role = "bot" };

    /// <summary>The store's name of a conversation.</summary>
    public static string Key(string conversation) => $"{Activities.DirectLine}:{conversation}";

    /// <summary>A conversation's first message; it is written once however often it is opened.</summary>
    public async Task OpenAsync(Pass pass, CancellationToken cancellationToken)
    {
        var person = new ChannelAccount { Id = pass.Person, Role = "user" };
        await door.TakeAsync(Complete(new Activity { Type = "conversationUpdate", MembersAdded = [Bot, person] }, pass) with { Id = "welcome" }, pass.Person, null, cancellationToken);
    }

    /// <summary>Takes what the person sent.</summary>
    /// <param name="sent">The activity.</param>
    /// <param name="files">The files that came with it.</param>
    /// <param name="pass">Who sent it, and where.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Its id.</returns>
    public async Task<string> TakeAsync(Activity sent, IReadOnlyList<IFormFile> files, Pass pass, CancellationToken cancellationToken)
    {
        // a client that heard no answer sends again: its own name for the message makes it run once
        var own = sent.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("clientActivityID", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        var activity = Complete(sent, pass) with { Id = own is { Length: > 0 and <= 100 } ? $"own-{own}" : Guid.CreateVersion7().ToString("N") };
        if (activity.Type == "message")
        {
            activity = activity with { Attachments = files.Count == 0 ? null : await uploads.KeepAsync(Key(pass.Conversation!), pass.Person, activity.Id, files, cancellationToken) };
            await door.TakeAsync(activity, pass.Person, Activities.Write(activity with { Recipient = null, DeliveryMode = null }), cancellationToken);
            hub.Changed(Key(pass.Conversation!));
        }

        return activity.Id;
    }

    /// <summary>Whether a person has spoken in a conversation, or was welcomed there.</summary>
    public Task<bool> BelongsAsync(string conversation, string personKey, CancellationToken cancellationToken) => messages.BelongsAsync(Key(conversation), personKey, cancellationToken);

    /// <summary>What a conversation holds after a watermark, as Direct Line writes it.</summary>
    public async Task<(string Json, long Watermark, bool Any)> ReadAsync(string conversation, long after, CancellationToken cancellationToken)
    {
        var entries = await messages.TranscriptAsync(Key(conversation), after, Page, cancellationToken);
        var watermark = entries.Count == 0 ? after : entries[^1].Watermark;
        return (Set(entries.Select(entry => entry.Body), watermark), watermark, entries.Count > 0);
    }

    /// <summary>That the copilot is typing: said once, and kept nowhere.</summary>
    public string Typing(string conversation, long watermark) => Set(
        [Activities.Write(new Activity { Type = "typing", Id = Guid.CreateVersion7().ToString("N"), ChannelId = Activities.DirectLine, From = Bot, Conversation = new ConversationAccount { Id = conversation }, Timestamp = Now() })], watermark);

    private static string Set(IEnumerable<string> activities, long watermark) => new StringBuilder("{\"activities\":[").AppendJoin(',', activities)
        .Append("],\"watermark\":\"").Append(watermark.ToString(CultureInfo.InvariantCulture)).Append("\"}").ToString();

    // whatever the client says of itself: who it is and where it is comes from its token
    private Activity Complete(Activity activity, Pass pass) => activity with
    {
        ChannelId = Activities.DirectLine, ServiceUrl = null, Conversation = new ConversationAccount { Id = pass.Conversation }, DeliveryMode = null,
        From = (activity.From ?? new ChannelAccount()) with { Id = pass.Person, AadObjectId = null, Role = "user" }, Recipient = Bot, Timestamp = Now(),
    };

    private string Now() => time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
