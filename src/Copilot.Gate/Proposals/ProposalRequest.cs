using Copilot.Core;

namespace Copilot.Gate;

/// <summary>A proposal on its way into the gate.</summary>
/// <param name="Tool">The function that made it.</param>
/// <param name="Arguments">Its canonical arguments as JSON.</param>
/// <param name="Requester">Short name of the one who asked, from the turn.</param>
/// <param name="Conversation">Where it was asked for.</param>
/// <param name="Proposal">What it says.</param>
public sealed record ProposalRequest(string Tool, string Arguments, string Requester, string Conversation, Proposal Proposal)
{
    /// <summary>The number of the question it came of; none where it came of a decision.</summary>
    public string? Question { get; init; }

    /// <summary>The proposal in whose place it comes.</summary>
    internal long? Supersedes { get; init; }

    /// <summary>The effect that it takes back.</summary>
    internal string? Undoes { get; init; }

    /// <summary>The standing approval under which it is to run; none where it waits for a person.</summary>
    internal long? Standing { get; init; }

    /// <summary>Whether the one who asks takes back what they themselves asked for or confirmed: that may always be asked for, though not always confirmed.</summary>
    internal bool OwnUndo { get; init; }
}
