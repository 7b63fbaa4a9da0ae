namespace Copilot.Core;

/// <summary>A host without a gate: nothing waits and nothing was done.</summary>
internal sealed class NoProposals : IProposalList
{
    public static readonly NoProposals Instance = new();

    public Task<IReadOnlyList<WaitingProposal>> WaitingAsync(Person asker, IReadOnlyCollection<string> roles, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<WaitingProposal>>([]);

    public Task<DoneEffects> HistoryAsync(HistoryFilter filter, CancellationToken cancellationToken) => Task.FromResult(new DoneEffects([], 0));

    public Task<IReadOnlyList<StandingApproval>> StandingAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<StandingApproval>>([]);

    public Task<string?> StoppedAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
