using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Copilot.Benchmarks.Load;

/// <summary>The host from process start to its first reply, beside a web server that does nothing; then its memory when nobody asks anything.</summary>
internal static class StartBenchmark
{
    private const int Times = 7;
    private const double Megabyte = 1_048_576;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);

    /// <summary>Starts each a few times and prints medians.</summary>
    public static async Task RunAsync(Table table, CancellationToken cancellationToken)
    {
        var company = await ScratchCompany.OpenAsync(cancellationToken);
        await company.Workplace.DisposeAsync();
        try
        {
            var self = Path.Combine(AppContext.BaseDirectory, "Copilot.Benchmarks.dll");
            var bare = await MedianAsync(_ => [self, LoadServer.Word, nameof(ServerKind.Hello), company.Folder.FullName], company.Folder, cancellationToken);
            table.Add("start to first reply, a web server that does nothing", bare.Milliseconds, "ms", null);
            table.Add("memory when idle, a web server that does nothing", bare.IdleBytes / Megabyte, "MB", null);
            foreach (var (what, host) in new[] { ("published", await PublishedHost.MakeAsync(company.Folder, cancellationToken)), ("as built", Path.Combine(AppContext.BaseDirectory, "Copilot.Host.dll")) })
            {
                var (milliseconds, idle) = await MedianAsync(url => [host, "serve", "--url", url], company.Folder, cancellationToken);
                table.Add($"start to first reply beyond that, {what}", milliseconds - bare.Milliseconds, "ms", 1_000);
                table.Add($"memory when idle, {what}", idle / Megabyte, "MB", 150);
            }
        }
        finally
        {
            company.Folder.Delete(recursive: true);
        }
    }

    private static async Task<(double Milliseconds, long IdleBytes)> MedianAsync(Func<string, string[]> command, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var (times, idle) = (new List<double>(), 0L);
        for (var i = 0; i < Times; i++)
        {
            var (milliseconds, bytes) = await OnceAsync(command, folder, rest: i == Times - 1, cancellationToken);
            times.Add(milliseconds);
            idle = bytes;
        }

        return (times.Order().ElementAt(Times / 2), idle);
    }

    private static async Task<(double Milliseconds, long IdleBytes)> OnceAsync(Func<string, string[]> command, DirectoryInfo folder, bool rest, CancellationToken cancellationToken)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in command(url))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["Copilot__DataFolder"] = folder.FullName;
        start.Environment["DOTNET_URLS"] = url;
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.BeginOutputReadLine();
        try
        {
            using var client = new LoadClient(new Uri(url), Question.One);
            while (!await RepliedAsync(client, cancellationToken))
            {
                if (process.HasExited)
                {
                    throw new InvalidOperationException("The server ended instead of answering.");
                }

                await Task.Delay(5, cancellationToken);
            }

            var milliseconds = clock.Elapsed.TotalMilliseconds;
            await (rest ? Task.Delay(Idle, cancellationToken) : Task.CompletedTask);
            process.Refresh();
            return (milliseconds, process.WorkingSet64);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(cancellationToken);
        }
    }

    private static async Task<bool> RepliedAsync(LoadClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.AskAsync(Question.One[0], Guid.NewGuid().ToString("N"), cancellationToken);
            return true;
        }
        catch (HttpRequestException refused) when (refused.InnerException is SocketException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
