using System.Collections.Concurrent;
using System.Text.Json;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>What came of asking a colleague.</summary>
/// <param name="Reached">Whether they are told; not where they were never met.</param>
/// <param name="At">When, on their own clock, where that is later.</param>
internal sealed record Asked(bool Reached, DateTimeOffset? At = null);

/// <summary>Runs what was confirmed, brings the receipts to where they are waited for, and picks up what another host or an earlier start left.</summary>
internal sealed partial class GateWorker(ConfirmationGate gate, MessageStore messages, Whereabouts whereabouts, Replies replies, LineHub hub, CompanyStore store, RestHours quiet, TimeProvider time, ILogger<GateWorker> logger) : Lookout(TimeSpan.FromSeconds(15), time, logger)
{
    private readonly ConcurrentDictionary<string, Task<ProposalView?>> _running = new(StringComparer.Ordinal);

    /// <summary>Runs what is ready of a proposal. The token ends the waiting; what was begun goes on.</summary>
    public Task<ProposalView?> RunAsync(string number, CancellationToken cancellationToken) => Run(number).WaitAsync(cancellationToken);

    /// <summary>Brings the receipt once it is there and what was answered is written: in the place of the card where a button was pressed, as a message of its own elsewhere.</summary>
    public void TellLater(string number, Activity to, Task answered) => _ = TellAsync(Run(number), to, answered);

    /// <summary>Brings a proposal to somebody who is asked to decide; while it is quiet where they are, that is kept until it no longer is.</summary>
    /// <returns>Whether and when it reaches them.</returns>
    public async Task<Asked> AskAsync(ProposalView view, string personKey, CancellationToken cancellationToken)
    {
        if (await whereabouts.OfAsync(personKey, cancellationToken) is not { } place)
        {
            return new Asked(Reached: false);
        }

        var person = await store.FindPersonAsync(personKey, cancellationToken);

        // the page disturbs nobody who is not looking at it
        if (place.Where.ChannelId != Activities.DirectLine && person.Ok && PersonClock.Zone(person.Value.Person) is var zone && quiet.EndsAt(Time.GetUtcNow(), zone) is { } later)
        {
            await gate.Held.HoldAsync(view.Number, personKey, later, cancellationToken);
            return new Asked(Reached: true, TimeZoneInfo.ConvertTime(later, zone));
        }

        await SayAsync(place.Conversation, place.Where, personKey, view, null, cancellationToken);
        return new Asked(Reached: true);
    }

    /// <summary>Asks whoever is to be asked by now: those who stand in for somebody, and those for whom it was quiet.</summary>
    public async Task AskDueAsync(CancellationToken cancellationToken)
    {
        foreach (var (view, deputy) in await gate.HandOverAsync(cancellationToken))
        {
            await AskAsync(view, deputy, cancellationToken);
        }

        foreach (var (view, person) in await gate.DueAsksAsync(cancellationToken))
        {
            if (await whereabouts.OfAsync(person, cancellationToken) is { } place)
            {
                await SayAsync(place.Conversation, place.Where, person, view, null, cancellationToken);
            }

            await gate.Held.EndAsync(view.Number, person, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async Task LookAsync(CancellationToken cancellationToken)
    {
        await AskDueAsync(cancellationToken);
        foreach (var number in await gate.TidyAsync(cancellationToken))
        {
            if (!_running.ContainsKey(number))
            {
                await PickUpAsync(number, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_running.Values);
    }

    private Task<ProposalView?> Run(string number) => _running.GetOrAdd(number, key =>
    {
        var run = Task.Run(() => gate.RunAsync(key, CancellationToken.None), CancellationToken.None);
        _ = run.ContinueWith(_ => _running.TryRemove(key, out var _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return run;
    });

    private async Task PickUpAsync(string number, CancellationToken cancellationToken)
    {
        // what a standing approval covers is told of where something is to be looked at
        if (await RunAsync(number, cancellationToken) is { DecidedBy: { } person } view && (view.Standing is null || view.Effects.Any(effect => effect.State != EffectState.Done)) && await whereabouts.OfAsync(person, cancellationToken) is { } place)
        {
            await SayAsync(place.Conversation, place.Where, person, view, null, cancellationToken);
        }
    }

    private async Task TellAsync(Task<ProposalView?> running, Activity to, Task answered)
    {
        try
        {
            if (await running is { } view)
            {
                await answered;
                await SayAsync(Activities.Key(to), Activities.Reply(to), view.DecidedBy ?? "", view, to.Type == "invoke" ? to.ReplyToId : null, CancellationToken.None);
            }
        }
#pragma warning disable CA1031 // the proposal itself tells how it ended
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Broken(Logger, fault);
        }
    }

    private async Task SayAsync(string conversation, Activity where, string personKey, ProposalView view, string? inPlaceOf, CancellationToken cancellationToken)
    {
        var (card, shown, pages) = new ProposalCards(CardSurface.ActionsOf(where.ChannelId)).Render(view, 1, null, []);
        var said = replies.Card(where, ProposalCards.PlainText(view, null), RawJson.Of(card)) with
        {
            Type = inPlaceOf is null ? "message" : "messageUpdate", Id = inPlaceOf ?? Guid.CreateVersion7().ToString("N"), ReplyToId = null,
            ChannelId = where.ChannelId, ServiceUrl = where.ServiceUrl, Conversation = where.Conversation, From = where.From, Recipient = where.Recipient,
        };
        await messages.SayAsync(conversation, personKey, Activities.Outgoing(said, where), cancellationToken);
        hub.Changed(conversation);
        await gate.PresentedAsync(view, personKey, shown, pages, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What was confirmed could not be run or told of; it is looked at again.")]
    private static partial void Broken(ILogger logger, Exception exception);
}
