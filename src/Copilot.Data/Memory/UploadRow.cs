namespace Copilot.Data;

/// <summary>A file that somebody gave in a conversation.</summary>
internal sealed class UploadRow
{
    /// <summary>Key; the same for a file that is sent again with its message.</summary>
    public string Id { get; set; } = "";

    /// <summary>The channel and its own name for the conversation.</summary>
    public string Conversation { get; set; } = "";

    /// <summary>The short name of the person who gave it.</summary>
    public string PersonKey { get; set; } = "";

    /// <summary>Its file name, without a folder.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its media type, as the client said.</summary>
    public string ContentType { get; set; } = "";

    /// <summary>What is in it.</summary>
    public byte[] Content { get; set; } = [];

    /// <summary>When it was given.</summary>
    public DateTimeOffset TakenAt { get; set; }
}
