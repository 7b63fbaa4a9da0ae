using Copilot.Conversation;
using Copilot.Data;
using Copilot.Host;
using Copilot.Host.Commands;
using Copilot.Host.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging.Abstractions;

namespace Copilot.Benchmarks.Load;

/// <summary>
/// A server in a process of its own: <c>load-server KIND FOLDER</c> prints its address. Every line it reads is answered with its <see cref="Usage"/>;
/// the line "collect" collects garbage first. It ends when its input does.
/// </summary>
internal static class LoadServer
{
    /// <summary>The word that starts it.</summary>
    public const string Word = "load-server";

    /// <summary>How its own lines begin; what a host logs stands between them.</summary>
    public const string Sign = "load-server: ";

    /// <summary>The address it was told, else any free port of this machine.</summary>
    public static Uri Address { get; } = new(Environment.GetEnvironmentVariable("DOTNET_URLS") ?? "http://127.0.0.1:0");

    /// <summary>Serves until the input ends.</summary>
    public static async Task<int> HereAsync(ServerKind kind, string folder, CancellationToken cancellationToken)
    {
        await using var open = await OpenAsync(kind, new DirectoryInfo(folder), cancellationToken);
        await open.App.StartAsync(cancellationToken);
        Console.WriteLine(Sign + open.App.Urls.First());
        while (await Console.In.ReadLineAsync(cancellationToken) is { } line)
        {
            Console.WriteLine(Sign + Usage.Here(collected: line == "collect"));
        }

        await open.App.StopAsync(cancellationToken);
        return 0;
    }

    private static async Task<Opened> OpenAsync(ServerKind kind, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case ServerKind.Hello:
                return new Opened(CommitServer.Hello(), null);
            case ServerKind.Commit or ServerKind.SharedCommit:
                var store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = folder }, TimeProvider.System, cancellationToken)).Value;
                return new Opened(kind == ServerKind.Commit ? CommitServer.One(folder) : CommitServer.Shared(store), store);
            default:
                var company = (await OpenCompany.OpenAsync(new HostSettings(folder, null, StoreProvider.Sqlite, null, null), NullLoggerFactory.Instance, cancellationToken)).Value;
                return new Opened(kind == ServerKind.Echo ? EchoHost.Build(company) : (await ServeCommand.BuildAsync(company, Address, cancellationToken)).Value, company);
        }
    }

    private sealed record Opened(WebApplication App, IAsyncDisposable? Company) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            await (Company?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }
}
