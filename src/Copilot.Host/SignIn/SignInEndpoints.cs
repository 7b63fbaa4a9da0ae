using Copilot.Core;
using Copilot.Host.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Copilot.Host.SignIn;

/// <summary><c>/sign-in</c> leads to the authority, <c>/sign-in/callback</c> is where it sends people back to.</summary>
internal sealed class SignInEndpoints(SignInFlow flow, PageSession session, string company)
{
    /// <summary>Where a sign-in begins.</summary>
    public const string Path = "/sign-in";

    /// <summary>Where it ends: registered with the authority, below the public address.</summary>
    public const string Callback = Path + "/callback";

    /// <summary>Maps them.</summary>
    public void Map(WebApplication app)
    {
        app.MapGet(Path, BeginAsync);
        app.MapGet(Callback, EndAsync);
    }

    private async Task<IResult> BeginAsync(HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";

        // by a click, in sight: never as a picture or a frame of another page
        if (context.Request.Headers["Sec-Fetch-Dest"] is [{ } wanted] && wanted != "document")
        {
            return Refuse(SignInFaults.OutOfSight);
        }

        var begun = await flow.BeginAsync(context, ReturnPath.Of(context.Request.Query["return"]), cancellationToken);
        return begun.Ok ? Results.Redirect(begun.Value) : Refuse(begun.Fault);
    }

    private async Task<IResult> EndAsync(HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        var ended = await flow.EndAsync(context, cancellationToken);
        if (!ended.Ok)
        {
            return Refuse(ended.Fault);
        }

        session.Give(context, ended.Value.Person);
        return Results.LocalRedirect(ended.Value.ReturnPath);
    }

    private IResult Refuse(Fault fault) => Results.Content(SignInPage.Of(company, fault), "text/html; charset=utf-8", statusCode: Status(fault));

    private static int Status(Fault fault) =>
        fault == SignInFaults.AuthorityAway || fault == SignInFaults.Misconfigured || fault == SignInFaults.Unsound ? StatusCodes.Status502BadGateway
        : fault.Code == "HO-052" ? StatusCodes.Status400BadRequest
        : StatusCodes.Status403Forbidden;
}
