namespace Copilot.Data;

/// <summary>An activity of a conversation that a client reads from this host itself (Direct Line): the person's own and the copilot's, in order.</summary>
internal sealed class TranscriptRow
{
    /// <summary>Key; the watermark of whoever has read this far.</summary>
    public long Id { get; set; }

    /// <summary>The channel and its own name for the conversation.</summary>
    public string Conversation { get; set; } = "";

    /// <summary>The activity.</summary>
    public string Body { get; set; } = "";

    /// <summary>When it was written.</summary>
    public DateTimeOffset WrittenAt { get; set; }
}
