using Copilot.Core;

namespace Copilot.Gate;

/// <summary>Corrects a part of a proposal: a new proposal of the one who corrects takes the old one's place.</summary>
internal sealed class Editing(DecisionParts parts)
{
    /// <summary>Corrects it.</summary>
    public async Task<DecisionResult> EditAsync(DecidedOn on, DecisionChoice.Edit edit, CancellationToken cancellationToken)
    {
        var view = on.View;
        if (DecisionParts.NotOpen(view) is { } fault)
        {
            return DecisionResult.Refused(fault, view);
        }

        if (edit.Ordinal < 1 || edit.Ordinal > view.Effects.Count)
        {
            return DecisionResult.Refused(GateFaults.NoSuchEffect(view.Number, edit.Ordinal), view);
        }

        var corrected = Corrected(view.Effects[edit.Ordinal - 1].Effect, edit.Fields);
        if (!corrected.Ok)
        {
            return DecisionResult.Refused(corrected.Fault, view);
        }

        var effect = corrected.Value;
        if (effect.Outdated(parts.Day.Set ?? parts.Day.Today) is { } outdated)
        {
            return DecisionResult.Refused(outdated, view);
        }

        var row = await parts.RowAsync(on.Id, cancellationToken);
        var proposal = view.Proposal with { Effects = [.. view.Proposal.Effects.Select((other, index) => index == edit.Ordinal - 1 ? effect : other)] };
        var request = new ProposalRequest(row.Tool, row.Arguments, on.Person, row.Conversation, proposal) { Supersedes = on.Id, Undoes = row.Undoes };
        return await parts.NewAsync(on, request, number => $"{number} takes the place of {view.Number}. Look at it, then decide.", cancellationToken);
    }

    private static Result<Effect> Corrected(Effect effect, IReadOnlyDictionary<string, string> fields)
    {
        foreach (var (field, value) in fields.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var corrected = effect.With(field, value);
            if (!corrected.Ok)
            {
                return corrected;
            }

            effect = corrected.Value;
        }

        return effect;
    }
}
