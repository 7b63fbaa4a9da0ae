using System.Text.Json;
using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>Takes back what was done: a proposal of its own.</summary>
internal sealed class Undoing(DecisionParts parts)
{
    /// <summary>Proposes to take it back.</summary>
    /// <param name="on">What was done.</param>
    /// <param name="ordinal">Which part of it; all that can be taken back where none is named.</param>
    /// <param name="cancellationToken">Stops; nothing is then changed.</param>
    public async Task<DecisionResult> UndoAsync(DecidedOn on, int? ordinal, CancellationToken cancellationToken)
    {
        var (id, view) = (on.Id, on.View);
        var wanted = view.Effects.Where(effect => effect.Undoable && (ordinal is null || effect.Ordinal == ordinal)).Reverse().ToArray();
        if (wanted.Length == 0)
        {
            return DecisionResult.Refused(GateFaults.NotUndoable(ordinal is { } part ? Numbers.Key(id, part) : view.Number), view);
        }

        var after = await AfterAsync(id, cancellationToken);
        Effect[] back = [.. wanted.Select(effect => effect.Effect.Inverse(after[effect.Ordinal])!)];
        var keys = string.Join(' ', wanted.Select(effect => Numbers.Key(id, effect.Ordinal)));
        var proposal = new Proposal($"Take back: {view.Proposal.Title}", $"Takes back what {view.Number} did.", back, []);
        var row = await parts.RowAsync(id, cancellationToken);
        var request = new ProposalRequest("undo", "{}", on.Person, row.Conversation, proposal) { Undoes = keys, OwnUndo = on.Person == view.Requester || on.Person == view.DecidedBy };
        return await parts.NewAsync(on, request, number => $"{number} takes it back once it is confirmed.", cancellationToken);
    }

    // the records as they were left, which is what an inverse expects to find
    private async Task<Dictionary<int, Target[]>> AfterAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = parts.Store.Copilot();
        var rows = await context.ProposalEffects.AsNoTracking().Where(effect => effect.ProposalId == id && effect.After != null).Select(effect => new { effect.Ordinal, effect.After }).ToListAsync(cancellationToken);
        return rows.ToDictionary(effect => effect.Ordinal, effect => JsonSerializer.Deserialize<Target[]>(effect.After!)!);
    }
}
