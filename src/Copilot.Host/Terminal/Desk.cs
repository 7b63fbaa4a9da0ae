using System.Text.Json.Nodes;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Copilot.Host.Json;

namespace Copilot.Host.Terminal;

/// <summary>What the terminal does with proposals: they go into the gate, and a typed decision is carried out before any engine sees it.</summary>
internal sealed class Desk(Workplace workplace)
{
    private const string Door = "terminal";

    private readonly string _conversation = MessageStore.Terminal + Guid.CreateVersion7().ToString("N");

    /// <summary>Carries out a line that is a decision and nothing else; nothing where it is none.</summary>
    public async Task<DecisionResult?> DecideAsync(string line, CancellationToken cancellationToken)
    {
        if (DecisionCommand.Read(line) is not { } command)
        {
            return DecisionCommand.Hint(line) is { } hint ? new DecisionResult(DecisionEnd.Refused, hint.Message, null) { Code = hint.Code } : null;
        }

        var result = await workplace.Gate.DecideAsync(new HumanDecision(workplace.Person.Key, Door, command.Proposal, null, command.Choice), cancellationToken);
        return result.End == DecisionEnd.Confirmed && result.View is { } view ? result with { View = await workplace.Gate.RunAsync(view.Number, cancellationToken) } : result;
    }

    /// <summary>Asks, and takes in what the turn proposes; question, call and answer stand in the ledger.</summary>
    /// <returns>The report with the proposal as it stands, a fault where the person may not ask for it, or nothing where nothing is proposed.</returns>
    public async Task<Result<(TurnReport Report, Result<ProposalView>? Proposed)>> AskAsync(string sentence, ConversationState state, CancellationToken cancellationToken)
    {
        var person = workplace.Person.Key;
        var said = new JsonObject { ["type"] = "message", ["channelId"] = Door, ["text"] = sentence };
        var taken = (await workplace.Messages.TakeAsync(
            new IncomingMessage(_conversation, Guid.CreateVersion7().ToString("N"), person, said.ToJsonString(), Said: true), cancellationToken))!;
        var asked = await workplace.Dialogue.AskAsync(sentence, state, person, cancellationToken);
        if (!asked.Ok)
        {
            return asked.Fault;
        }

        var report = asked.Value;
        var proposed = report.Proposal is { } proposal
            ? await workplace.Gate.SubmitAsync(new ProposalRequest(report.Tool!, report.Arguments.ToJsonString(), person, Door, proposal) { Question = taken.Number }, cancellationToken)
            : (Result<ProposalView>?)null;
        var answer = await TurnJson.WriteAsync(report, proposed, [], cancellationToken);
        await workplace.Messages.FinishAsync(
            taken,
            new FinishedMessage(report.Outcome.ToString().ToLowerInvariant(), report.Tool, report.Tool is null ? null : report.Arguments.ToJsonString(), null, null, [new OutgoingMessage(answer.ToJsonString(), null, answered: true)], workplace.Dialogue.Version),
            cancellationToken);
        return (report, proposed);
    }

    /// <summary>Runs what was confirmed and waited, for its hour or for a host that was stopped.</summary>
    /// <returns>What of it this person had confirmed, with its receipts.</returns>
    public async Task<IReadOnlyList<ProposalView>> CatchUpAsync(CancellationToken cancellationToken)
    {
        var done = new List<ProposalView>();
        foreach (var number in await workplace.Gate.TidyAsync(cancellationToken))
        {
            if (await workplace.Gate.RunAsync(number, cancellationToken) is { } view && view.DecidedBy == workplace.Person.Key)
            {
                done.Add(view);
            }
        }

        return done;
    }

    /// <summary>Notes that a proposal was shown whole.</summary>
    public Task ShownAsync(ProposalView view, CancellationToken cancellationToken) => workplace.Gate.PresentedAsync(view, workplace.Person.Key, cancellationToken);
}
