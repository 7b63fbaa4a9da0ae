using System.Text.Json;
using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>All decisions but the confirmation. Each moves rows by a guarded update with its ledger entry, or changes nothing.</summary>
internal sealed class OtherDecisions(CompanyStore store, PolicyBook policy, ProposalStore proposals, ProposalReader reader, ConfirmationCheck check, Absences absences, BusinessDay day, TimeProvider time)
{
    private const int LongestReason = 500;

    /// <summary>Rejects: by the one who asked, one who was asked, or one who could confirm.</summary>
    public async Task<DecisionResult> RejectAsync(long id, ProposalView view, HumanDecision decision, string reason, CancellationToken cancellationToken)
    {
        if (NotOpen(view) is { } fault)
        {
            return DecisionResult.Refused(fault, view);
        }

        var (now, person, why) = (time.GetUtcNow(), decision.PersonKey, reason.Length <= LongestReason ? reason : reason[..LongestReason]);
        var moved = await WriteAsync("rejected", person, view.Number, new { view.Digest, door = decision.Door }, async context =>
        {
            var kept = await LedgerWriter.SealAsync(context, person, why, now, cancellationToken);
            return await context.Proposals.Where(row => row.Id == id && row.State == ProposalState.Proposed).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, ProposalState.Rejected).SetProperty(row => row.DecidedBy, person).SetProperty(row => row.DecidedAt, now).SetProperty(row => row.DecisionReason, kept), cancellationToken);
        }, cancellationToken);
        return moved
            ? new DecisionResult(DecisionEnd.Rejected, $"{view.Number} is rejected; nothing was done.", await reader.FindAsync(id, cancellationToken))
            : DecisionResult.Refused(GateFaults.MovedMeanwhile(view.Number), await reader.FindAsync(id, cancellationToken));
    }

    /// <summary>Corrects a part: a new proposal of the one who corrects takes the old one's place.</summary>
    public async Task<DecisionResult> EditAsync(long id, ProposalView view, HumanDecision decision, DecisionChoice.Edit edit, CancellationToken cancellationToken)
    {
        if (NotOpen(view) is { } fault)
        {
            return DecisionResult.Refused(fault, view);
        }

        if (edit.Ordinal < 1 || edit.Ordinal > view.Effects.Count)
        {
            return DecisionResult.Refused(GateFaults.NoSuchEffect(view.Number, edit.Ordinal), view);
        }

        var effect = view.Effects[edit.Ordinal - 1].Effect;
        foreach (var (field, value) in edit.Fields.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var corrected = effect.With(field, value);
            if (!corrected.Ok)
            {
                return DecisionResult.Refused(corrected.Fault, view);
            }

            effect = corrected.Value;
        }

        if (effect.Outdated(day.Set ?? day.Today) is { } outdated)
        {
            return DecisionResult.Refused(outdated, view);
        }

        var row = await RowAsync(id, cancellationToken);
        var proposal = view.Proposal with { Effects = [.. view.Proposal.Effects.Select((other, index) => index == edit.Ordinal - 1 ? effect : other)] };
        var fresh = await proposals.SubmitAsync(new ProposalRequest(row.Tool, row.Arguments, decision.PersonKey, row.Conversation, proposal) { Supersedes = id, Undoes = row.Undoes }, cancellationToken);
        return fresh.Ok
            ? new DecisionResult(DecisionEnd.Replaced, $"{Numbers.Of(fresh.Value)} takes the place of {view.Number}. Look at it, then decide.", await reader.FindAsync(fresh.Value, cancellationToken))
            : DecisionResult.Refused(fresh.Fault, view);
    }

    /// <summary>Gives it to somebody who could confirm it.</summary>
    public async Task<DecisionResult> PassAsync(long id, ProposalView view, HumanDecision decision, string name, CancellationToken cancellationToken)
    {
        if (NotOpen(view) is { } fault)
        {
            return DecisionResult.Refused(fault, view);
        }

        var found = await store.FindPersonAsync(name, cancellationToken);
        if (!found.Ok)
        {
            return DecisionResult.Refused(GateFaults.UnknownPerson(name), view);
        }

        var (other, access) = found.Value;
        await using (var context = store.Copilot())
        {
            var weights = await check.WeighAsync(context, id, [], cancellationToken);
            if (PolicyCheck.Confirm(policy, new Confirmation(view.Requester, other.Key, access.Roles, weights, await check.TodayAsync(context, other.Key, cancellationToken))) is { } why) // guard G38
            {
                return DecisionResult.Refused(GateFaults.MayNotBeAsked(other.Name, why), view);
            }
        }

        var now = time.GetUtcNow();
        await using (var context = store.Copilot())
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await context.ClaimLedgerAsync(cancellationToken);
            await context.Asked.Where(share => share.ProposalId == id && share.PersonKey == other.Key).ExecuteDeleteAsync(cancellationToken);
            context.Asked.Add(new AskedRow { ProposalId = id, PersonKey = other.Key, AskedBy = decision.PersonKey, At = now });
            await context.SaveChangesAsync(cancellationToken);
            var alias = await LedgerWriter.AliasAsync(context, other.Key, now, cancellationToken);
            await LedgerWriter.AddAsync(context, now, "passed", decision.PersonKey, view.Number, new { view.Digest, to = alias, door = decision.Door }, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        var instead = await absences.InsteadAsync(id, other.Key, cancellationToken);
        return new DecisionResult(DecisionEnd.Passed, $"{other.Name} is asked to decide on {view.Number}.{instead.Words}", await reader.FindAsync(id, cancellationToken)) { AlsoFor = other.Key, StandsIn = instead.Deputy };
    }

    /// <summary>Takes back what was done: a proposal of its own.</summary>
    public async Task<DecisionResult> UndoAsync(long id, ProposalView view, HumanDecision decision, int? ordinal, CancellationToken cancellationToken)
    {
        var wanted = view.Effects.Where(effect => effect.Undoable && (ordinal is null || effect.Ordinal == ordinal)).Reverse().ToArray();
        if (wanted.Length == 0)
        {
            return DecisionResult.Refused(GateFaults.NotUndoable(ordinal is { } part ? Numbers.Key(id, part) : view.Number), view);
        }

        await using var context = store.Copilot();
        var after = (await context.ProposalEffects.AsNoTracking().Where(effect => effect.ProposalId == id && effect.After != null).Select(effect => new { effect.Ordinal, effect.After }).ToListAsync(cancellationToken))
            .ToDictionary(effect => effect.Ordinal, effect => JsonSerializer.Deserialize<Target[]>(effect.After!)!);
        Effect[] back = [.. wanted.Select(effect => effect.Effect.Inverse(after[effect.Ordinal])!)];
        var keys = string.Join(' ', wanted.Select(effect => Numbers.Key(id, effect.Ordinal)));
        var proposal = new Proposal($"Take back: {view.Proposal.Title}", $"Takes back what {view.Number} did.", back, []);
        var fresh = await proposals.SubmitAsync(new ProposalRequest("undo", "{}", decision.PersonKey, (await RowAsync(id, cancellationToken)).Conversation, proposal) { Undoes = keys, OwnUndo = decision.PersonKey == view.Requester || decision.PersonKey == view.DecidedBy }, cancellationToken);
        return fresh.Ok
            ? new DecisionResult(DecisionEnd.Replaced, $"{Numbers.Of(fresh.Value)} takes it back once it is confirmed.", await reader.FindAsync(fresh.Value, cancellationToken))
            : DecisionResult.Refused(fresh.Fault, view);
    }

    /// <summary>Makes what failed ready again; what was done stays done.</summary>
    public async Task<DecisionResult> RetryAsync(long id, ProposalView view, HumanDecision decision, Access access, CancellationToken cancellationToken)
    {
        if (await MayRunAsync(id, view, decision, access, cancellationToken) is { } fault)
        {
            return DecisionResult.Refused(fault, view);
        }

        if (Payload.DigestOf((await RowAsync(id, cancellationToken)).Payload) != view.Digest) // guard G42
        {
            return DecisionResult.Refused(GateFaults.PartErased(view.Number), view);
        }

        var (person, today) = (decision.PersonKey, day.Today);
        var moved = await WriteAsync("retried", person, view.Number, new { view.Digest, door = decision.Door }, context => context.ProposalEffects
            .Where(effect => effect.ProposalId == id && effect.State == EffectState.Failed)
            .ExecuteUpdateAsync(
                set => set.SetProperty(effect => effect.State, EffectState.Ready).SetProperty(effect => effect.ConfirmedBy, person).SetProperty(effect => effect.ConfirmedOn, today).SetProperty(effect => effect.Receipt, (string?)null), cancellationToken), cancellationToken);
        return moved
            ? new DecisionResult(DecisionEnd.Confirmed, $"What failed of {view.Number} is tried again.", await reader.FindAsync(id, cancellationToken))
            : DecisionResult.Refused(GateFaults.NothingToRetry(view.Number), view);
    }

    /// <summary>Takes a person's word for what no read-back could tell.</summary>
    public async Task<DecisionResult> SettleAsync(long id, ProposalView view, HumanDecision decision, Access access, DecisionChoice.Settle settle, CancellationToken cancellationToken)
    {
        if (await MayRunAsync(id, view, decision, access, cancellationToken) is { } fault)
        {
            return DecisionResult.Refused(fault, view);
        }

        var (now, key) = (time.GetUtcNow(), Numbers.Key(id, settle.Ordinal));
        var (state, receipt) = settle.Happened ? (EffectState.Done, $"It happened, says {decision.PersonKey}.") : (EffectState.Failed, $"It did not happen, says {decision.PersonKey}.");
        var moved = await WriteAsync("settled", decision.PersonKey, key, new { view.Digest, settle.Happened, door = decision.Door }, context => context.ProposalEffects
            .Where(effect => effect.ProposalId == id && effect.Ordinal == settle.Ordinal && effect.State == EffectState.Unknown)
            .ExecuteUpdateAsync(set => set.SetProperty(effect => effect.State, state).SetProperty(effect => effect.Receipt, receipt).SetProperty(effect => effect.EndedAt, now), cancellationToken), cancellationToken);
        return moved
            ? new DecisionResult(DecisionEnd.Settled, $"{key}: {receipt}", await reader.FindAsync(id, cancellationToken))
            : DecisionResult.Refused(GateFaults.NotUnknown(key), view);
    }

    private static Fault? NotOpen(ProposalView view) => view.State switch
    {
        ProposalState.Proposed => null,
        ProposalState.Expired => GateFaults.Expired(view.Number),
        ProposalState.Superseded => GateFaults.Superseded(view.Number, view.SupersededBy ?? "another"),
        ProposalState.Confirmed or ProposalState.Rejected => GateFaults.Decided(view.Number, $"{Words.Of(view.State)} by {view.DecidedBy}"),
        _ => throw new InvalidOperationException($"Nobody knows what {view.State} means."),
    };

    private async Task<Fault?> MayRunAsync(long id, ProposalView view, HumanDecision decision, Access access, CancellationToken cancellationToken)
    {
        if (view.Stopped is { } said)
        {
            return GateFaults.Stopped(said);
        }

        await using var context = store.Copilot();
        return view.State != ProposalState.Confirmed ? GateFaults.NothingToRetry(view.Number)
            : day.Other is { } other ? GateFaults.AnotherDay(other)
            : PolicyCheck.Confirm(policy, new Confirmation(view.Requester, decision.PersonKey, access.Roles, await check.WeighAsync(context, id, [], cancellationToken), new Dictionary<EffectRule, ConfirmedToday>()));
    }

    private async Task<ProposalRow> RowAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        return (await SealedProposals.FindAsync(context, id, cancellationToken))!;
    }

    private async Task<bool> WriteAsync<TPayload>(string kind, string actor, string subject, TPayload payload, Func<CopilotContext, Task<int>> move, CancellationToken cancellationToken)
    {
        await using var context = store.Copilot();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.ClaimLedgerAsync(cancellationToken);
        if (await move(context) == 0)
        {
            return false;
        }

        await LedgerWriter.AddAsync(context, time.GetUtcNow(), kind, actor, subject, payload, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
