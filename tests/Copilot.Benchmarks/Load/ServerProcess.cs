using System.Diagnostics;

namespace Copilot.Benchmarks.Load;

/// <summary>A <see cref="LoadServer"/> from the side of whoever measures it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts one and waits until it listens.</summary>
    public static async Task<ServerProcess> StartAsync(ServerKind kind, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (ReadOnlySpan<string>)[Path.Combine(AppContext.BaseDirectory, "Copilot.Benchmarks.dll"), LoadServer.Word, kind.ToString(), folder.FullName])
        {
            start.ArgumentList.Add(argument);
        }

        // as the host's own program is set
        start.Environment["DOTNET_TieredPGO"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        return await process.StandardOutput.ReadLineAsync(cancellationToken) is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? new ServerProcess(process, uri)
            : throw new InvalidOperationException($"The server \"{kind}\" did not start.");
    }

    /// <summary>What it has used until now.</summary>
    /// <param name="collect">Whether its garbage is collected first.</param>
    public async Task<Usage> UsageAsync(bool collect, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync((collect ? "collect" : "usage").AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        return Usage.Parse(await _process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The server died."));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
