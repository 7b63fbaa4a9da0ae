using System.Globalization;
using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>Confirms a proposal: checked, compared with the records as they are, checked again and moved in one transaction.</summary>
internal sealed class Confirming(CompanyStore store, PolicyBook policy, ProposalStore proposals, ProposalReader reader, ConfirmationCheck check, IFactCheck facts, BusinessDay day, TimeProvider time)
{
    /// <summary>Confirms, or says why not.</summary>
    public async Task<DecisionResult> ConfirmAsync(DecidedOn on, IReadOnlyList<int> leaveOut, CancellationToken cancellationToken)
    {
        var row = await RowAsync(on.Id, cancellationToken);
        await using (var context = store.Copilot())
        {
            if (await check.FindAsync(context, row, on.Decision, on.Access.Roles, leaveOut, cancellationToken) is { } fault)
            {
                return DecisionResult.Refused(fault, await reader.FindAsync(on.Id, cancellationToken));
            }
        }

        if (await ReplacedAsync(row, cancellationToken) is { } replaced) // guard G14
        {
            return replaced;
        }

        return await MoveAsync(on, leaveOut, cancellationToken);
    }

    private async Task<ProposalRow> RowAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        return (await SealedProposals.FindAsync(context, id, cancellationToken))!;
    }

    // a changed fact turns the card into a comparison instead of a change
    private async Task<DecisionResult?> ReplacedAsync(ProposalRow row, CancellationToken cancellationToken)
    {
        var then = EffectJson.Read(row.Payload);
        var moved = await FactComparison.MovedAsync(store, then.Effects, target => target.Version, cancellationToken);
        var again = row.Undoes is null ? await facts.AgainAsync(row.Tool, row.Arguments, row.Requester, cancellationToken) : Result<Proposal>.Of(then);
        if (!again.Ok)
        {
            // what stops it may pass (a feed that is loaded, a hold that is released), so that it stays open; the facts it rests on are not compared with nothing
            var number = Numbers.Of(row.Id);
            var fault = new Fault(
                again.Fault.Code,
                $"Nothing was done, for it would not be proposed now: {again.Fault.Message} {number} stays open until {row.ExpiresAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC: confirm it again once that is put right, or be done with it: reject {number}",
                again.Fault.Suggestions);
            return DecisionResult.Refused(fault, await reader.FindAsync(row.Id, cancellationToken));
        }

        var changed = FactComparison.Of(then, again.Value, moved);
        if (changed.Count == 0)
        {
            return null;
        }

        if (row.Undoes is not null)
        {
            return DecisionResult.Refused(GateFaults.NotUndoable(Numbers.Of(row.Id), "the records it changed were changed again since"), await reader.FindAsync(row.Id, cancellationToken)) with { Changed = changed };
        }

        var drafted = await CorrectedAsync(row, again.Value, cancellationToken);
        var fresh = await proposals.SubmitAsync(new ProposalRequest(row.Tool, row.Arguments, row.Requester, row.Conversation, drafted.Proposal) { Supersedes = row.Id }, cancellationToken);
        if (!fresh.Ok)
        {
            return DecisionResult.Refused(fresh.Fault, await reader.FindAsync(row.Id, cancellationToken)) with { Changed = changed };
        }

        return new DecisionResult(
            DecisionEnd.Replaced, $"Nothing was done: what {Numbers.Of(row.Id)} rests on changed since it was proposed. {Numbers.Of(fresh.Value)} shows it as it would be now{drafted.Words}. Decide on that.",
            await reader.FindAsync(fresh.Value, cancellationToken)) { Changed = changed };
    }

    private async Task<TakenOver> CorrectedAsync(ProposalRow row, Proposal fresh, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        var corrections = await Corrections.OfAsync(context, row, cancellationToken);
        return await new TakingOver(store, policy, day.Set ?? day.Today).IntoAsync(fresh, corrections, Numbers.Of(row.Id), cancellationToken);
    }

    private async Task<DecisionResult> MoveAsync(DecidedOn on, IReadOnlyList<int> leaveOut, CancellationToken cancellationToken)
    {
        var (id, person, today) = (on.Id, on.Person, day.Today);
        await using var context = store.Copilot();
        await using var transaction = await LedgerMove.BeginAsync(context, cancellationToken);
        var row = (await SealedProposals.FindAsync(context, id, cancellationToken))!;
        if (await check.FindAsync(context, row, on.Decision, on.Access.Roles, leaveOut, cancellationToken) is { } fault) // guard G15
        {
            return DecisionResult.Refused(fault, await reader.FindAsync(context, id, cancellationToken));
        }

        var now = time.GetUtcNow();
        if (await StillMissingAsync(context, row, on, leaveOut, cancellationToken) is { } role) // guard G16
        {
            await AgreeAsync(context, row, on, leaveOut, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            var second = GateFaults.SecondRole(role);
            return new DecisionResult(DecisionEnd.Agreed, second.Message, await reader.FindAsync(id, cancellationToken)) { Code = second.Code };
        }

        var moved = await context.Proposals
            .Where(found => found.Id == id && found.State == ProposalState.Proposed && found.Digest == row.Digest && found.ExpiresAt > now)
            .ExecuteUpdateAsync(
                set => set.SetProperty(found => found.State, ProposalState.Confirmed).SetProperty(found => found.DecidedBy, person).SetProperty(found => found.DecidedAt, now), cancellationToken);
        if (moved != 1) // guard G17
        {
            return DecisionResult.Refused(GateFaults.MovedMeanwhile(Numbers.Of(id)), await reader.FindAsync(context, id, cancellationToken));
        }

        await context.ProposalEffects.Where(effect => effect.ProposalId == id && leaveOut.Contains(effect.Ordinal)).ExecuteUpdateAsync(set => set.SetProperty(effect => effect.State, EffectState.LeftOut), cancellationToken);
        await context.ProposalEffects.Where(effect => effect.ProposalId == id && effect.State == EffectState.Proposed)
            .ExecuteUpdateAsync(set => set.SetProperty(effect => effect.State, EffectState.Ready).SetProperty(effect => effect.ConfirmedBy, person).SetProperty(effect => effect.ConfirmedOn, today), cancellationToken);
        await LedgerWriter.AddAsync(context, now, "confirmed", person, Numbers.Of(id), new { row.Digest, door = on.Door, leaveOut }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var confirmed = (await reader.FindAsync(id, cancellationToken))!;
        return new DecisionResult(
            DecisionEnd.Confirmed, confirmed.WaitsUntil is { } waits ? $"{Numbers.Of(id)} is confirmed; it runs from {waits.ToString("dddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} on your clock, as the policy says. Until then: undo {Numbers.Of(id)}" : $"{Numbers.Of(id)} is confirmed and runs now.", confirmed);
    }

    /// <summary>The role that has to agree besides those who did; none where nobody is missing.</summary>
    private async Task<string?> StillMissingAsync(CopilotContext context, ProposalRow row, DecidedOn on, IReadOnlyList<int> leaveOut, CancellationToken cancellationToken)
    {
        var weights = await check.WeighAsync(context, row.Id, leaveOut, cancellationToken);
        var confirmed = await check.TodayAsync(context, on.Person, cancellationToken);
        var (person, left) = (on.Person, string.Join(',', leaveOut));
        var before = await context.Approvals.AsNoTracking().Where(other => other.ProposalId == row.Id && other.Digest == row.Digest && other.LeftOut == left && other.PersonKey != person).Select(other => other.PersonKey).ToListAsync(cancellationToken);
        var people = new List<IReadOnlyCollection<string>> { on.Access.Roles };
        foreach (var key in before)
        {
            if (await store.FindPersonAsync(key, cancellationToken) is { Ok: true, Value: var found })
            {
                people.Add(found.Access.Roles);
            }
        }

        return PolicyCheck.StillMissing(policy, weights, confirmed, people);
    }

    private static async Task AgreeAsync(CopilotContext context, ProposalRow row, DecidedOn on, IReadOnlyList<int> leaveOut, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var person = on.Person;
        await context.Approvals.Where(other => other.ProposalId == row.Id && other.PersonKey == person).ExecuteDeleteAsync(cancellationToken);
        context.Approvals.Add(new ApprovalRow { ProposalId = row.Id, PersonKey = person, Digest = row.Digest, LeftOut = string.Join(',', leaveOut), At = now });
        await context.SaveChangesAsync(cancellationToken);
        await LedgerWriter.AddAsync(context, now, "agreed", person, Numbers.Of(row.Id), new { row.Digest, door = on.Door, leaveOut }, cancellationToken);
    }
}
