namespace Copilot.Data;

/// <summary>An activity that is sent to a channel, at least once.</summary>
internal sealed class OutboxRow
{
    /// <summary>Key; the order in which a conversation's activities are sent.</summary>
    public long Id { get; set; }

    /// <summary>The channel and its own name for the conversation.</summary>
    public string Conversation { get; set; } = "";

    /// <summary>The address that came with the authenticated activity it answers; nothing else is ever sent to.</summary>
    public string ServiceUrl { get; set; } = "";

    /// <summary>What to send.</summary>
    public string Body { get; set; } = "";

    /// <summary>Waiting, sent or parked.</summary>
    public OutboxState State { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Not to be tried before.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>When the channel took it.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>What the channel said when it did not take it.</summary>
    public string? Trouble { get; set; }
}

/// <summary>Where an activity of the outbox stands.</summary>
public enum OutboxState
{
    /// <summary>To be sent when it is due.</summary>
    Waiting,

    /// <summary>The channel has it.</summary>
    Sent,

    /// <summary>Not tried any more until somebody says so.</summary>
    Parked,
}
