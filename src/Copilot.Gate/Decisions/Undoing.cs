using System.Text.Json;
using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>Takes back what was done: a proposal of its own. What was confirmed and still waits for its hour is withdrawn.</summary>
internal sealed class Undoing(DecisionParts parts)
{
    /// <summary>Proposes to take it back.</summary>
    /// <param name="on">What was done.</param>
    /// <param name="ordinal">Which part of it; all that can be taken back where none is named.</param>
    /// <param name="cancellationToken">Stops; nothing is then changed.</param>
    public async Task<DecisionResult> UndoAsync(DecidedOn on, int? ordinal, CancellationToken cancellationToken)
    {
        var (id, view) = (on.Id, on.View);
        int[] waiting = [.. view.Effects.Where(effect => effect.WaitsUntil is not null && (ordinal is null || effect.Ordinal == ordinal)).Select(effect => effect.Ordinal)];
        if (waiting.Length > 0)
        {
            return await WithdrawAsync(on, waiting, cancellationToken);
        }

        var wanted = view.Effects.Where(effect => effect is { Undoable: true, State: EffectState.Done } && (ordinal is null || effect.Ordinal == ordinal)).Reverse().ToArray();
        if (wanted.Length == 0)
        {
            return DecisionResult.Refused(GateFaults.NotUndoable(ordinal is { } part ? Numbers.Key(id, part) : view.Number, await WhyAsync(view, id, ordinal, cancellationToken)), view);
        }

        var after = await AfterAsync(id, cancellationToken);
        Effect[] back = [.. wanted.Select(effect => effect.Effect.Inverse(after.GetValueOrDefault(effect.Ordinal) ?? effect.Effect.Targets())!)];
        var keys = string.Join(' ', wanted.Select(effect => Numbers.Key(id, effect.Ordinal)));
        var proposal = new Proposal($"Take back: {view.Proposal.Title}", $"Takes back what {view.Number} did.", back, []);
        var row = await parts.RowAsync(id, cancellationToken);
        var request = new ProposalRequest("undo", "{}", on.Person, row.Conversation, proposal) { Undoes = keys, OwnUndo = on.Person == view.Requester || on.Person == view.DecidedBy };
        return await parts.NewAsync(on, request, number => $"{number} takes it back once it is confirmed.", cancellationToken);
    }

    // what still waits for its hour has changed nothing: it is withdrawn at once, and waits for no other try
    private async Task<DecisionResult> WithdrawAsync(DecidedOn on, int[] waiting, CancellationToken cancellationToken)
    {
        var (id, now, receipt) = (on.Id, parts.Time.GetUtcNow(), $"Withdrawn by {on.Person} before it left.");
        var moved = await parts.Move.WriteAsync("withdrawn", on.Person, on.View.Number, async context =>
        {
            var rows = await context.ProposalEffects.Where(effect => effect.ProposalId == id && waiting.Contains(effect.Ordinal) && effect.State == EffectState.Ready).ExecuteUpdateAsync(
                set => set.SetProperty(effect => effect.State, EffectState.LeftOut).SetProperty(effect => effect.EndedAt, now).SetProperty(effect => effect.Receipt, receipt), cancellationToken);
            return rows == 0 ? null : new { on.View.Digest, parts = waiting, door = on.Door };
        }, cancellationToken);
        return await parts.EndAsync(on, moved, DecisionEnd.Rejected, $"What waited of {on.View.Number} is withdrawn; nothing of it was done.", GateFaults.MovedMeanwhile(on.View.Number), cancellationToken);
    }

    // it is told of what was done: what was left out or failed left nothing to take back
    private async Task<string> WhyAsync(ProposalView view, long id, int? ordinal, CancellationToken cancellationToken)
    {
        var chosen = view.Effects.Where(effect => ordinal is null || effect.Ordinal == ordinal).ToArray();
        var told = Array.Find(chosen, effect => effect is { State: EffectState.Done, UndoneBy: null }) ?? Array.Find(chosen, effect => effect.State == EffectState.Done)
            ?? Array.Find(chosen, effect => effect.State == EffectState.Unknown) ?? chosen.FirstOrDefault();
        return told switch
        {
            null => "it has no such part",
            { UndoneBy: { } by } => $"{by} took it back already",
            { State: EffectState.Unknown } => "nobody knows yet whether it happened, so that is settled first",
            { State: not EffectState.Done } => "it did not happen",
            { Effect: GrantStanding } => await EndingAsync(Numbers.Key(id, told.Ordinal), cancellationToken),
            { Effect: SendMail or SendNudge } => "a mail that was sent cannot be called back; what can be put right is asked for as something new",
            { Effect: var effect } when effect.Inverse(effect.Targets()) is null => "nothing undoes what it did; what can be put right is asked for as something new",
            _ => "its time for that is over",
        };
    }

    private async Task<string> EndingAsync(string key, CancellationToken cancellationToken)
    {
        await using var context = parts.Store.Copilot();
        var row = await context.Standing.AsNoTracking().FirstOrDefaultAsync(found => found.GrantKey == key, cancellationToken);
        return row is null ? "a standing approval is ended instead, and \"standing approvals\" lists them"
            : row.EndedBy is { } by ? $"a standing approval is ended instead, and {StandingNumbers.Of(row.Id)} was ended by {await StaffNames.OneAsync(parts.Store, by, cancellationToken)} already"
            : $"a standing approval is ended instead. Say \"end {StandingNumbers.Of(row.Id)}\" and nothing more goes out under it; \"standing approvals\" lists them";
    }

    // the records as they were left, which is what an inverse expects to find; of what a person settled as done nobody knows more than was proposed
    private async Task<Dictionary<int, IReadOnlyList<Target>>> AfterAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = parts.Store.Copilot();
        var rows = await context.ProposalEffects.AsNoTracking().Where(effect => effect.ProposalId == id && effect.After != null).Select(effect => new { effect.Ordinal, effect.After }).ToListAsync(cancellationToken);
        return rows.ToDictionary(effect => effect.Ordinal, effect => JsonSerializer.Deserialize<IReadOnlyList<Target>>(effect.After!)!);
    }
}
