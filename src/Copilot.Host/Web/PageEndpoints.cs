using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Copilot.Bot;
using Copilot.Core;
using Copilot.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;

namespace Copilot.Host.Web;

/// <summary>The page: its files, who it is for, and who sits at it. In the sample company one chooses who one is.</summary>
internal sealed class PageEndpoints(OpenCompany company, IServiceProvider services)
{
    private const string Cookie = "copilot-person";
    private const string OwnHeader = "X-Copilot";
    private static readonly TimeSpan Lasting = TimeSpan.FromHours(12);

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
        app.MapDelete("/api/person", (Delegate)Leave);
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
    }

    /// <summary>Who sits at the page that sent a request. A request that another site's page made has no such header, and is nobody's.</summary>
    public Task<string?> PersonAsync(HttpContext context, CancellationToken cancellationToken) => context.Request.Headers.ContainsKey(OwnHeader) ? SeatedAsync(context, cancellationToken) : Task.FromResult<string?>(null);

    private IResult Index(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Content(_index.Replace("{{nonce}}", PageHeaders.Nonce(context), StringComparison.Ordinal), "text/html; charset=utf-8");
    }

    /// <summary>Who sits at the browser that sent a request, whatever page or link sent it.</summary>
    public Task<string?> SeatedAsync(HttpContext context, CancellationToken cancellationToken) => CopilotBot.ReadPagePassAsync(services, context.Request.Cookies[Cookie], cancellationToken);

    private async Task<IResult> PageAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var staff = company.Profile.IsSample ? await company.Store.StaffAsync(cancellationToken) : [];
        var seated = await SeatedAsync(context, cancellationToken);
        var person = seated is null ? null : await ShownAsync(seated, cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(new JsonObject
        {
            ["company"] = company.Profile.Name,
            ["sample"] = company.Profile.IsSample,
            ["businessDay"] = company.Company.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["note"] = company.Profile is { IsSample: true, SampleDay: { } day } && day != company.Company.Today ? $"The sample was laid out for {day:yyyy-MM-dd}. \"copilot sample refresh\" moves it to today." : null,
            ["version"] = typeof(PageEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
            ["uploadMegabytes"] = CopilotBot.UploadMegabytes(services),
            ["person"] = person,
            ["people"] = new JsonArray([.. staff.Select(member => (JsonNode)Shown(member.Person, member.Access))]),
            ["signIn"] = null,
        });
    }

    private async Task<JsonObject?> ShownAsync(string key, CancellationToken cancellationToken)
    {
        var found = await company.Store.FindPersonAsync(key, cancellationToken);
        return found.Ok ? Shown(found.Value.Person, found.Value.Access) : null;
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
        if (!company.Profile.IsSample || !context.Request.Headers.ContainsKey(OwnHeader))
        {
            return Says(StatusCodes.Status403Forbidden, "Choosing who one is exists in the sample company's page alone.");
        }

        if (!context.Request.HasJsonContentType() || await ReadAsync(context, cancellationToken) is not { } key)
        {
            return Says(StatusCodes.Status400BadRequest, "Send {\"key\":\"hannah.price\"}.");
        }

        var found = await company.Store.FindPersonAsync(key, cancellationToken);
        if (!found.Ok)
        {
            return Says(StatusCodes.Status404NotFound, found.Fault.Message);
        }

        context.Response.Cookies.Append(Cookie, CopilotBot.MakePagePass(services, found.Value.Person.Key, Lasting), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = Lasting, Path = "/", IsEssential = true,
        });
        return Results.NoContent();
    }

    private static async Task<string?> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            return context.Request.ContentLength is > 4_096 ? null : (string?)(await context.Request.ReadFromJsonAsync<JsonObject>(cancellationToken))?["key"];
        }
        catch (Exception problem) when (problem is System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static IResult Leave(HttpContext context)
    {
        if (!context.Request.Headers.ContainsKey(OwnHeader))
        {
            return Says(StatusCodes.Status403Forbidden, "Only the page itself may do that.");
        }

        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/", SameSite = SameSiteMode.Strict });
        return Results.NoContent();
    }

    private async Task<IResult> ReadyAsync(CancellationToken cancellationToken) =>
        await company.Store.ProfileAsync(cancellationToken) is not null ? Results.Text("ready") : Results.Text("the company cannot be read", statusCode: StatusCodes.Status503ServiceUnavailable);

    private static IResult Says(int status, string message) => Results.Json(new JsonObject { ["error"] = new JsonObject { ["message"] = message } }, statusCode: status);
}
