using Copilot.Core;

namespace Copilot.Gate;

/// <summary>Takes what a person decided to where it is carried out. What is refused stands in the ledger as well.</summary>
internal sealed class Decider(DecisionParts parts, Confirming confirming, Absences absences, StandingBook standing)
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
        var person = await parts.Store.FindPersonAsync(decision.PersonKey, cancellationToken);
        if (!person.Ok)
        {
            return DecisionResult.Refused(person.Fault, null);
        }

        if (decision.Choice is DecisionChoice.End)
        {
            var ended = await standing.EndAsync(decision.Proposal, decision.PersonKey, cancellationToken);
            return ended.Ok ? new DecisionResult(DecisionEnd.Ended, $"{ended.Value.Number} is ended; nothing more goes out under it.", null) : DecisionResult.Refused(ended.Fault, null);
        }

        var (who, access) = person.Value;
        var typed = decision.Proposal.Length <= LongestTyped ? decision.Proposal : decision.Proposal[..LongestTyped];
        if (Numbers.Read(decision.Proposal) is not { } id || await parts.Reader.FindAsync(id, cancellationToken) is not { } view)
        {
            return DecisionResult.Refused(GateFaults.NotFound(typed), null);
        }

        if (!parts.Reader.MaySee(view, who, access.Roles)) // guard G18
        {
            return DecisionResult.Refused(GateFaults.NotFound(typed), null);
        }

        var on = new DecidedOn(id, view, decision, access);
        return decision.Choice switch
        {
            DecisionChoice.Confirm confirm => await confirming.ConfirmAsync(on, confirm.LeaveOut, cancellationToken),
            DecisionChoice.Reject reject => await new Rejecting(parts).RejectAsync(on, reject.Reason, cancellationToken),
            DecisionChoice.Edit edit => await new Editing(parts).EditAsync(on, edit, cancellationToken),
            DecisionChoice.Pass pass => await new Passing(parts, absences).PassAsync(on, pass.Person, cancellationToken),
            DecisionChoice.Undo undo => await new Undoing(parts).UndoAsync(on, undo.Ordinal, cancellationToken),
            DecisionChoice.Retry => await new Retrying(parts).RetryAsync(on, cancellationToken),
            DecisionChoice.Settle settle => await new Settling(parts).SettleAsync(on, settle, cancellationToken),
            DecisionChoice.Show => new DecisionResult(DecisionEnd.Shown, $"{view.Number}: {view.Proposal.Title}.", view),
            _ => throw new InvalidOperationException($"Nobody carries out {decision.Choice.GetType().Name}."),
        };
    }

    private async Task NoteAsync(HumanDecision decision, DecisionResult result, CancellationToken cancellationToken)
    {
        var subject = decision.Choice is DecisionChoice.End && StandingNumbers.Read(decision.Proposal) is { } approval ? StandingNumbers.Of(approval) : Numbers.Read(decision.Proposal) is { } id ? Numbers.Of(id) : "no proposal";
        object tells = new { choice = decision.Choice.GetType().Name, result.Code, door = decision.Door, decision.Digest };
        await parts.Move.WriteAsync("refused", decision.PersonKey, subject, _ => Task.FromResult<object?>(tells), cancellationToken);
    }
}
