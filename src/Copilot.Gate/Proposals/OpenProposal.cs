using Copilot.Core;
using Copilot.Data;

namespace Copilot.Gate;

/// <summary>A proposal that is not settled, without its bytes: what is needed to say for whom it waits.</summary>
internal sealed record OpenProposal(long Id, ProposalState State, string Requester, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Its effects, in order.</summary>
    public required IReadOnlyList<OpenEffect> Effects { get; init; }

    /// <summary>Whom it was given to, in order.</summary>
    public required IReadOnlyList<AskedRow> Asked { get; init; }

    /// <summary>Who agreed to it already, by short name.</summary>
    public required IReadOnlyList<string> AgreedBy { get; init; }
}

/// <summary>An effect of such a proposal.</summary>
internal sealed record OpenEffect(EffectRule Rule, string Kind, string Subject, long? BaseMinor, bool Unpriced, EffectState State);
