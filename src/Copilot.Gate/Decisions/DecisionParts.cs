using Copilot.Core;
using Copilot.Data;

namespace Copilot.Gate;

/// <summary>What the decisions share.</summary>
internal sealed record DecisionParts(CompanyStore Store, PolicyBook Policy, ProposalStore Proposals, ProposalReader Reader, ConfirmationCheck Check, BusinessDay Day, TimeProvider Time)
{
    /// <summary>Writes a move with its ledger entry.</summary>
    public LedgerMove Move { get; } = new(Store, Time);

    /// <summary>Why a proposal can no longer be decided on; nothing where it can.</summary>
    public static Fault? NotOpen(ProposalView view) => view.State switch
    {
        ProposalState.Proposed => null,
        ProposalState.Expired => GateFaults.Expired(view.Number),
        ProposalState.Superseded => GateFaults.Superseded(view.Number, view.SupersededBy ?? "another"),
        ProposalState.Confirmed or ProposalState.Rejected => GateFaults.Decided(view.Number, $"{Words.Of(view.State)} by {view.NameOf(view.DecidedBy)}"),
        _ => throw new InvalidOperationException($"Nobody knows what {view.State} means."),
    };

    /// <summary>What keeps somebody from having the parts of a confirmed proposal run or settled.</summary>
    public async Task<Fault?> MayRunAsync(DecidedOn on, CancellationToken cancellationToken)
    {
        var view = on.View;
        if (view.Stopped is { } said)
        {
            return GateFaults.Stopped(said);
        }

        await using var context = Store.Copilot();
        return view.State != ProposalState.Confirmed ? GateFaults.NothingToRetry(view.Number)
            : Day.Other is { } other ? GateFaults.AnotherDay(other)
            : PolicyCheck.Confirm(Policy, new Confirmation(view.Requester, on.Person, on.Access.Roles, await Check.WeighAsync(context, on.Id, [], cancellationToken), new Dictionary<EffectRule, ConfirmedToday>()));
    }

    /// <summary>A proposal's row, opened.</summary>
    public async Task<ProposalRow> RowAsync(long id, CancellationToken cancellationToken)
    {
        await using var context = Store.Copilot();
        return (await SealedProposals.FindAsync(context, id, cancellationToken))!;
    }

    /// <summary>What came of a decision, with the proposal as it stands then; what moved meanwhile is refused.</summary>
    public async Task<DecisionResult> EndAsync(DecidedOn on, bool moved, DecisionEnd end, string message, Fault otherwise, CancellationToken cancellationToken)
    {
        var view = await Reader.FindAsync(on.Id, cancellationToken);
        return moved ? new DecisionResult(end, message, view) : DecisionResult.Refused(otherwise, view);
    }

    /// <summary>A proposal that came of a decision on another one.</summary>
    public async Task<DecisionResult> NewAsync(DecidedOn on, ProposalRequest request, Func<string, string> message, CancellationToken cancellationToken)
    {
        var fresh = await Proposals.SubmitAsync(request, cancellationToken);
        return fresh.Ok
            ? new DecisionResult(DecisionEnd.Replaced, message(Numbers.Of(fresh.Value)), await Reader.FindAsync(fresh.Value, cancellationToken))
            : DecisionResult.Refused(fresh.Fault, on.View);
    }
}

/// <summary>What somebody decides on.</summary>
/// <param name="Id">The proposal.</param>
/// <param name="View">As it stands.</param>
/// <param name="Decision">That they decided.</param>
/// <param name="Access">What they may see and do.</param>
internal sealed record DecidedOn(long Id, ProposalView View, HumanDecision Decision, Access Access)
{
    /// <summary>Who, by short name.</summary>
    public string Person => Decision.PersonKey;

    /// <summary>Through which door.</summary>
    public string Door => Decision.Door;
}
