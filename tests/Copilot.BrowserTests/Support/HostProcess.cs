using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Copilot.Tests.Support;

namespace Copilot.BrowserTests.Support;

/// <summary>The real host as its command starts it, in a process of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly DirectoryInfo _folder;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private Process? _process;

    private HostProcess(DirectoryInfo folder, IReadOnlyDictionary<string, string> settings) => (_folder, _settings) = (folder, settings);

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>Starts a host on a data folder and waits until it can be reached.</summary>
    public static async Task<HostProcess> StartAsync(DirectoryInfo folder, IReadOnlyDictionary<string, string>? settings = null)
    {
        var host = new HostProcess(folder, settings ?? new Dictionary<string, string>(StringComparer.Ordinal));
        await host.StartAsync();
        return host;
    }

    /// <summary>Runs one command of the host to its end.</summary>
    public static async Task RunAsync(DirectoryInfo folder, params string[] command)
    {
        using var process = Launch(folder, command, new Dictionary<string, string>(StringComparer.Ordinal));
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"copilot {string.Join(' ', command)} ended with {process.ExitCode}: {await output}{await errors}");
    }

    /// <summary>Runs another command on the same records while it serves.</summary>
    public Task AlsoAsync(params string[] command) => RunAsync(_folder, command);

    /// <summary>Starts it (again) on the same port and the same records.</summary>
    public async Task StartAsync()
    {
        _process = Launch(_folder, ["serve", "--url", Address.ToString()], _settings);
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        var until = Stopwatch.StartNew();
        while (!await IsReadyAsync(client))
        {
            Assert.False(_process.HasExited, "The host ended while it was being started.");
            Assert.True(until.Elapsed < Patience, "The host did not become ready.");
            await Task.Delay(50);
        }
    }

    /// <summary>Ends it as a power cut would: nothing is finished, nothing is said.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // some people of the sample ask in many tests at once
    private static Process Launch(DirectoryInfo folder, IEnumerable<string> command, IReadOnlyDictionary<string, string> settings) =>
        HostProgram.Start(folder, command, [new("Copilot__Bot__TurnsPerMinute", "0"), new("ASPNETCORE_ENVIRONMENT", "Development"), .. settings]);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
