using Copilot.Conversation;
using Copilot.Core;
using Copilot.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Copilot.Bot;

/// <summary>The chat channels of a host: what it registers and what it maps.</summary>
public static class CopilotBot
{
    /// <summary>The name of the channels' meter and of their spans.</summary>
    public const string Telemetry = BotMeters.Name;

    // a turn in flight may take 20 s to its end, and then a call to a channel 15 s
    private static readonly TimeSpan Stopping = TimeSpan.FromSeconds(45);

    /// <summary>Registers the channels. A bad setting is a fault that names it, and nothing is registered.</summary>
    /// <param name="services">The host's services; a store, a company, a dialogue, a gate and a clock are among them.</param>
    /// <param name="configuration">The section <c>Copilot:Bot</c>.</param>
    /// <param name="key">The key with which this installation signs for itself.</param>
    /// <param name="anonymousOnLoopback">Whether a program on this machine needs no token: the sample company in development alone.</param>
    /// <param name="publicAddress">The address under which people reach the host; none where the settings do not say it.</param>
    public static Fault? AddCopilotBot(this IServiceCollection services, IConfiguration configuration, byte[] key, bool anonymousOnLoopback, Uri? publicAddress)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var read = BotAuthSettings.Read(configuration, anonymousOnLoopback);
        if (!read.Ok)
        {
            return read.Fault;
        }

        var limits = BotLimits.Read(configuration);
        if (!limits.Ok)
        {
            return limits.Fault;
        }

        var quiet = QuietHours.Read(configuration);
        if (!quiet.Ok)
        {
            return quiet.Fault;
        }

