using System.Text.Json;
using System.Text.Json.Serialization;

namespace Copilot.Bot;

/// <summary>
/// One activity on the wire, as the "Bot Framework: Activity" specification describes it. What this project reads has a property; every other
/// field is kept as it came, so that an activity survives being stored and sent on.
/// </summary>
internal sealed record Activity
{
    /// <summary>message, conversationUpdate, installationUpdate, invoke, messageReaction, typing, event, messageUpdate, messageDelete, …</summary>
    public string Type { get; init; } = "";

    /// <summary>The channel's name for this activity.</summary>
    public string? Id { get; init; }

    /// <summary>When the channel took it, as the channel wrote it.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Where replies are sent.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>"msteams", "directline", …</summary>
    public string? ChannelId { get; init; }

    /// <summary>Who sent it.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>Whom it is for.</summary>
    public ChannelAccount? Recipient { get; init; }

    /// <summary>The conversation.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>The activity it answers.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>What was typed.</summary>
    public string? Text { get; init; }

    /// <summary>"markdown", "plain" or "xml".</summary>
    public string? TextFormat { get; init; }

    /// <summary>The sender's language, as "de-DE".</summary>
    public string? Locale { get; init; }

    /// <summary>"expectReplies" asks for the replies in the HTTP answer.</summary>
    public string? DeliveryMode { get; init; }

    /// <summary>The name of an invoke or event.</summary>
    public string? Name { get; init; }

    /// <summary>"add" or "remove" of an installation.</summary>
    public string? Action { get; init; }

    /// <summary>What a card's button or an invoke carries.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Who joined; a sender may leave a place empty.</summary>
    public IReadOnlyList<ChannelAccount?>? MembersAdded { get; init; }

    /// <summary>Who left.</summary>
    public IReadOnlyList<ChannelAccount?>? MembersRemoved { get; init; }

    /// <summary>Mentions, AI label, stream information.</summary>
    public IReadOnlyList<JsonElement>? Entities { get; init; }

    /// <summary>Cards and files; a sender may leave a place empty.</summary>
    public IReadOnlyList<Attachment?>? Attachments { get; init; }

    /// <summary>Buttons to answer with.</summary>
    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>What the channel adds of its own.</summary>
    public JsonElement? ChannelData { get; init; }

    /// <summary>Every other field.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

/// <summary>A person or bot in a channel.</summary>
internal sealed record ChannelAccount
{
    /// <summary>Opaque.</summary>
    public string? Id { get; init; }

    /// <summary>Display name; may be missing.</summary>
    public string? Name { get; init; }

    /// <summary>The object id in the directory, where the channel knows it.</summary>
    public string? AadObjectId { get; init; }

    /// <summary>"user" or "bot".</summary>
    public string? Role { get; init; }

    /// <summary>Every other field.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

/// <summary>A conversation in a channel.</summary>
internal sealed record ConversationAccount
{
    /// <summary>Opaque; a thread's holds ";messageid=".</summary>
    public string? Id { get; init; }

    /// <summary>"personal", "groupChat" or "channel".</summary>
    public string? ConversationType { get; init; }

    /// <summary>The directory's tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>Whether more than one person takes part.</summary>
    public bool? IsGroup { get; init; }

    /// <summary>Every other field.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

/// <summary>A card or a file.</summary>
internal sealed record Attachment
{
    /// <summary>Its media type.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Where it lies.</summary>
    public string? ContentUrl { get; init; }

    /// <summary>The thing itself.</summary>
    public RawJson? Content { get; init; }

    /// <summary>Its file name.</summary>
    public string? Name { get; init; }

    /// <summary>Every other field.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

/// <summary>Buttons under a message.</summary>
internal sealed record SuggestedActions
{
    /// <summary>Who sees them; everybody when empty.</summary>
    public IReadOnlyList<string>? To { get; init; }

    /// <summary>The buttons.</summary>
    public IReadOnlyList<CardAction?>? Actions { get; init; }

    /// <summary>Every other field.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

/// <summary>A button.</summary>
internal sealed record CardAction
{
    /// <summary>"imBack" sends its value as the person's own words.</summary>
    public string Type { get; init; } = "";

    /// <summary>What it says.</summary>
    public string? Title { get; init; }

    /// <summary>What it sends: words, or whatever its type knows.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Every other field.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}
