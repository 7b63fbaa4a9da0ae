using System.Globalization;
using System.Text.Json;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>One activity of the inbox, from reading it to its stored end. It may run twice after a crash; its end and its replies are stored once.</summary>
internal sealed partial class TurnHandler(Dialogue dialogue, MessageStore messages, PastTurns past, RowFiles files, Welcome welcome, Replies replies, ProposalDesk desk, BotMeters meters, TimeProvider time, ILogger<TurnHandler> logger) : ITurnHandler
{
    /// <summary>Runs the turn and stores its end.</summary>
    /// <returns>The replies, for a caller that waits for them.</returns>
    public async Task<IReadOnlyList<Activity>> RunAsync(InboxMessage message, CancellationToken cancellationToken)
    {
        var activity = Activities.Stored(message.Body);
        var began = time.GetTimestamp();
        Ended ended;
        try
        {
            ended = await AnswerAsync(message, activity, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            var reference = Guid.NewGuid().ToString("N")[..8];
            Broken(logger, fault, message.Id, reference);
            ended = new Ended("failed", [replies.Text(activity, $"Something went wrong that should not have (reference {reference}). Nothing was changed; ask again, or tell your administrator the reference.")]);
        }

        IReadOnlyList<Activity> said = [.. ended.Replies.Select(reply => reply with { Id = reply.Id ?? Guid.CreateVersion7().ToString("N"), Timestamp = Now() })];
        var waits = Activities.IsAwaited(activity);
        IReadOnlyList<OutgoingMessage> outgoing = [.. said.Select(reply => Activities.Outgoing(reply, activity, waits))];
        var answered = time.GetTimestamp();
        await messages.FinishAsync(message, new FinishedMessage(ended.Outcome, ended.Tool, ended.Arguments, ended.State, Reference(activity), outgoing, InboxDoor.Said(activity, message.PersonKey) ? dialogue.Version : null) { Left = Activities.Leaves(activity) }, CancellationToken.None);
        Tell(message, activity, ended, time.GetElapsedTime(began, answered), time.GetElapsedTime(answered));
        return said;
    }

    private void Tell(InboxMessage message, Activity activity, Ended ended, TimeSpan answering, TimeSpan storing)
    {
        var (channel, tool) = (activity.ChannelId ?? "", ended.Tool ?? "none");
        meters.Stage("answering", answering, tool, ended.Outcome);
        meters.Stage("storing", storing);
        meters.Ended(channel, tool, ended.Outcome);
        System.Diagnostics.Activity.Current?.SetTag("copilot.tool", tool).SetTag("copilot.outcome", ended.Outcome).SetTag("copilot.channel", channel);
        Over(logger, message.Id, channel, tool, ended.Outcome, (long)(answering + storing).TotalMilliseconds);
    }

    private async Task<Ended> AnswerAsync(InboxMessage message, Activity activity, CancellationToken cancellationToken)
    {
        // a client that loads again says again that the copilot has joined
        var joins = Activities.WelcomesBot(activity) && !await messages.IsMetAsync(message.Conversation, message.PersonKey, cancellationToken);
        if (message.PersonKey.Length == 0)
        {
            return new Ended("refused", activity.Type == "message" || joins ? [replies.Stranger(activity)] : []);
        }

        if (activity.Type != "message")
        {
            return new Ended("welcome", joins ? [await welcome.WriteAsync(activity, message.PersonKey, cancellationToken)] : []);
        }

        var text = Mentions.Strip(activity);
        if (Mentions.Typed(activity) is { } own && DecisionCommand.Read(own) is { } typed)
        {
            // the whole message is the command, and no engine has seen it
            return new Ended("decision", [await desk.DecideAsync(activity, message.PersonKey, typed.Proposal, null, typed.Choice, cancellationToken)]);
        }

        if (DecisionCommand.Hint(text) is { } hint)
        {
            return new Ended("refused", [desk.Refused(activity, hint)]);
        }

        var command = activity.Value is { ValueKind: JsonValueKind.Object } value && text.Length == 0 ? CardCommand.Parse(value) : new CardCommand.Ask(text);
        if (!command.Ok)
        {
            return new Ended("refused", [replies.Text(activity, command.Fault.Message)]);
        }

        if (command.Value is CardCommand.Ask(var asked) && DecisionCommand.Read(asked) is { Choice: DecisionChoice.Show } look)
        {
            // a suggestion may open a proposal; it decides nothing
            return new Ended("decision", [await desk.DecideAsync(activity, message.PersonKey, look.Proposal, null, look.Choice, cancellationToken)]);
        }

        if (command.Value is CardCommand.Decide or CardCommand.Page)
        {
            return new Ended("decision", [await desk.ButtonAsync(activity, message.PersonKey, command.Value, cancellationToken)]);
        }

        if (command.Value is CardCommand.Download wanted)
        {
            var link = await files.LinkAsync(message.Conversation, message.PersonKey, wanted, cancellationToken);
            return link.Ok ? new Ended("download", [replies.Download(activity, link.Value, wanted.Kind)]) : new Ended("refused", [replies.Text(activity, link.Fault.Message)]);
        }

        IReadOnlyList<Activity> first = replies.OfFiles(activity) is { } aboutFiles ? [aboutFiles] : [];
        return first.Count > 0 && text.Length == 0 ? new Ended("files", first) : await SaidAsync(message, activity, command.Value, first, cancellationToken);
    }

    private async Task<Ended> SaidAsync(InboxMessage message, Activity activity, CardCommand command, IReadOnlyList<Activity> first, CancellationToken cancellationToken)
    {
        var stored = await messages.StateAsync(message.Conversation, message.PersonKey, cancellationToken);
        var state = ConversationState.FromJson(stored);
        var (asked, view) = command switch
        {
            CardCommand.Rows rows => (await AgainAsync(rows.Turn), new CardView(rows.Turn) { Table = rows.Table, From = rows.From }),
            CardCommand.Explain explain => (await AgainAsync(explain.Turn), new CardView(explain.Turn) { Explain = true, From = explain.From }),
            CardCommand.Ask ask => (await dialogue.AskAsync(ask.Text, state, message.PersonKey, replies.Surface(activity), cancellationToken), new CardView(message.Id.ToString(CultureInfo.InvariantCulture))),
            _ => throw new InvalidOperationException($"Nobody carries out {command.GetType().Name}."),
        };
        if (!asked.Ok)
        {
            return new Ended("refused", [.. first, replies.Text(activity, asked.Fault.Message)]);
        }

        await using var report = asked.Value;
        var showing = time.GetTimestamp();
        var reply = report.Proposal is null
            ? await replies.OfAsync(activity, report, view, cancellationToken)
            : await desk.SubmitAsync(activity, message, report, cancellationToken);
        meters.Stage("showing", time.GetElapsedTime(showing));
        var remembered = report.State.ToJson();
        return new Ended(report.Outcome.ToString().ToLowerInvariant(), [.. first, reply])
        {
            Tool = report.Tool, Arguments = report.Tool is null ? null : report.Arguments.ToJsonString(), State = remembered == stored ? null : remembered,
        };

        Task<Result<TurnReport>> AgainAsync(string turn) => past.AgainAsync(message.Conversation, turn, state, message.PersonKey, cancellationToken);
    }

    private string Now() => time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    // where somebody says something or lets the copilot in; what a channel tells of others' comings and goings is no place to write to them
    private static string? Reference(Activity activity) => activity.Type != "message" && !Activities.WelcomesBot(activity) ? null : Activities.Write(new Activity
    {
        Type = "reference", ChannelId = activity.ChannelId, ServiceUrl = activity.ServiceUrl, Conversation = activity.Conversation,
        From = activity.Recipient, Recipient = activity.From, Locale = activity.Locale,
    });

    [LoggerMessage(Level = LogLevel.Information, Message = "Turn {Id} on {Channel}: {Tool}, {Outcome}, {Milliseconds} ms.")]
    private static partial void Over(ILogger logger, long id, string channel, string tool, string outcome, long milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "The turn of message {Id} broke (reference {Reference}).")]
    private static partial void Broken(ILogger logger, Exception exception, long id, string reference);

    private sealed record Ended(string Outcome, IReadOnlyList<Activity> Replies)
    {
        public string? Tool { get; init; }

        public string? Arguments { get; init; }

        public string? State { get; init; }
    }
}
