using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Gate;

/// <summary>Takes what a person decided to where it is carried out. What is refused stands in the ledger as well.</summary>
internal sealed class Decider(CompanyStore store, ProposalReader reader, Confirming confirming, OtherDecisions others, TimeProvider time)
{
    private const int LongestTyped = 40;

    /// <summary>Carries out a decision.</summary>
    public async Task<DecisionResult> DecideAsync(HumanDecision decision, CancellationToken cancellationToken)
    {
        var result = await RunAsync(decision, cancellationToken);
        if (result.End == DecisionEnd.Refused)
        {
            await NoteAsync(decision, result, cancellationToken);
        }

        return result;
    }

    private async Task<DecisionResult> RunAsync(HumanDecision decision, CancellationToken cancellationToken)
    {
        var person = await store.FindPersonAsync(decision.PersonKey, cancellationToken);
        if (!person.Ok)
        {
            return DecisionResult.Refused(person.Fault, null);
        }

        var (who, access) = person.Value;
        var typed = decision.Proposal.Length <= LongestTyped ? decision.Proposal : decision.Proposal[..LongestTyped];
        if (Numbers.Read(decision.Proposal) is not { } id || await reader.FindAsync(id, cancellationToken) is not { } view)
        {
            return DecisionResult.Refused(GateFaults.NotFound(typed), null);
        }

        if (!reader.MaySee(view, who, access.Roles)) // guard G18
        {
            return DecisionResult.Refused(GateFaults.NotFound(typed), null);
        }

        return decision.Choice switch
        {
            DecisionChoice.Confirm confirm => await confirming.ConfirmAsync(id, decision, access, confirm.LeaveOut, cancellationToken),
            DecisionChoice.Reject reject => await others.RejectAsync(id, view, decision, reject.Reason, cancellationToken),
            DecisionChoice.Edit edit => await others.EditAsync(id, view, decision, edit, cancellationToken),
            DecisionChoice.Pass pass => await others.PassAsync(id, view, decision, pass.Person, cancellationToken),
            DecisionChoice.Undo undo => await others.UndoAsync(id, view, decision, undo.Ordinal, cancellationToken),
            DecisionChoice.Retry => await others.RetryAsync(id, view, decision, access, cancellationToken),
            DecisionChoice.Settle settle => await others.SettleAsync(id, view, decision, access, settle, cancellationToken),
            DecisionChoice.Show => new DecisionResult(DecisionEnd.Shown, $"{view.Number}: {view.Proposal.Title}.", view),
            _ => throw new InvalidOperationException($"Nobody carries out {decision.Choice.GetType().Name}."),
        };
    }

    private async Task NoteAsync(HumanDecision decision, DecisionResult result, CancellationToken cancellationToken)
    {
        var subject = Numbers.Read(decision.Proposal) is { } id ? Numbers.Of(id) : "no proposal";
        await using var context = store.Copilot();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.ClaimLedgerAsync(cancellationToken);
        await LedgerWriter.AddAsync(context, time.GetUtcNow(), "refused", decision.PersonKey, subject, new { choice = decision.Choice.GetType().Name, result.Code, door = decision.Door, decision.Digest }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