        var options = read.Value;
        var aliases = configuration.GetSection("People").GetChildren().Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => entry.Value!, StringComparer.OrdinalIgnoreCase);
        services.AddSingleton(options).AddSingleton(limits.Value).AddSingleton(quiet.Value);
        services.AddSingleton(provider => new PublicAddress(publicAddress, provider.GetRequiredService<IServer>()));
        services.AddSingleton(provider => new MessageStore(provider.GetRequiredService<CompanyStore>()));
        services.AddSingleton(provider => provider.GetRequiredService<MessageStore>().Outbox);
        services.AddSingleton(provider => new Passes(key, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new StaffOfChannels(provider.GetRequiredService<CompanyStore>(), aliases, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<StaffOfChannels>>()));
        services.AddSingleton(provider => new ActivityAuthenticator(options, Plain(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ActivityAuthenticator>>()));
        services.AddSingleton<Replies>().AddSingleton<Welcome>().AddSingleton<PastTurns>().AddSingleton<RowFiles>().AddSingleton<ProposalDesk>().AddSingleton<ITurnHandler, TurnHandler>();
        services.AddSingleton<LineHub>().AddSingleton<LineFiles>().AddSingleton<Line>().AddSingleton<LineSocket>();
        services.AddSingleton<InboxReader>();
        services.AddSingleton<InboxDoor>().AddSingleton<Invokes>().AddSingleton<MessagesEndpoint>();
        services.AddSingleton<SendPace>().AddSingleton<OutboxSender>().AddHostedService(provider => provider.GetRequiredService<OutboxSender>());
        services.AddSingleton(provider => new TurnLanes(provider.GetRequiredService<TurnRun>().RunAsync, Environment.ProcessorCount * 2, provider.GetRequiredService<BotMeters>(), provider.GetRequiredService<ILogger<TurnLanes>>()));
        services.AddSingleton<TurnRun>().AddHostedService<BotService>();
        services.AddSingleton<Whereabouts>().AddSingleton<GateWorker>().AddHostedService(provider => provider.GetRequiredService<GateWorker>());
        services.AddSingleton<BounceWorker>().AddHostedService(provider => provider.GetRequiredService<BounceWorker>());
        services.AddSingleton<StandingWorker>().AddHostedService(provider => provider.GetRequiredService<StandingWorker>());
        services.AddMetrics().AddSingleton<BotMeters>().AddSingleton<PersonPace>().AddSingleton<Housekeeping>().AddHostedService(provider => provider.GetRequiredService<Housekeeping>());
        services.Configure<HostOptions>(host => host.ShutdownTimeout = Stopping);
        AddConnector(services, options);
        return null;
    }

    /// <summary>Maps <c>/api/messages</c>, <c>/v3/directline</c>, <c>/download</c> and <c>/files</c>.</summary>
    /// <param name="app">The host.</param>
    /// <param name="door">What the host's page tells.</param>
    public static void MapCopilotBot(this WebApplication app, PageDoor door)
    {
        ArgumentNullException.ThrowIfNull(app);
        var services = app.Services;
        app.MapPost("/api/messages", services.GetRequiredService<MessagesEndpoint>().TakeAsync);
        var (uploads, files) = (services.GetRequiredService<LineFiles>(), services.GetRequiredService<RowFiles>());
        var bearer = new LineBearer(services.GetRequiredService<Passes>(), services.GetRequiredService<PersonPace>(), door);
        ActivatorUtilities.CreateInstance<LineEndpoints>(services, bearer, door).Map(app);
        ActivatorUtilities.CreateInstance<InboxEndpoints>(services, bearer).Map(app);
        app.MapGet("/download", new DownloadEndpoint(files, door).GetAsync);
        app.MapGet(LineFiles.Path + "{id}", async (HttpContext context, string id, CancellationToken cancellationToken) =>
            await uploads.GetAsync(context, id, await door.SeatedAsync(context, cancellationToken), cancellationToken));
    }

    /// <summary>A pass that this host signs for its own page: the cookie that says who sits there.</summary>
    public static string MakePagePass(IServiceProvider services, string personKey, TimeSpan lasting) =>
        services.GetRequiredService<Passes>().Make("page", new Pass(personKey, null), lasting);

    /// <summary>Who a page's pass was made for; nobody where it is none.</summary>
    public static async Task<string?> ReadPagePassAsync(IServiceProvider services, string? pass, CancellationToken cancellationToken) =>
        (await services.GetRequiredService<Passes>().ReadAsync("page", pass, cancellationToken))?.Person;

    /// <summary>The short name of the one of the staff whom a directory calls by one of these names, or by an alias of <c>Copilot:Bot:People</c>; nobody where none does.</summary>
    public static Task<string?> FindStaffAsync(IServiceProvider services, IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        services.GetRequiredService<StaffOfChannels>().FindAsync(names, cancellationToken);

    /// <summary>The one word that a small body of JSON says under a name; nothing where it says none, or is none.</summary>
    public static Task<string?> ReadWordAsync(HttpContext context, string name, CancellationToken cancellationToken) => Bodies.WordAsync(context, name, cancellationToken);

    /// <summary>Size of the files that one message on the page may bring, in megabytes.</summary>
    public static int UploadMegabytes(IServiceProvider services) => services.GetRequiredService<BotLimits>().UploadMegabytes;

    /// <summary>Whether a request comes from this machine itself, by the socket's word and through no proxy.</summary>
    public static bool IsLocal(HttpContext context) => LoopbackCaller.Is(context);

    /// <summary>What a role asks most.</summary>
    public static IReadOnlyList<string> QuestionsOf(Access access) => RoleQuestions.Of(access);

    private static void AddConnector(IServiceCollection services, BotAuthOptions options)
    {
        services.AddSingleton<IConnectorToken>(provider => options.AppId.Length == 0
            ? new NoConnectorToken() : new ConnectorToken(options, Plain(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ConnectorToken>>()));
        services.AddSingleton(provider => new ConnectorClient(Plain(), provider.GetRequiredService<IConnectorToken>(), provider.GetRequiredService<TimeProvider>()));
    }

    // no redirect is followed: a token goes to nobody but whom it was made for
    private static HttpClient Plain() => new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(15) };
}
