using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>The proposals, and whether a function looked at them: what waits at the gate changes without the records.</summary>
internal sealed class WatchedProposals(IProposalList proposals) : IProposalList
{
    /// <summary>Whether anything was read.</summary>
    public bool Read { get; private set; }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WaitingProposal>> WaitingAsync(Person asker, IReadOnlyCollection<string> roles, CancellationToken cancellationToken) =>
        Noted().WaitingAsync(asker, roles, cancellationToken);

    /// <inheritdoc/>
    public Task<DoneEffects> HistoryAsync(HistoryFilter filter, CancellationToken cancellationToken) => Noted().HistoryAsync(filter, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StandingApproval>> StandingAsync(CancellationToken cancellationToken) => Noted().StandingAsync(cancellationToken);

    private IProposalList Noted()
    {
        Read = true;
        return proposals;
    }
}
