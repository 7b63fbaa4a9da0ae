using System.Text.Json;
using Copilot.Core;
using Copilot.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>
/// Invokes are answered in the HTTP answer: a card's button with the next card, or a line that says what is wrong. The client waits 5 seconds for it: what
/// takes longer goes on, and its card comes as an update.
/// </summary>
internal sealed partial class Invokes(InboxDoor door, ProposalDesk desk, MessageStore messages, Replies replies, ILogger<Invokes> logger)
{
    /// <summary>How long an answer may take from the start of its request.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(4.5);

    private const string Card = "application/vnd.microsoft.card.adaptive";
    private const string Line = "application/vnd.microsoft.activity.message";

    /// <summary>The answer where nothing was begun in time.</summary>
    public static IResult NotBegun() => Said(Line, "That takes longer than usual, and nothing was begun. Press it again in a moment.");

    /// <summary>Answers one.</summary>
    /// <param name="context">Its request.</param>
    /// <param name="activity">The invoke.</param>
    /// <param name="personKey">Who sent it; empty for somebody unknown.</param>
    /// <param name="limit">Ends the waiting; what was begun goes on.</param>
    public async Task<IResult> AnswerAsync(HttpContext context, Activity activity, string personKey, CancellationToken limit)
    {
        if (activity.Name == "message/submitAction")
        {
            // thumbs up or down: there is nothing to answer
            return Results.Ok();
        }

        if (activity.Name != "adaptiveCard/action")
        {
            return Results.StatusCode(StatusCodes.Status501NotImplemented);
        }

        if (personKey.Length == 0)
        {
            return Said(Line, "I do not know you yet. Ask your administrator to add you to the copilot's people.");
        }

        var command = CardCommand.Parse(activity.Value ?? default);
        return command.Ok ? await AnswerAsync(context, activity, command.Value, personKey, limit) : Bodies.Json(Error(command.Fault));
    }

    private async Task<IResult> AnswerAsync(HttpContext context, Activity activity, CardCommand command, string personKey, CancellationToken limit)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // on a thread of its own, since a file that another program holds makes its caller wait
        var work = Task.Run(() => ReplyAsync(activity, command, personKey, told.Task), CancellationToken.None);
        if (await Task.WhenAny(work, Task.Delay(Timeout.InfiniteTimeSpan, limit)) != work)
        {
            _ = TellLateAsync(activity, personKey, work, told);
            return Said(Line, "Still at it: what comes of it is shown here in a moment.");
        }

        context.Response.OnCompleted(() =>
        {
            told.TrySetResult();
            return Task.CompletedTask;
        });
        return await work switch
        {
            null => Said(Line, "The answer comes below."),
            { Attachments: [{ Content: { } card }, ..] } => Said(Card, card),
            var reply => Said(Line, reply.Text),
        };
    }

    /// <summary>Carries a button out. A decision waits for no turn; another page of a card takes the card's place; a question is a new message, and so is its answer.</summary>
    private async Task<Activity?> ReplyAsync(Activity activity, CardCommand command, string personKey, Task told)
    {
        if (command is CardCommand.Decide or CardCommand.Page)
        {
            return await desk.ButtonAsync(activity, personKey, command, told, CancellationToken.None);
        }

        var asks = command is CardCommand.Ask or CardCommand.Download;
        var message = activity with { Type = "message", Name = null, Text = null, DeliveryMode = asks ? null : Activities.ExpectReplies };
        var turn = await door.TakeAsync(message, personKey, null, CancellationToken.None);
        if (asks)
        {
            return null;
        }

        var said = turn is null ? await door.AgainAsync(message, CancellationToken.None) : await turn;
        return said.Count > 0 ? said[0] : replies.Text(activity, "That was asked before, and its answer is not kept any more. Ask the question again.");
    }

    private async Task TellLateAsync(Activity activity, string personKey, Task<Activity?> work, TaskCompletionSource told)
    {
        try
        {
            if (await ReplyAsync(activity, work) is { } reply)
            {
                var update = reply.Attachments is [{ Content: not null }, ..] && activity.ReplyToId is { Length: > 0 };
                var said = reply with { Type = update ? "messageUpdate" : "message", Id = update ? activity.ReplyToId : Guid.CreateVersion7().ToString("N"), ReplyToId = null };
                await messages.SayAsync(Activities.Key(activity), personKey, Activities.Outgoing(said, activity), CancellationToken.None);
            }
        }
#pragma warning disable CA1031 // nobody waits for it
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Broken(logger, fault, "");
        }
        finally
        {
            told.TrySetResult();
        }
    }

    private async Task<Activity?> ReplyAsync(Activity activity, Task<Activity?> work)
    {
        try
        {
            return await work;
        }
#pragma warning disable CA1031 // whoever pressed the button is told, and the log holds the rest
        catch (Exception fault)
#pragma warning restore CA1031
        {
            var reference = Guid.NewGuid().ToString("N")[..8];
            Broken(logger, fault, reference);
            return replies.Text(activity, $"Something went wrong that should not have (reference {reference}). Look how it stands before you press the button again, or tell your administrator the reference.");
        }
    }

    private static string Error(Fault fault) => JsonSerializer.Serialize(new { statusCode = 400, type = "application/vnd.microsoft.error", value = new { code = fault.Code, message = fault.Message } });

    private static IResult Said(string type, object? value) => Bodies.Json(JsonSerializer.Serialize(new { statusCode = StatusCodes.Status200OK, type, value }));

    [LoggerMessage(Level = LogLevel.Error, Message = "A button that took long broke (reference {Reference}).")]
    private static partial void Broken(ILogger logger, Exception exception, string reference);
}
