using System.Net;
using System.Net.Sockets;

namespace Copilot.IntegrationTests.Support;

/// <summary>Where a connection is cut at a commit.</summary>
public enum Cut
{
    /// <summary>Nowhere.</summary>
    Nowhere,

    /// <summary>The server never gets the commit.</summary>
    Before,

    /// <summary>The server commits, and nobody hears of it.</summary>
    After,
}

/// <summary>Stands before a PostgreSQL server and cuts connections at their commits, as a network does.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private static readonly byte[] Commit = "COMMIT\0"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public CuttingProxy(string host, int port)
    {
        _listener.Start();
        _running = RunAsync(host, port);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Asked at each commit that comes by.</summary>
    public Func<Task<Cut>> AtCommit { get; set; } = () => Task.FromResult(Cut.Nowhere);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _running;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(string host, int port)
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token), host, port));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient accepted, string host, int port)
    {
        using var client = accepted;
        using var server = new TcpClient();
        await server.ConnectAsync(host, port, _stop.Token);
        var (near, far, deaf) = (client.GetStream(), server.GetStream(), false);
        await Task.WhenAny(
            PumpAsync(near, far, async bytes =>
            {
                var cut = bytes.Span.IndexOf(Commit) >= 0 ? await AtCommit() : Cut.Nowhere;
                deaf |= cut == Cut.After;
                return cut != Cut.Before;
            }),
            PumpAsync(far, near, _ => Task.FromResult(!deaf)));
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, Func<ReadOnlyMemory<byte>, Task<bool>> pass)
    {
        var buffer = new byte[65_536];
        try
        {
            while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var count && await pass(buffer.AsMemory(0, count)))
            {
                await to.WriteAsync(buffer.AsMemory(0, count), _stop.Token);
            }
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // the other side is cut
        }
    }
}
