using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>One activity of the inbox, from reading it to its stored end. It may run twice after a crash; its end and its replies are stored once.</summary>
internal sealed partial class TurnHandler(Dialogue dialogue, MessageStore messages, Welcome welcome, Replies replies, TimeProvider time, ILogger<TurnHandler> logger) : ITurnHandler
{
    /// <summary>Runs the turn and stores its end.</summary>
    /// <returns>The replies, for a caller that waits for them.</returns>
    public async Task<IReadOnlyList<Activity>> RunAsync(InboxMessage message, CancellationToken cancellationToken)
    {
        var activity = Activities.Stored(message.Body);
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
        var waits = activity.DeliveryMode == "expectReplies";
        IReadOnlyList<OutgoingMessage> outgoing = waits ? [] : [.. said.Select(reply => new OutgoingMessage(
            Activities.Write(reply), activity.ChannelId == Activities.DirectLine ? null : activity.ServiceUrl))];
        await messages.FinishAsync(message, new FinishedMessage(ended.Outcome, ended.Tool, ended.Arguments, ended.State, Reference(activity), outgoing), CancellationToken.None);
        return said;
    }

    private async Task<Ended> AnswerAsync(InboxMessage message, Activity activity, CancellationToken cancellationToken)
    {
        if (message.PersonKey.Length == 0)
        {
            return new Ended("refused", activity.Type == "message" || Activities.WelcomesBot(activity) ? [replies.Stranger(activity)] : []);
        }

        if (activity.Type != "message")
        {
            return new Ended("welcome", Activities.WelcomesBot(activity) ? [await welcome.WriteAsync(activity, message.PersonKey, cancellationToken)] : []);
        }

        var state = ConversationState.FromJson(await messages.StateAsync(message.Conversation, message.PersonKey, cancellationToken));
        var asked = await AskAsync(message, activity, state, cancellationToken);
        if (!asked.Ok)
        {
            return new Ended("refused", [replies.Text(activity, asked.Fault.Message)]);
        }

        await using var report = asked.Value.Report;
        var reply = await replies.OfAsync(activity, report, asked.Value.View, cancellationToken);
        return new Ended(report.Outcome.ToString().ToLowerInvariant(), [reply])
        {
            Tool = report.Tool, Arguments = report.Tool is null ? null : report.Arguments.ToJsonString(), State = report.State.ToJson(),
        };
    }

    // typed words, or a card's button
    private async Task<Result<Asked>> AskAsync(InboxMessage message, Activity activity, ConversationState state, CancellationToken cancellationToken)
    {
        var text = Mentions.Strip(activity);
        if (activity.Value is { ValueKind: JsonValueKind.Object } value && text.Length == 0)
        {
            var command = CardCommand.Parse(value);
            if (!command.Ok)
            {
                return command.Fault;
            }

            switch (command.Value)
            {
                case CardCommand.Rows rows:
                    return await AgainAsync(message, rows.Turn, new CardView(rows.Turn) { Table = rows.Table, From = rows.From }, state, cancellationToken);
                case CardCommand.Explain explain:
                    return await AgainAsync(message, explain.Turn, new CardView(explain.Turn) { Explain = true, From = explain.From }, state, cancellationToken);
                case CardCommand.Ask ask:
                    text = ask.Text;
                    break;
            }
        }

        var report = await dialogue.AskAsync(text, state, message.PersonKey, cancellationToken);
        return report.Ok ? new Asked(report.Value, new CardView(message.Id.ToString(CultureInfo.InvariantCulture))) : report.Fault;
    }

    /// <summary>More of an earlier answer: its function is called again, as the person who clicks, on the records as they are now.</summary>
    private async Task<Result<Asked>> AgainAsync(InboxMessage message, string turn, CardView view, ConversationState state, CancellationToken cancellationToken)
    {
        var past = long.TryParse(turn, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await messages.CallAsync(message.Conversation, id, cancellationToken) : null;
        if (past is null || past.PersonKey != message.PersonKey)
        {
            return new Fault("BT-021", "That answer is not kept any more. Ask its question again.");
        }

        var report = await dialogue.AgainAsync(past.Tool, (JsonObject)JsonNode.Parse(past.Arguments)!, state, message.PersonKey, cancellationToken);
        return report.Ok ? new Asked(report.Value, view) : report.Fault;
    }

    private string Now() => time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static string? Reference(Activity activity) => activity.Conversation is null ? null : Activities.Write(new Activity
    {
        Type = "reference", ChannelId = activity.ChannelId, ServiceUrl = activity.ServiceUrl, Conversation = activity.Conversation,
        From = activity.Recipient, Recipient = activity.From, Locale = activity.Locale,
    });

    [LoggerMessage(Level = LogLevel.Error, Message = "The turn of message {Id} broke (reference {Reference}).")]
    private static partial void Broken(ILogger logger, Exception exception, long id, string reference);

    private sealed record Asked(TurnReport Report, CardView View);

    private sealed record Ended(string Outcome, IReadOnlyList<Activity> Replies)
    {
        public string? Tool { get; init; }

        public string? Arguments { get; init; }

        public string? State { get; init; }
    }
}
