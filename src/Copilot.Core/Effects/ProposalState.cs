namespace Copilot.Core;

/// <summary>Where a proposal stands.</summary>
public enum ProposalState
{
    /// <summary>Waits for a decision.</summary>
    Proposed,

    /// <summary>Confirmed: its effects are run.</summary>
    Confirmed,

    /// <summary>Rejected.</summary>
    Rejected,

    /// <summary>Nobody decided in time.</summary>
    Expired,

    /// <summary>Another proposal took its place.</summary>
    Superseded,
}
