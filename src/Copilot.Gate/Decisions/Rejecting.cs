using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>Rejects a proposal: by the one who asked, one who was asked, or one who could confirm.</summary>
internal sealed class Rejecting(DecisionParts parts)
{
    private const int LongestReason = 500;

    /// <summary>Rejects it.</summary>
    public async Task<DecisionResult> RejectAsync(DecidedOn on, string reason, CancellationToken cancellationToken)
    {
        if (DecisionParts.NotOpen(on.View) is { } fault)
        {
            return DecisionResult.Refused(fault, on.View);
        }

        var (id, person, now, why) = (on.Id, on.Person, parts.Time.GetUtcNow(), reason.Length <= LongestReason ? reason : reason[..LongestReason]);
        var moved = await parts.Move.WriteAsync("rejected", person, on.View.Number, async context =>
        {
            var kept = await LedgerWriter.SealAsync(context, person, why, now, cancellationToken);
            var rows = await context.Proposals.Where(row => row.Id == id && row.State == ProposalState.Proposed).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, ProposalState.Rejected).SetProperty(row => row.DecidedBy, person).SetProperty(row => row.DecidedAt, now).SetProperty(row => row.DecisionReason, kept), cancellationToken);
            return rows == 0 ? null : new { on.View.Digest, door = on.Door };
        }, cancellationToken);
        return await parts.EndAsync(on, moved, DecisionEnd.Rejected, $"{on.View.Number} is rejected; nothing was done.", GateFaults.MovedMeanwhile(on.View.Number), cancellationToken);
    }
}
