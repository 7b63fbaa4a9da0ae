using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What a function can read besides the records, and whether it did: what waits at the gate, and what lies in a folder, changes without them.</summary>
internal sealed class BesideRecords(IProposalList proposals, IOriginals originals) : IProposalList, IOriginals
{
    /// <summary>Whether anything of it was read.</summary>
    public bool Read { get; private set; }

    /// <inheritdoc/>
    public Task<IReadOnlyList<WaitingProposal>> WaitingAsync(Person asker, IReadOnlyCollection<string> roles, CancellationToken cancellationToken) =>
        Noted(proposals).WaitingAsync(asker, roles, cancellationToken);

    /// <inheritdoc/>
    public Task<DoneEffects> HistoryAsync(HistoryFilter filter, CancellationToken cancellationToken) => Noted(proposals).HistoryAsync(filter, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StandingApproval>> StandingAsync(CancellationToken cancellationToken) => Noted(proposals).StandingAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<string?> StoppedAsync(CancellationToken cancellationToken) => Noted(proposals).StoppedAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Original>> FindAsync(IReadOnlyList<string> numbers, CancellationToken cancellationToken) => Noted(originals).FindAsync(numbers, cancellationToken);

    private T Noted<T>(T source)
    {
        Read = true;
        return source;
    }
}
