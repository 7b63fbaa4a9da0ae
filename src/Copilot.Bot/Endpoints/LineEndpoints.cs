using System.Globalization;
using System.Text.Json;
using Copilot.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Copilot.Bot;

/// <summary>Direct Line 3.0 for the page of this host.</summary>
internal sealed class LineEndpoints(Line line, LineFiles uploads, LineSocket sockets, RowFiles files, Passes passes, LineBearer bearer, PublicAddress address, PageDoor door)
{
    private const string Purpose = LineBearer.Purpose;
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(30);

    /// <summary>Maps them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v3/directline");
        group.MapPost("/tokens/generate", (Delegate)GenerateAsync);
        group.MapPost("/tokens/refresh", (Delegate)RefreshAsync);
        group.MapPost("/conversations", (Delegate)StartAsync);
        group.MapGet("/conversations/{id}", ReconnectAsync);
        group.MapPost("/conversations/{id}/activities", TakeAsync);
        group.MapGet("/conversations/{id}/activities", ReadAsync);
        group.MapGet("/conversations/{id}/stream", StreamAsync);
        group.MapPost("/conversations/{id}/upload", UploadAsync);
        group.MapPost("/conversations/{id}/downloads", DownloadAsync);
    }

    // the one way to a token: whoever the page says is signed in
    private async Task<IResult> GenerateAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (await door.PersonAsync(context, context.RequestAborted) is not { } person)
        {
            return Bodies.Refuse(StatusCodes.Status401Unauthorized, new Fault("BT-060", "Nobody is signed in on this page. Choose who you are, or sign in, first."));
        }

        // whoever was away longer than a token lasts goes on where they were, in a conversation of their own alone
        var wanted = await Bodies.WordAsync(context, "conversationId", cancellationToken);
        var conversation = wanted is not null && await line.BelongsAsync(wanted, person, cancellationToken) ? wanted : Guid.CreateVersion7().ToString("N");
        return Granted(new Pass(person, conversation), null, StatusCodes.Status200OK);
    }

    // asked for by the page itself, while its person sits there
    private async Task<IResult> RefreshAsync(HttpContext context) =>
        await bearer.ReadAsync(context, null, context.RequestAborted) is { Conversation: not null } pass && await door.PersonAsync(context, context.RequestAborted) == pass.Person
            ? Granted(pass, null, StatusCodes.Status200OK) : LineBearer.NoPass;

    private async Task<IResult> StartAsync(HttpContext context)
    {
        if (await bearer.ReadAsync(context, null, context.RequestAborted) is not { Conversation: not null } pass)
        {
            return LineBearer.NoPass;
        }

        await line.OpenAsync(pass, context.RequestAborted);
        return Granted(pass, Stream(context, pass, 0), StatusCodes.Status201Created);
    }

    private async Task<IResult> ReconnectAsync(string id, string? watermark, HttpContext context, CancellationToken cancellationToken)
    {
        if (await bearer.ReadAsync(context, id, cancellationToken) is not { } pass || Place(watermark) is not { } after)
        {
            return LineBearer.NoPass;
        }

        return await line.BelongsAsync(id, pass.Person, cancellationToken)
            ? Granted(pass, Stream(context, pass, after), StatusCodes.Status200OK)
            : Bodies.Refuse(StatusCodes.Status404NotFound, new Fault("BT-063", "That conversation is not kept any more. Begin a new one."));
    }

    private async Task<IResult> TakeAsync(string id, HttpContext context, CancellationToken cancellationToken)
    {
        var (pass, refusal) = await bearer.AdmitAsync(context, id, cancellationToken);
        if (pass is null)
        {
            return refusal!;
        }

        var (activity, unread) = await Bodies.ReadAsync(context, cancellationToken);
        return activity is null ? unread! : Bodies.Json(JsonSerializer.Serialize(new { id = await line.TakeAsync(activity, [], pass, cancellationToken) }));
    }

    private async Task<IResult> UploadAsync(string id, HttpContext context, CancellationToken cancellationToken)
    {
        var (pass, refusal) = await bearer.AdmitAsync(context, id, cancellationToken);
        if (pass is null)
        {
            return refusal!;
        }

        var upload = await uploads.ReadAsync(context, cancellationToken);
        return upload.Ok
            ? Bodies.Json(JsonSerializer.Serialize(new { id = await line.TakeAsync(upload.Value.Activity, upload.Value.Files, pass, cancellationToken) }))
            : Bodies.Refuse(upload.Fault.Code == "BT-065" ? StatusCodes.Status400BadRequest : StatusCodes.Status413PayloadTooLarge, upload.Fault);
    }

    // beside the protocol: a link to all rows of a table, for the page's own button
    private async Task<IResult> DownloadAsync(string id, HttpContext context, CancellationToken cancellationToken)
    {
        var (pass, refusal) = await bearer.AdmitAsync(context, id, cancellationToken);
        if (pass is null)
        {
            return refusal!;
        }

        var command = CardCommand.Parse(await Bodies.JsonAsync(context, Bodies.Small, cancellationToken));
        if (!command.Ok || command.Value is not CardCommand.Download wanted)
        {
            return Bodies.Refuse(StatusCodes.Status400BadRequest, command.Ok ? CardFaults.UnknownCommand : command.Fault);
        }

        var link = await files.LinkAsync(Line.Key(id), pass.Person, wanted, cancellationToken);
        return link.Ok
            ? Results.Json(new Dictionary<string, object>(StringComparer.Ordinal) { ["url"] = link.Value.Path, ["file"] = link.Value.File, ["rows"] = link.Value.Rows })
            : Bodies.Refuse(StatusCodes.Status404NotFound, link.Fault);
    }

    private async Task<IResult> ReadAsync(string id, string? watermark, HttpContext context, CancellationToken cancellationToken)
    {
        if (await bearer.ReadAsync(context, id, cancellationToken) is null)
        {
            return LineBearer.NoPass;
        }

        return Place(watermark) is { } after
            ? Bodies.Json((await line.ReadAsync(id, after, cancellationToken)).Json)
            : Bodies.Refuse(StatusCodes.Status400BadRequest, new Fault("BT-062", $"\"{watermark}\" is no watermark. Send the one of the last answer, or none."));
    }

    // a browser cannot put a header on a socket: the pass is in its address, and good for this alone
    private async Task StreamAsync(string id, string? t, string? watermark, HttpContext context, CancellationToken cancellationToken)
    {
        var pass = await passes.ReadAsync(Purpose + ".stream", t, cancellationToken);
        var allowed = pass is not null && pass.Conversation == id && await bearer.SitsAsync(context, pass, cancellationToken);
        if (!allowed || !context.WebSockets.IsWebSocketRequest || Place(watermark) is not { } after)
        {
            context.Response.StatusCode = allowed ? StatusCodes.Status400BadRequest : StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await sockets.RunAsync(socket, id, after, token => bearer.SitsAsync(context, pass!, token), cancellationToken);
    }

    private IResult Granted(Pass pass, string? stream, int status)
    {
        var granted = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["conversationId"] = pass.Conversation!, ["token"] = passes.Make(Purpose, pass, Lasting), ["expires_in"] = (int)Lasting.TotalSeconds,
        };
        if (stream is not null)
        {
            granted["streamUrl"] = stream;
        }

        return Results.Json(granted, statusCode: status);
    }

    private string Stream(HttpContext context, Pass pass, long after)
    {
        var token = passes.Make(Purpose + ".stream", pass, TimeSpan.FromMinutes(1));
        var host = address.Configured is { } configured ? $"{Socket(configured.Scheme)}://{configured.Authority}" : $"{Socket(context.Request.Scheme)}://{context.Request.Host}";
        return string.Create(CultureInfo.InvariantCulture, $"{host}/v3/directline/conversations/{pass.Conversation}/stream?watermark={after}&t={token}");
    }

    private static string Socket(string scheme) => scheme == Uri.UriSchemeHttps ? "wss" : "ws";

    private static long? Place(string? watermark) =>
        string.IsNullOrEmpty(watermark) ? 0 : long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
}
