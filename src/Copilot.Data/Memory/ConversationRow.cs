namespace Copilot.Data;

/// <summary>A conversation with the copilot.</summary>
internal sealed class ConversationRow
{
    /// <summary>Key.</summary>
    public long Id { get; set; }

    /// <summary>Natural key: channel and its own name for the conversation, as "terminal:hannah.price".</summary>
    public string Name { get; set; } = "";

    /// <summary>The person it is with.</summary>
    public string PersonKey { get; set; } = "";

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it was last added to.</summary>
    public DateTimeOffset LastAt { get; set; }

    /// <summary>What a follow-up carries over, as JSON.</summary>
    public string? State { get; set; }
}
