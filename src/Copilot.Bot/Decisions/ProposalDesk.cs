using System.Globalization;
using System.Text.Json;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;

namespace Copilot.Bot;

/// <summary>Proposals in a chat: they go into the gate, their cards are shown, and what a person decides on them is carried out.</summary>
internal sealed class ProposalDesk(ConfirmationGate gate, GateWorker worker, Replies replies, TimeProvider time)
{
    // most of what is confirmed is done by then, and the card tells it at once
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Takes in what a turn proposes.</summary>
    /// <returns>Its card, or why the person may not ask for it.</returns>
    public async Task<Activity> SubmitAsync(Activity to, InboxMessage asked, TurnReport report, CancellationToken cancellationToken)
    {
        var stored = await gate.SubmitAsync(new ProposalRequest(report.Tool!, report.Arguments.ToJsonString(), asked.PersonKey, asked.Conversation, report.Proposal!) { Question = asked.Number }, cancellationToken);
        return stored.Ok ? await CardAsync(to, asked.PersonKey, stored.Value, 1, null, cancellationToken) : Refused(to, stored.Fault);
    }

    /// <summary>Carries out a card's button.</summary>
    public Task<Activity> ButtonAsync(Activity to, string personKey, CardCommand command, CancellationToken cancellationToken) => ButtonAsync(to, personKey, command, Task.CompletedTask, cancellationToken);

    /// <summary>Carries out a card's button whose answer takes the card's place.</summary>
    /// <param name="to">The activity that says so.</param>
    /// <param name="personKey">Who pressed it.</param>
    /// <param name="command">The button.</param>
    /// <param name="answered">The answer is written: a receipt that comes later takes its place, and not the other way round.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Activity> ButtonAsync(Activity to, string personKey, CardCommand command, Task answered, CancellationToken cancellationToken)
    {
        switch (command)
        {
            case CardCommand.Page page:
                var shown = await gate.ShowAsync(page.Proposal, personKey, cancellationToken);
                return shown.Ok ? await CardAsync(to, personKey, shown.Value, page.Number, null, cancellationToken) : Refused(to, shown.Fault);
            case CardCommand.Decide decide:
                var view = await gate.ShowAsync(decide.Proposal, personKey, cancellationToken);
                return DecisionInputs.Read(decide, view.Ok ? view.Value : null) is { } choice
                    ? await DecideAsync(to, personKey, decide.Proposal, decide.Digest, choice, answered, cancellationToken)
                    : Refused(to, CardFaults.UnknownCommand);
            default:
                throw new InvalidOperationException($"{command.GetType().Name} is no button of a proposal.");
        }
    }

    /// <summary>Carries out a decision and shows how the proposal stands then.</summary>
    public Task<Activity> DecideAsync(Activity to, string personKey, string proposal, string? digest, DecisionChoice choice, CancellationToken cancellationToken) =>
        DecideAsync(to, personKey, proposal, digest, choice, Task.CompletedTask, cancellationToken);

    private async Task<Activity> DecideAsync(Activity to, string personKey, string proposal, string? digest, DecisionChoice choice, Task answered, CancellationToken cancellationToken)
    {
        var result = await gate.DecideAsync(new HumanDecision(personKey, to.ChannelId ?? "", proposal, digest, choice), cancellationToken);
        if (result.View is not { } view)
        {
            return result.End == DecisionEnd.Ended ? replies.Text(to, result.Message) : Refused(to, new Fault(result.Code ?? "", result.Message));
        }

        foreach (var colleague in new[] { result.AlsoFor, result.StandsIn }.OfType<string>())
        {
            var words = await worker.AskAsync(view, colleague, cancellationToken) switch
            {
                { Reached: false } => $" {view.NameOf(colleague)} has not met me yet, so I cannot bring them the card. It waits: they see it by writing \"show {view.Number}\".",
                { At: { } when } => $" The card reaches {view.NameOf(colleague)} when they are at work: {when.ToString("dddd HH:mm", CultureInfo.InvariantCulture)} on their clock.",
                _ => "",
            };
            result = result with { Message = result.Message + words };
        }

        return result.End == DecisionEnd.Confirmed ? await RunAsync(to, personKey, view, result, answered, cancellationToken) : await CardAsync(to, personKey, view, 1, result, cancellationToken);
    }

    private async Task<Activity> RunAsync(Activity to, string personKey, ProposalView view, DecisionResult result, Task answered, CancellationToken cancellationToken)
    {
        var running = worker.RunAsync(view.Number, cancellationToken);
        if (await Task.WhenAny(running, Task.Delay(Patience, time, cancellationToken)) == running && await running is { } done)
        {
            return await CardAsync(to, personKey, done, 1, null, cancellationToken);
        }

        worker.TellLater(view.Number, to, answered);
        return await CardAsync(to, personKey, view, 1, result, cancellationToken);
    }

    private async Task<Activity> CardAsync(Activity to, string personKey, ProposalView view, int page, DecisionResult? result, CancellationToken cancellationToken)
    {
        var colleagues = view.State == ProposalState.Proposed ? await gate.WhoMayConfirmAsync(view, cancellationToken) : [];
        var (card, shown, pages) = new ProposalCards(CardSurface.ActionsOf(to.ChannelId)).Render(view, page, result, colleagues);
        await gate.PresentedAsync(view, personKey, shown, pages, cancellationToken);
        return replies.Card(to, ProposalCards.PlainText(view, result), RawJson.Of(card));
    }

    /// <summary>Why nothing is done, as a card.</summary>
    public Activity Refused(Activity to, Fault fault) => replies.Card(
        to, fault.Message, RawJson.Of(new AnswerCards(new CardSurface(CardSurface.ActionsOf(to.ChannelId), Downloads: false)).Render(fault)));
}
