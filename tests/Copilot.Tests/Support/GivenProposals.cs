using Copilot.Core;

namespace Copilot.Tests.Support;

/// <summary>Proposals as a function may read them, said by a test.</summary>
internal sealed class GivenProposals : IProposalList
{
    public IReadOnlyList<StandingApproval> Standing { get; init; } = [];

    public DoneEffects Done { get; init; } = new([], 0);

    /// <summary>Who stopped everything and why.</summary>
    public string? Stopped { get; init; }

    /// <summary>What the function asked for.</summary>
    public HistoryFilter? Asked { get; private set; }

    public Task<IReadOnlyList<WaitingProposal>> WaitingAsync(Person asker, IReadOnlyCollection<string> roles, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<StandingApproval>> StandingAsync(CancellationToken cancellationToken) => Task.FromResult(Standing);

    public Task<string?> StoppedAsync(CancellationToken cancellationToken) => Task.FromResult(Stopped);

    public Task<DoneEffects> HistoryAsync(HistoryFilter filter, CancellationToken cancellationToken)
    {
        Asked = filter;
        return Task.FromResult(Done);
    }
}
