using System.Diagnostics;
using System.Threading.Channels;

namespace Copilot.Benchmarks.Load;

/// <summary>A <see cref="LoadServer"/> from the side of whoever measures it.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ChannelReader<string> _lines;

    private ServerProcess(Process process, ChannelReader<string> lines, Uri address) => (_process, _lines, Address) = (process, lines, address);

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

        // one person asks for many
        start.Environment["Copilot__Bot__TurnsPerMinute"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var lines = Lines(process);
        return new ServerProcess(process, lines, new Uri(await lines.ReadAsync(cancellationToken)));
    }

    /// <summary>What it has used until now.</summary>
    /// <param name="collect">Whether its garbage is collected first.</param>
    public async Task<Usage> UsageAsync(bool collect, CancellationToken cancellationToken)
    {
        await _process.StandardInput.WriteLineAsync((collect ? "collect" : "usage").AsMemory(), cancellationToken);
        await _process.StandardInput.FlushAsync(cancellationToken);
        return Usage.Parse(await _lines.ReadAsync(cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // everything is read, so that a host that logs does not wait for a reader
    private static ChannelReader<string> Lines(Process process)
    {
        var lines = Channel.CreateUnbounded<string>();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                lines.Writer.TryComplete(new InvalidOperationException("The server ended."));
            }
            else if (line.Data.StartsWith(LoadServer.Sign, StringComparison.Ordinal))
            {
                lines.Writer.TryWrite(line.Data[LoadServer.Sign.Length..]);
            }
        };
        process.BeginOutputReadLine();
        return lines.Reader;
    }
}
