using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>Makes what failed ready again; what was done stays done.</summary>
internal sealed class Retrying(DecisionParts parts)
{
    /// <summary>Makes it ready.</summary>
    public async Task<DecisionResult> RetryAsync(DecidedOn on, CancellationToken cancellationToken)
    {
        if (await parts.MayRunAsync(on, cancellationToken) is { } fault)
        {
            return DecisionResult.Refused(fault, on.View);
        }

        var (id, view) = (on.Id, on.View);
        if (Payload.DigestOf((await parts.RowAsync(id, cancellationToken)).Payload) != view.Digest) // guard G42
        {
            return DecisionResult.Refused(GateFaults.PartErased(view.Number), view);
        }

        var (person, today) = (on.Person, parts.Day.Today);
        var moved = await parts.Move.WriteAsync("retried", person, view.Number, async context =>
        {
            var rows = await context.ProposalEffects.Where(effect => effect.ProposalId == id && effect.State == EffectState.Failed).ExecuteUpdateAsync(
                set => set.SetProperty(effect => effect.State, EffectState.Ready).SetProperty(effect => effect.ConfirmedBy, person).SetProperty(effect => effect.ConfirmedOn, today).SetProperty(effect => effect.Receipt, (string?)null), cancellationToken);
            return rows == 0 ? null : new { view.Digest, door = on.Door };
        }, cancellationToken);
        return await parts.EndAsync(on, moved, DecisionEnd.Confirmed, $"What failed of {view.Number} is tried again.", GateFaults.NothingToRetry(view.Number), cancellationToken);
    }
}
