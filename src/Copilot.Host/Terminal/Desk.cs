using Copilot.Conversation;
using Copilot.Core;
using Copilot.Gate;

namespace Copilot.Host.Terminal;

/// <summary>What the terminal does with proposals: they go into the gate, and a typed decision is carried out before any engine sees it.</summary>
internal sealed class Desk(Workplace workplace)
{
    private const string Door = "terminal";

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

    /// <summary>Takes in what a turn proposes.</summary>
    /// <returns>The proposal as it stands, a fault where the person may not ask for it, or nothing where nothing is proposed.</returns>
    public async Task<Result<ProposalView>?> SubmitAsync(TurnReport report, CancellationToken cancellationToken) => report.Proposal is { } proposal
        ? await workplace.Gate.SubmitAsync(new ProposalRequest(report.Tool!, report.Arguments.ToJsonString(), workplace.Person.Key, Door, proposal), cancellationToken)
        : (Result<ProposalView>?)null;

    /// <summary>Notes that a proposal was shown whole.</summary>
    public Task ShownAsync(ProposalView view, CancellationToken cancellationToken) => workplace.Gate.PresentedAsync(view, workplace.Person.Key, cancellationToken);
}
