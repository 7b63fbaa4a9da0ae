using System.CommandLine;
using System.Net.Sockets;
using Copilot.Bot;
using Copilot.Connectors.Mail;
using Copilot.Conversation;
using Copilot.Data;
using Copilot.Host.Operating;
using Copilot.Host.Settings;
using Copilot.Host.SignIn;
using Copilot.Host.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Copilot.Host.Commands;

/// <summary><c>copilot serve</c>: the web page and the door for chat channels.</summary>
internal static class ServeCommand
{
    /// <summary>Where it listens unless told.</summary>
    public const string Local = "http://127.0.0.1:5180";

    // what takes more, as an upload does, says so itself
    private const long LargestBody = 1024 * 1024;

    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    /// <summary>The command.</summary>
    public static Command Make()
    {
        var url = new Option<string>("--url") { Description = "The address to listen on.", DefaultValueFactory = _ => Local };
        var command = new Command("serve", "The web page, and the door for Teams (/api/messages).") { url };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(url)!, cancellationToken));
        return command;
    }

    /// <summary>Serves until it is stopped.</summary>
    public static Task<int> RunAsync(string url, CancellationToken cancellationToken) => Guard.RunAsync(
        async token =>
        {
            var settings = HostSettings.Read(new DirectoryInfo(Environment.CurrentDirectory));
            if (!settings.Ok)
            {
                return Guard.Print(settings.Fault);
            }

            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            {
                return Guard.Print(new Core.Fault("HO-040", $"\"{url}\" is no address to listen on. Write it as {Local}."));
            }

            var opened = await OpenCompany.OpenAsync(settings.Value, new ErrorLoggers(), token);
            if (!opened.Ok)
            {
                return Guard.Print(opened.Fault);
            }

            await using var company = opened.Value;
            return await ServeAsync(company, address, token);
        },
        cancellationToken);

    /// <summary>The host of a company, ready to start; a fault names the setting that is wrong.</summary>
    public static async Task<Core.Result<WebApplication>> BuildAsync(OpenCompany company, Uri address, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot") });
        builder.Configuration.AddJsonFile(Path.Combine(company.Settings.DataFolder.FullName, "settings.json"), optional: true).AddEnvironmentVariables();
        ServeLog.Add(builder);
        builder.WebHost.UseUrls(address.ToString()).ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestBodySize) = (false, LargestBody));
        builder.Services.AddSingleton(company.Store).AddSingleton(company.Dialogue).AddSingleton(company.Gate).AddSingleton<ICompany>(company.Company).AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new BounceFolder(company.Store, company.Gate, company.Settings.DataFolder, company.Settings.Mail, TimeProvider.System, services.GetRequiredService<ILogger<BounceFolder>>()));

        // the page's own files alone: what holds records is not compressed together with what somebody else may have typed
        builder.Services.AddResponseCompression(compression => (compression.EnableForHttps, compression.MimeTypes) = (true, ["text/javascript", "text/css", "image/svg+xml"]));

        // what somebody was given in the sample is worth nothing in the company that takes its place in the same folder
        var key = await HouseKeys.OfAsync(company.Store, company.Profile.IsSample ? "page.sample" : "page", cancellationToken);
        var publicUrl = SignInSettings.PublicUrl(builder.Configuration);
        if (!publicUrl.Ok)
        {
            return publicUrl.Fault;
        }

        var anonymous = company.Profile.IsSample && IsDevelopment();
        if (builder.Services.AddCopilotBot(builder.Configuration.GetSection("Copilot:Bot"), key, anonymous, publicUrl.Value) is { } fault)
        {
            return fault;
        }

        if (await builder.Services.AddSignInAsync(builder.Configuration, company, address, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        var telemetry = Telemetry.Start(builder.Configuration);
        if (!telemetry.Ok)
        {
            return telemetry.Fault;
        }

        builder.Services.AddSingleton(_ => telemetry.Value);
        return Map(builder.Build(), company);
    }

    private static WebApplication Map(WebApplication app, OpenCompany company)
    {
        app.Services.GetRequiredService<Telemetry>().Map(app);
        var signIn = app.Services.GetService<SignInFlow>();
        var session = new PageSession(app.Services, signIn is null ? null : app.Services.GetRequiredService<PublicAddress>());
        var page = new PageEndpoints(company, app.Services, session, signIn);
        app.UseWebSockets();
        app.Use((context, next) =>
        {
            PageHeaders.Add(context);
            return next(context);
        });
        page.Map(app);
        if (signIn is not null)
        {
            new SignInEndpoints(signIn, session, company.Profile.Name).Map(app);
        }

        app.MapCopilotBot(new PageDoor(page.PersonAsync, page.SeatedKeyAsync, signIn is null ? null : SignInEndpoints.Path));
        return app;
    }

    // the invented company is there to be tried; who serves it to others says that it is no trial
    private static bool IsDevelopment() =>
        (Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Development) == Environments.Development;

    private static string? PageRemark(WebApplication app, OpenCompany company) =>
        company.Profile.IsSample
            ? app.Configuration.GetSection("Copilot:SignIn").GetChildren().Any() ? "The settings of Copilot:SignIn wait for a company of your own: in the sample one chooses who one is." : null
            : app.Services.GetService<SignInOptions>() is { } options ? $"People sign in with {options.Authority}."
            : "The page is off: with a company's own data it needs a sign-in, and none is configured (Copilot:SignIn, see manifests/ADMINISTRATOR.md). Ask here instead: copilot chat";

    private static async Task<int> ServeAsync(OpenCompany company, Uri address, CancellationToken cancellationToken)
    {
        var built = await BuildAsync(company, address, cancellationToken);
        if (!built.Ok)
        {
            return Guard.Print(built.Fault);
        }

        await using var app = built.Value;
        try
        {
            await StartAsync(app, cancellationToken);
        }
        catch (IOException busy) when (busy.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException or SocketException)
        {
            return Guard.Print(new Core.Fault("HO-041", $"{address} is taken by another program. Stop it, or choose another address: copilot serve --url http://127.0.0.1:5181"));
        }

        Console.Out.WriteLine($"{company.Profile.Name}{(company.Profile.IsSample ? " (sample company)" : "")}: {address.ToString().TrimEnd('/')}   Ctrl+C stops it.");
        if (PageRemark(app, company) is { } remark)
        {
            Console.Out.WriteLine(remark);
        }

        _ = SettleAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    // the door is opened last: where it cannot be, the workers are at it already, and end as at any other stop
    private static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }

    // what the start took and nobody needs any more is given back to the machine
    private static async Task SettleAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Settled, cancellationToken);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
