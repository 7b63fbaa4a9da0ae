namespace Copilot.Data;

/// <summary>A conversation with the copilot.</summary>
internal sealed class ConversationRow
{
    /// <summary>Key.</summary>
    public long Id { get; set; }

    /// <summary>Natural key: channel, its own name for the conversation, and the person, as "msteams:19:abc hannah.price".</summary>
    public string Name { get; set; } = "";

    /// <summary>The person it is with.</summary>
    public string PersonKey { get; set; } = "";

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it was last added to.</summary>
    public DateTimeOffset LastAt { get; set; }

    /// <summary>What a follow-up carries over, as JSON.</summary>
    public string? State { get; set; }

    /// <summary>Where the person is reached there without having asked, as JSON.</summary>
    public string? Reference { get; set; }
}
