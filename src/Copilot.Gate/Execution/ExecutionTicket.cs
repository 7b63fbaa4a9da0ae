using System.Text.Json;
using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>
/// The right to run one effect once. It is made in one place, by the guarded update that moves the effect from ready to executing: whoever holds one
/// has a confirmed row behind it, and the effect in it was read from the bytes that were confirmed.
/// </summary>
public sealed class ExecutionTicket
{
    private const string Executing = "executing";
    private const string Calling = "calling";

    private readonly CompanyStore _store;
    private readonly (long Proposal, int Ordinal) _place;
    private readonly Effect _effect;
    private readonly IReadOnlyList<Target> _moved;
    private int _taken;

    private ExecutionTicket(CompanyStore store, (long Proposal, int Ordinal) place, Effect effect, IReadOnlyList<Target> moved) => (_store, _place, _effect, _moved) = (store, place, effect, moved);

    /// <summary>The key of the effect: stored before the call and sent with it.</summary>
    public required string Key { get; init; }

    /// <summary>Short name of the person who confirmed.</summary>
    public required string ConfirmedBy { get; init; }

    /// <summary>The business day on which it was confirmed.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When the execution began.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What is to be run.</summary>
    internal Effect Effect => _effect;

    /// <summary>The version in which a record must be found: the one seen, or the one that an earlier effect of the same proposal left.</summary>
    public int VersionOf(Target target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return _moved.LastOrDefault(moved => moved.Kind == target.Kind && moved.Key == target.Key)?.Version ?? target.Version;
    }

    /// <summary>
    /// Notes in the ledger that the call goes out now. Whatever stops the host before this is on disk has called nobody, for certain; from here on the
    /// call may have happened.
    /// </summary>
    /// <returns>Whether the execution is still this ticket's: one that was settled meanwhile must not call any more.</returns>
    public async Task<bool> CallingAsync(CancellationToken cancellationToken)
    {
        await using var context = _store.Copilot();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.ClaimLedgerAsync(cancellationToken);
        var ((proposal, ordinal), began) = (_place, At);
        if (!await context.ProposalEffects.AnyAsync(effect => effect.ProposalId == proposal && effect.Ordinal == ordinal && effect.State == EffectState.Executing && effect.StartedAt == began, cancellationToken)) // guard G40
        {
            return false;
        }

        await LedgerWriter.AddAsync(context, _store.Clock.GetUtcNow(), Calling, ConfirmedBy, Key, new { began }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Whether the execution that began last has noted that its call goes out.</summary>
    internal static async Task<bool> CalledAsync(CopilotContext context, string key, CancellationToken cancellationToken) =>
        await context.Ledger.AsNoTracking().Where(entry => entry.Subject == key && (entry.Kind == Calling || entry.Kind == Executing))
            .OrderByDescending(entry => entry.Sequence).Select(entry => entry.Kind).FirstOrDefaultAsync(cancellationToken) == Calling;

    /// <summary>The effect, once.</summary>
    /// <exception cref="InvalidOperationException">It was taken before.</exception>
    internal TEffect Take<TEffect>()
        where TEffect : Effect
    {
        if (Interlocked.Exchange(ref _taken, 1) == 1) // guard G26
        {
            throw new InvalidOperationException("This ticket is used up.");
        }

        return (TEffect)_effect;
    }

    /// <summary>Redeems a confirmed effect: one guarded update, one ledger entry, one transaction. Nothing where any of it does not hold.</summary>
    internal static async Task<ExecutionTicket?> RedeemAsync(CompanyStore store, long proposal, int ordinal, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.ClaimLedgerAsync(cancellationToken);
        var row = await SealedProposals.FindAsync(context, proposal, cancellationToken);
        if (row is null)
        {
            return null;
        }

        if (await KillSwitch.IsOnAsync(context, cancellationToken)) // guard G21
        {
            return null;
        }

        if (Payload.DigestOf(row.Payload) != row.Digest) // guard G22
        {
            return null;
        }

        var moved = await context.ProposalEffects
            .Where(effect => effect.ProposalId == proposal && effect.Ordinal == ordinal)
            .Where(effect => effect.State == EffectState.Ready) // guard G23
            .Where(_ => context.Proposals.Any(found => found.Id == proposal && found.State == ProposalState.Confirmed)) // guard G24
            .ExecuteUpdateAsync(set => set.SetProperty(effect => effect.State, EffectState.Executing).SetProperty(effect => effect.StartedAt, now), cancellationToken);
        if (moved != 1) // guard G25
        {
            return null;
        }

        var effects = EffectJson.Read(row.Payload).Effects;
        var states = await context.ProposalEffects.AsNoTracking().Where(effect => effect.ProposalId == proposal).OrderBy(effect => effect.EndedAt).ToListAsync(cancellationToken);
        var own = states.Single(effect => effect.Ordinal == ordinal);
        var key = Numbers.Key(proposal, ordinal);
        await LedgerWriter.AddAsync(context, now, Executing, own.ConfirmedBy!, key, new { row.Digest, own.Kind }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ExecutionTicket(store, (proposal, ordinal), effects[ordinal - 1], [.. states.Where(effect => effect.After is not null).SelectMany(effect => JsonSerializer.Deserialize<Target[]>(effect.After!)!)])
        {
            Key = key, ConfirmedBy = own.ConfirmedBy!, Day = own.ConfirmedOn!.Value, At = now,
        };
    }
}
