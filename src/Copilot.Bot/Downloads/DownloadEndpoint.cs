using Copilot.Core;
using Microsoft.AspNetCore.Http;

namespace Copilot.Bot;

/// <summary><c>GET /download</c>: a file, for whom its link was made; where people sign in, only for them while they are signed in.</summary>
internal sealed class DownloadEndpoint(RowFiles files, PageDoor door)
{
    private const string OwnHeader = "X-Copilot";

    /// <summary>Answers with the file.</summary>
    public async Task<IResult> GetAsync(HttpContext context, string? t, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (await files.OwnerAsync(t, cancellationToken) is not { } owner)
        {
            return Refuse(context, StatusCodes.Status410Gone, DownloadFaults.Over);
        }

        if (door.SignIn is { } signIn && await door.SeatedAsync(context, cancellationToken) is var seated && seated != owner)
        {
            return seated is null ? Results.Redirect($"{signIn}?return={Uri.EscapeDataString($"/download?t={t}")}") : Refuse(context, StatusCodes.Status403Forbidden, DownloadFaults.Others);
        }

        var made = await files.MakeAsync(t, cancellationToken);
        return made.Ok
            ? Results.Stream(made.Value.Content, made.Value.MediaType, made.Value.Name)
            : Refuse(context, made.Fault == DownloadFaults.Used ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound, made.Fault);
    }

    // the page shows the sentence itself; in a browser's own window it stands alone
    private static IResult Refuse(HttpContext context, int status, Fault fault) =>
        context.Request.Headers.ContainsKey(OwnHeader) ? Bodies.Refuse(status, fault) : Results.Text(fault.Message, statusCode: status);
}
