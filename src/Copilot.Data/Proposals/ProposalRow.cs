using Copilot.Core;

namespace Copilot.Data;

/// <summary>A proposal with its sealed bytes. Its state is moved by the gate's guarded updates alone.</summary>
internal sealed class ProposalRow
{
    /// <summary>Key; its number reads P-1042.</summary>
    public long Id { get; set; }

    /// <summary>Where it stands.</summary>
    public ProposalState State { get; set; }

    /// <summary>The function that made it.</summary>
    public string Tool { get; set; } = "";

    /// <summary>That function's canonical arguments as JSON: with them its facts are looked at again.</summary>
    public string Arguments { get; set; } = "";

    /// <summary>Short name of the person who asked for it.</summary>
    public string Requester { get; set; } = "";

    /// <summary>Where it was asked for: a conversation of a channel, or the terminal.</summary>
    public string Conversation { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Until when it can be confirmed.</summary>
    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Title, reason, remarks, effects and basis, serialised once.</summary>
    public byte[] Payload { get; set; } = [];

    /// <summary>SHA-256 over <see cref="Payload"/>, lower-case hexadecimal.</summary>
    public string Digest { get; set; } = "";

    /// <summary>The proposal in whose place it came.</summary>
    public long? Supersedes { get; set; }

    /// <summary>The proposal that took its place.</summary>
    public long? SupersededBy { get; set; }

    /// <summary>The key of the effect that it takes back.</summary>
    public string? Undoes { get; set; }

    /// <summary>The standing approval under which it was confirmed; none where a person confirmed these bytes.</summary>
    public long? Standing { get; set; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Why it was rejected.</summary>
    public string? DecisionReason { get; set; }
}
