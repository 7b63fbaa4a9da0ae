using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>Takes a person's word for what no read-back could tell.</summary>
internal sealed class Settling(DecisionParts parts)
{
    /// <summary>Takes it.</summary>
    public async Task<DecisionResult> SettleAsync(DecidedOn on, DecisionChoice.Settle settle, CancellationToken cancellationToken)
    {
        if (await parts.MayRunAsync(on, cancellationToken) is { } fault)
        {
            return DecisionResult.Refused(fault, on.View);
        }

        var (id, now, key) = (on.Id, parts.Time.GetUtcNow(), Numbers.Key(on.Id, settle.Ordinal));
        var (state, receipt) = settle.Happened ? (EffectState.Done, $"It happened, says {on.Person}.") : (EffectState.Failed, $"It did not happen, says {on.Person}.");
        var moved = await parts.Move.WriteAsync("settled", on.Person, key, async context =>
        {
            var rows = await context.ProposalEffects.Where(effect => effect.ProposalId == id && effect.Ordinal == settle.Ordinal && effect.State == EffectState.Unknown)
                .ExecuteUpdateAsync(set => set.SetProperty(effect => effect.State, state).SetProperty(effect => effect.Receipt, receipt).SetProperty(effect => effect.EndedAt, now), cancellationToken);
            return rows == 0 ? null : new { on.View.Digest, settle.Happened, door = on.Door };
        }, cancellationToken);
        return await parts.EndAsync(on, moved, DecisionEnd.Settled, $"{key}: {receipt}", GateFaults.NotUnknown(key), cancellationToken);
    }
}
