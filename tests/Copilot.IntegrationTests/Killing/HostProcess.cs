using System.Collections.Concurrent;
using System.Diagnostics;
using Copilot.Data;
using Copilot.Tests.Support;

namespace Copilot.IntegrationTests.Killing;

/// <summary>The host's own program in a process of its own, to be killed.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process) => _process = process;

    /// <summary>Ends when it takes requests; a host that ends by itself never does.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Ends with the process.</summary>
    public Task Gone => _process.WaitForExitAsync(CancellationToken.None);

    /// <summary>What it printed.</summary>
    public string Said => string.Join('\n', _said.TakeLast(200));

    public static HostProcess Start(StoreOptions store, Uri address, IReadOnlyDictionary<string, string>? settings = null)
    {
        // these people write faster than people do
        var host = new HostProcess(HostProgram.Start(
            store.DataFolder, ["serve", "--url", address.ToString()], [new("Copilot__Bot__TurnsPerMinute", "0"), .. SettingsOf(store), .. settings ?? new Dictionary<string, string>(StringComparer.Ordinal)]));
        host._process.OutputDataReceived += (_, line) => host.Hear(line.Data);
        host._process.ErrorDataReceived += (_, line) => host.Hear(line.Data);
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    /// <summary>What tells the program which store it is.</summary>
    public static IEnumerable<KeyValuePair<string, string>> SettingsOf(StoreOptions store) => store.Provider == StoreProvider.Postgres
        ? [new("Copilot__Store", "postgres"), new("Copilot__CompanyConnection", store.CompanyConnection!), new("Copilot__CopilotConnection", store.CompanyConnection!)]
        : [];

    /// <summary>Ends it as a power cut of its machine would: without a word to it.</summary>
    /// <returns>Whether it was still running.</returns>
    public async Task<bool> KillAsync()
    {
        var ran = !_process.HasExited;
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        return ran;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        _said.Enqueue(line);
        if (line.Contains("Ctrl+C stops it", StringComparison.Ordinal))
        {
            _ready.TrySetResult();
        }
    }
}
