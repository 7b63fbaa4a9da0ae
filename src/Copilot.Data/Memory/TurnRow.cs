namespace Copilot.Data;

/// <summary>One turn of a conversation: what was said and what came of it.</summary>
internal sealed class TurnRow
{
    /// <summary>Key.</summary>
    public long Id { get; set; }

    /// <summary>The conversation.</summary>
    public long ConversationId { get; set; }

    /// <summary>1, 2, 3, … within the conversation.</summary>
    public int Ordinal { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What was typed.</summary>
    public string Text { get; set; } = "";

    /// <summary>answer, proposal, clarify, decline, unavailable, refused.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>The function that was called.</summary>
    public string? Tool { get; set; }

    /// <summary>Its canonical arguments as JSON.</summary>
    public string? Arguments { get; set; }
}
