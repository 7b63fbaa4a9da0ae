namespace Copilot.Data;

/// <summary>An activity that was taken from a channel, and what came of it.</summary>
internal sealed class InboxRow
{
    /// <summary>Key; the order in which a conversation's turns run.</summary>
    public long Id { get; set; }

    /// <summary>The channel and its own name for the conversation, as "msteams:19:abc".</summary>
    public string Conversation { get; set; } = "";

    /// <summary>The channel's name for the activity: the same one runs once.</summary>
    public string ActivityId { get; set; } = "";

    /// <summary>The short name of the person who sent it.</summary>
    public string PersonKey { get; set; } = "";

    /// <summary>The activity as it came.</summary>
    public string Body { get; set; } = "";

    /// <summary>When it was taken.</summary>
    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>When its turn was over; none while it waits.</summary>
    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>How the turn ended.</summary>
    public string? Outcome { get; set; }

    /// <summary>The function that was called.</summary>
    public string? Tool { get; set; }

    /// <summary>Its canonical arguments as JSON.</summary>
    public string? Arguments { get; set; }
}
