using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Core;
using Copilot.Gate;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Copilot.Bot;

/// <summary>
/// The approval inbox of the page. Its cards are the chat's own cards and its buttons go the chat's own way: through <see cref="ProposalDesk"/> into the
/// gate. Whoever asks is who the conversation's token was made for.
/// </summary>
internal sealed class InboxEndpoints(InboxReader inbox, ProposalDesk desk, ConfirmationGate gate, LineBearer bearer)
{
    private static readonly ChannelAccount Bot = new() { Id = "copilot", Name = "Copilot", Role = "bot" };

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v3/directline/conversations/{id}");
        group.MapGet("/inbox", ReadAsync);
        group.MapGet("/inbox/count", CountAsync);
        group.MapPost("/decisions", DecideAsync);
        group.MapPut("/away", AwayAsync);
        group.MapDelete("/away", BackAsync);
    }

    private async Task<IResult> CountAsync(string id, HttpContext context, CancellationToken cancellationToken) =>
        await bearer.ReadAsync(context, id, cancellationToken) is { } pass ? Said(await inbox.CountAsync(pass.Person, cancellationToken)) : LineBearer.NoPass;

    private async Task<IResult> ReadAsync(string id, HttpContext context, CancellationToken cancellationToken)
    {
        if (await bearer.ReadAsync(context, id, cancellationToken) is not { } pass)
        {
            return LineBearer.NoPass;
        }

        var query = InboxQuery.Read(context.Request.Query);
        return query.Ok ? Said(await inbox.ReadAsync(query.Value, pass.Person, cancellationToken)) : Bodies.Refuse(StatusCodes.Status400BadRequest, query.Fault);
    }

    // what a button of a card sends in the chat, answered with the next card: a decision waits for no turn
    private async Task<IResult> DecideAsync(string id, HttpContext context, CancellationToken cancellationToken)
    {
        var (pass, refusal) = await bearer.AdmitAsync(context, id, cancellationToken);
        if (pass is null)
        {
            return refusal!;
        }

        var command = CardCommand.Parse(await Bodies.JsonAsync(context, Bodies.Largest, cancellationToken));
        if (!command.Ok || command.Value is not (CardCommand.Decide or CardCommand.Page))
        {
            return Bodies.Refuse(StatusCodes.Status400BadRequest, command.Ok ? CardFaults.UnknownCommand : command.Fault);
        }

        var to = new Activity
        {
            Type = "message", Id = Guid.CreateVersion7().ToString("N"), ChannelId = Activities.DirectLine, Conversation = new ConversationAccount { Id = id },
            From = new ChannelAccount { Id = pass.Person, Role = "user" }, Recipient = Bot,
        };
        var reply = await desk.ButtonAsync(to, pass.Person, command.Value, cancellationToken);
        return Bodies.Json(JsonSerializer.Serialize(new { card = reply.Attachments![0]!.Content, words = reply.Other?["summary"] }));
    }

    private async Task<IResult> AwayAsync(string id, HttpContext context, CancellationToken cancellationToken)
    {
        var (pass, refusal) = await bearer.AdmitAsync(context, id, cancellationToken);
        if (pass is null)
        {
            return refusal!;
        }

        var body = await Bodies.JsonAsync(context, Bodies.Small, cancellationToken);
        if (Text(body, "until") is not { } typed || Day(typed) is not { } until || (Text(body, "from") is { Length: > 0 } first && Day(first) is null))
        {
            return Bodies.Refuse(StatusCodes.Status400BadRequest, new Fault("BT-067", "Say the last day away, and the first where it is not today, as 2026-12-05."));
        }

        var said = await gate.Absences.SayAsync(pass.Person, Activities.DirectLine, Day(Text(body, "from") ?? ""), until, Text(body, "deputy"), cancellationToken);
        return said.Ok ? Results.Json(await inbox.ShownAsync(said.Value, cancellationToken)) : Bodies.Refuse(StatusCodes.Status400BadRequest, said.Fault);
    }

    private async Task<IResult> BackAsync(string id, HttpContext context, CancellationToken cancellationToken)
    {
        var (pass, refusal) = await bearer.AdmitAsync(context, id, cancellationToken);
        return pass is null ? refusal!
            : await gate.Absences.BackAsync(pass.Person, Activities.DirectLine, cancellationToken) is { } fault ? Bodies.Refuse(StatusCodes.Status400BadRequest, fault) : Results.NoContent();
    }

    private static IResult Said(Result<JsonObject> answer) => answer.Ok ? Results.Json(answer.Value) : Bodies.Refuse(StatusCodes.Status403Forbidden, answer.Fault);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Text(JsonElement body, string name)
    {
        try
        {
            return body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= 200 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            // half of a surrogate pair: JSON may carry it, a text may not
            return null;
        }
    }
}
