using System.Text.Json;
using Copilot.Core;
using Microsoft.AspNetCore.Http;

namespace Copilot.Bot;

/// <summary>Invokes are answered in the HTTP answer: a card's button with the next card, or a line that says what is wrong.</summary>
internal sealed class Invokes(InboxDoor door, ProposalDesk desk)
{
    private const string Card = "application/vnd.microsoft.card.adaptive";
    private const string Line = "application/vnd.microsoft.activity.message";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>Answers one.</summary>
    public async Task<IResult> AnswerAsync(Activity activity, string personKey, CancellationToken cancellationToken)
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
            return Bodies.Json(Said(StatusCodes.Status200OK, Line, "I do not know you yet. Ask your administrator to add you to the copilot's people."));
        }

        var command = CardCommand.Parse(activity.Value ?? default);
        return !command.Ok ? Bodies.Json(Error(command.Fault))
            : command.Value is CardCommand.Decide or CardCommand.Page ? await DecideAsync(activity, command.Value, personKey, cancellationToken)
            : await RunAsync(activity, command.Value, personKey, cancellationToken);
    }

    // a decision waits for no turn: it is taken at once, and the card says how it stands
    private async Task<IResult> DecideAsync(Activity activity, CardCommand command, string personKey, CancellationToken cancellationToken)
    {
        var reply = await desk.ButtonAsync(activity, personKey, command, cancellationToken);
        return reply.Attachments is [{ Content: { } card }, ..]
            ? Bodies.Json(Said(StatusCodes.Status200OK, Card, card))
            : Bodies.Json(Said(StatusCodes.Status200OK, Line, reply.Text));
    }

    // a question asked by a button is a new message; another page of a card takes the card's place
    private async Task<IResult> RunAsync(Activity activity, CardCommand command, string personKey, CancellationToken cancellationToken)
    {
        var asks = command is CardCommand.Ask or CardCommand.Download;
        var message = activity with { Type = "message", Name = null, Text = null, DeliveryMode = asks ? null : "expectReplies" };
        var turn = await door.TakeAsync(message, personKey, null, cancellationToken);
        if (turn is null || asks)
        {
            return Results.Ok();
        }

        var done = await Task.WhenAny(turn, Task.Delay(Longest, cancellationToken));
        return done == turn && (await turn) is [{ Attachments: [{ Content: { } card }, ..] }, ..]
            ? Bodies.Json(Said(StatusCodes.Status200OK, Card, card))
            : Bodies.Json(Said(StatusCodes.Status200OK, Line, "That takes longer than usual. Ask the question again in a moment."));
    }

    private static string Error(Fault fault) => JsonSerializer.Serialize(new { statusCode = 400, type = "application/vnd.microsoft.error", value = new { code = fault.Code, message = fault.Message } });

    private static string Said(int status, string type, object? value) => JsonSerializer.Serialize(new { statusCode = status, type, value });
}
