using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>
/// What a backup knew is older than what happened: an effect that was still to run when it was made may have run since, and a proposal that waited may
/// have been decided. Neither is believed: the first is unknown until a person looks, the second has expired and is asked for anew.
/// </summary>
public static class AfterRestore
{
    private const string Receipt = "The records were restored from a backup that was made before this ended, so nobody knows whether it happened. Look, then settle it.";

    /// <summary>Doubts what the backup left open.</summary>
    /// <param name="store">The restored store.</param>
    /// <param name="time">The clock.</param>
    /// <param name="actor">The account that restores.</param>
    /// <param name="cancellationToken">Stops waiting; all of it or nothing is written.</param>
    /// <returns>How many effects are unknown now, and how many proposals have expired.</returns>
    public static async Task<(int Unknown, int Expired)> DoubtAsync(CompanyStore store, TimeProvider time, string actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(time);
        var now = time.GetUtcNow();
        await using var context = store.Copilot();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.ClaimLedgerAsync(cancellationToken);
        var unknown = await context.ProposalEffects.Where(effect => effect.State == EffectState.Ready || effect.State == EffectState.Executing)
            .ExecuteUpdateAsync(set => set.SetProperty(effect => effect.State, EffectState.Unknown).SetProperty(effect => effect.EndedAt, now).SetProperty(effect => effect.Receipt, Receipt), cancellationToken);
        var expired = await context.Proposals.Where(row => row.State == ProposalState.Proposed)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ProposalState.Expired).SetProperty(row => row.DecidedAt, now), cancellationToken);

        // it may have been ended since: what it covered is asked for anew
        var ended = await context.Standing.Where(row => row.EndedBy == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedBy, "the restoring of a backup").SetProperty(row => row.EndedAt, now), cancellationToken);
        if (unknown + expired + ended > 0)
        {
            await LedgerWriter.AddAsync(context, now, "doubted", actor, "gate", new { unknown, expired, ended }, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return (unknown, expired);
    }
}
