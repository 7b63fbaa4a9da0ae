using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>Lets a proposal run under a standing approval, within the transaction that stores it: checked, counted and confirmed together or not at all.</summary>
internal sealed class StandingUse(StandingCheck check, BusinessDay day)
{
    /// <summary>Confirms a row that is stored in the running transaction, or says why not: then nothing of the transaction may stay.</summary>
    public async Task<Fault?> ConfirmAsync(CopilotContext context, ProposalRow row, IReadOnlyList<Effect> effects, CancellationToken cancellationToken)
    {
        var id = row.Standing!.Value;
        var standing = await context.Standing.AsNoTracking().FirstAsync(found => found.Id == id, cancellationToken);
        if (await check.OfUseAsync(context, standing, effects, cancellationToken) is { } fault) // guard G57
        {
            return fault;
        }

        // whichever approval it went under: two that name the same colleague send them nothing twice
        if (await context.Proposals.Where(other => other.Standing != null && other.Conversation == row.Conversation && other.Id != row.Id).Select(other => other.Standing).FirstOrDefaultAsync(cancellationToken) is { } under) // guard G63
        {
            return StandingFaults.AlreadyWent(StandingNumbers.Of(under));
        }

        if (!await CountAsync(context, standing, effects.Count, cancellationToken)) // guard G58
        {
            return StandingFaults.UsedUp(StandingNumbers.Of(id), check.PerDay(standing));
        }

        var (person, today, now) = (standing.GrantedBy, day.Today, row.CreatedAt);
        await context.Proposals.Where(found => found.Id == row.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.State, ProposalState.Confirmed).SetProperty(found => found.DecidedBy, person).SetProperty(found => found.DecidedAt, now), cancellationToken);
        await context.ProposalEffects.Where(effect => effect.ProposalId == row.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(effect => effect.State, EffectState.Ready).SetProperty(effect => effect.ConfirmedBy, person).SetProperty(effect => effect.ConfirmedOn, today), cancellationToken);
        await LedgerWriter.AddAsync(context, now, "covered", LedgerWriter.Copilot, Numbers.Of(row.Id), new { row.Digest, standing = StandingNumbers.Of(id), effects = effects.Count }, cancellationToken);
        return null;
    }

    // the row of the day is made first, so that one guarded update counts
    private async Task<bool> CountAsync(CopilotContext context, StandingRow standing, int more, CancellationToken cancellationToken)
    {
        var (id, today, most) = (standing.Id, day.Today, check.PerDay(standing));
        if (!await context.StandingUses.AnyAsync(row => row.StandingId == id && row.Day == today, cancellationToken))
        {
            context.StandingUses.Add(new StandingUseRow { StandingId = id, Day = today });
            await context.SaveChangesAsync(cancellationToken);
        }

        return await context.StandingUses.Where(row => row.StandingId == id && row.Day == today && row.Count + more <= most)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Count, row => row.Count + more), cancellationToken) == 1;
    }
}
