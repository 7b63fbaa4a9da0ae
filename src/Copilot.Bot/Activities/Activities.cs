using System.Text.Json;
using Copilot.Data;

namespace Copilot.Bot;

/// <summary>What is asked of an activity in several places.</summary>
internal static class Activities
{
    /// <summary>The channel that this host itself serves.</summary>
    public const string DirectLine = "directline";

    /// <summary>Microsoft Teams.</summary>
    public const string Teams = "msteams";

    /// <summary>Reads one; nothing where the text is no activity.</summary>
    public static Activity? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ActivityJson.Wire.Activity);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads one that was stored.</summary>
    public static Activity Stored(string json) => JsonSerializer.Deserialize(json, ActivityJson.Wire.Activity) ?? throw new InvalidOperationException("A stored activity is empty.");

    /// <summary>The activity as text.</summary>
    public static string Write(Activity activity) => JsonSerializer.Serialize(activity, ActivityJson.Wire.Activity);

    /// <summary>What is said, for the outbox of the conversation that is met there: as UTF-8, for a card is long, and is not turned into letters and back.</summary>
    public static OutgoingMessage Outgoing(Activity said, Activity there, bool answered = false) =>
        new(JsonSerializer.SerializeToUtf8Bytes(said, ActivityJson.Wire.Activity), there.ChannelId == DirectLine ? null : there.ServiceUrl, answered);

    /// <summary>The name of an activity's conversation in the store: its channel and the channel's own name.</summary>
    public static string Key(Activity activity) => $"{activity.ChannelId}:{activity.Conversation?.Id}";

    /// <summary>The way of delivery in which the replies are the answer to the call.</summary>
    public const string ExpectReplies = "expectReplies";

    /// <summary>Whether its sender waits for the replies in the answer to the call.</summary>
    public static bool IsAwaited(Activity activity) => activity.DeliveryMode == ExpectReplies;

    /// <summary>Whether the copilot is among those who joined.</summary>
    public static bool WelcomesBot(Activity activity) =>
        activity.Type == "conversationUpdate" && HoldsBot(activity, activity.MembersAdded);

    /// <summary>Whether the copilot was taken out of the conversation.</summary>
    public static bool Leaves(Activity activity) => activity.Type switch
    {
        "installationUpdate" => activity.Action is "remove" or "remove-upgrade",
        "conversationUpdate" => HoldsBot(activity, activity.MembersRemoved),
        _ => false,
    };

    private static bool HoldsBot(Activity activity, IReadOnlyList<ChannelAccount?>? members) => members?.Any(member => member?.Id is { } id && id == activity.Recipient?.Id) == true;

    /// <summary>Whether nobody but the sender reads along.</summary>
    public static bool IsPrivate(Activity activity) => activity.ChannelId == DirectLine || activity.Conversation is { IsGroup: not true, ConversationType: null or "personal" };

    /// <summary>A message back to whoever sent an activity, in the same conversation and thread.</summary>
    public static Activity Reply(Activity to) => new()
    {
        Type = "message",
        ChannelId = to.ChannelId,
        ServiceUrl = to.ServiceUrl,
        From = to.Recipient,
        Recipient = to.From,
        Conversation = to.Conversation,
        ReplyToId = to.Id,
        Locale = to.Locale,
    };
}
