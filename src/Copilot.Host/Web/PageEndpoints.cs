using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Copilot.Bot;
using Copilot.Core;
using Copilot.Data;
using Copilot.Host.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Copilot.Host.Web;

/// <summary>The page: its files, who it is for, and who sits at it. In the sample company one chooses who one is.</summary>
internal sealed partial class PageEndpoints(OpenCompany company, IServiceProvider services, PageSession session, SignInFlow? signIn)
{
    private const string OwnHeader = "X-Copilot";

    private readonly ILogger<PageEndpoints> _logger = services.GetRequiredService<ILogger<PageEndpoints>>();
    private readonly string _index = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html"));

    /// <summary>Maps it.</summary>
    public void Map(WebApplication app)
    {
        app.MapGet("/", (Delegate)Index);
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot")),

            // asked for again each time and answered with "not changed": a new version of the host is a new page at once
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
        app.MapGet("/api/page", PageAsync);
        app.MapPost("/api/person", ChooseAsync);
        app.MapDelete("/api/person", LeaveAsync);
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
    }

    /// <summary>Who sits at the page that sent a request. A request that another site's page made has no such header, and is nobody's.</summary>
    public async Task<string?> PersonAsync(HttpContext context, CancellationToken cancellationToken) =>
        context.Request.Headers.ContainsKey(OwnHeader) && await SeatedAsync(context, cancellationToken) is { } seated ? seated.Person.Key : null;

    /// <summary>Who sits at the browser that sent a request, whatever page or link sent it.</summary>
    public async Task<string?> SeatedKeyAsync(HttpContext context, CancellationToken cancellationToken) => (await SeatedAsync(context, cancellationToken))?.Person.Key;

    private IResult Index(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Content(_index.Replace("{{nonce}}", PageHeaders.Nonce(context), StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    // whoever was let go is signed out at once; and when another company has taken the sample's place while this host ran, nobody sits here any more
    private async Task<(Person Person, Access Access)?> SeatedAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (await session.ReadAsync(context, cancellationToken) is not { } key || !await IsStillAsync(cancellationToken))
        {
            return null;
        }

        var found = await company.Store.FindPersonAsync(key, cancellationToken);
        return found.Ok && found.Value.Person.Key == key ? found.Value : null;
    }

    private async Task<bool> IsStillAsync(CancellationToken cancellationToken) =>
        await company.Store.ProfileAsync(cancellationToken) is { } now && now.IsSample == company.Profile.IsSample;

    private async Task<IResult> PageAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var staff = company.Profile.IsSample && await IsStillAsync(cancellationToken) ? await company.Store.StaffAsync(cancellationToken) : [];
        var seated = await SeatedAsync(context, cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new JsonObject
        {
            ["company"] = company.Profile.Name,
            ["sample"] = company.Profile.IsSample,
            ["businessDay"] = company.Company.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["note"] = company.Profile is { IsSample: true, SampleDay: { } day } && day != company.Company.Today ? $"The sample was laid out for {day:yyyy-MM-dd}. \"copilot sample refresh\" moves it to today." : null,
            ["version"] = typeof(PageEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
            ["uploadMegabytes"] = CopilotBot.UploadMegabytes(services),
            ["person"] = seated is { } one ? Shown(one.Person, one.Access) : null,
            ["people"] = new JsonArray([.. staff.Select(member => (JsonNode)Shown(member.Person, member.Access))]),
            ["signIn"] = signIn is null ? null : SignInEndpoints.Path,
        });
    }

    private static JsonObject Shown(Person person, Access access) => new()
    {
        ["key"] = person.Key,
        ["name"] = person.Name,
        ["role"] = string.Join(", ", access.Roles.Select(role => role.Replace('_', ' '))),
        ["region"] = person.Region,
        ["asks"] = new JsonArray([.. CopilotBot.QuestionsOf(access).Take(3).Select(ask => (JsonNode)ask)]),
    };

    private async Task<IResult> ChooseAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!company.Profile.IsSample || !await IsStillAsync(cancellationToken) || !context.Request.Headers.ContainsKey(OwnHeader))
        {
            return Says(StatusCodes.Status403Forbidden, "Choosing who one is exists in the sample company's page alone.");
        }

        if (await CopilotBot.ReadWordAsync(context, "key", cancellationToken) is not { } key)
        {
            return Says(StatusCodes.Status400BadRequest, "Send {\"key\":\"hannah.price\"}.");
        }

        var found = await company.Store.FindPersonAsync(key, cancellationToken);
        if (!found.Ok)
        {
            return Says(StatusCodes.Status404NotFound, found.Fault.Message);
        }

        session.Give(context, found.Value.Person.Key);
        return Results.NoContent();
    }

    // the authority goes on knowing the person: where it says how to leave it too, the page offers that
    private async Task<IResult> LeaveAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!context.Request.Headers.ContainsKey(OwnHeader))
        {
            return Says(StatusCodes.Status403Forbidden, "Only the page itself may do that.");
        }

        session.Take(context);
        return signIn is not null && await signIn.ElsewhereAsync(cancellationToken) is { } elsewhere ? Results.Json(new JsonObject { ["elsewhere"] = elsewhere }) : Results.NoContent();
    }

    private async Task<IResult> ReadyAsync(CancellationToken cancellationToken)
    {
        if (await company.Store.ReadTroubleAsync(cancellationToken) is not { } trouble)
        {
            return Results.Text("ready");
        }

        NotReady(_logger, trouble);
        return Results.Text("the records cannot be read", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Says(int status, string message) => Results.Json(new JsonObject { ["error"] = new JsonObject { ["message"] = message } }, statusCode: status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The records cannot be read, so this host is not ready.")]
    private static partial void NotReady(ILogger logger, Exception exception);
}
