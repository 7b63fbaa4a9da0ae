using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Copilot.IntegrationTests.Killing.Effects;

/// <summary>A mail server that writes down what it took, and now and then says nothing more in the middle of a conversation, so that the host can be killed there.</summary>
internal sealed class HoldingServer : IAsyncDisposable
{
    /// <summary>Before its greeting, before the answer to each step, inside the mail, after it took the mail and before it says so, and after it said so.</summary>
    private static readonly string[] Steps = ["greeting", "EHLO", "MAIL", "RCPT", "DATA", "content", "taken", "said"];

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Random _luck;
    private readonly Task _serving;
    private int _connections;

    public HoldingServer(int seed)
    {
        _luck = new Random(seed);
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether conversations are held; those that are held stay so until their client is gone.</summary>
    public bool Holds { get; set; }

    /// <summary>How often somebody connected.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The keys of the mails that it took, in order, whatever its client heard of it.</summary>
    public ConcurrentQueue<string> Taken { get; } = [];

    /// <summary>How many conversations were held at each step.</summary>
    public ConcurrentDictionary<string, int> Held { get; } = new(StringComparer.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        var clients = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Interlocked.Increment(ref _connections);
                clients.Add(ConverseAsync(client));
            }
        }
        catch (Exception problem) when (problem is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(clients);
        }
    }

    private async Task ConverseAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await TalkAsync(client, HoldAt());
            }
            catch (Exception problem) when (problem is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // the client is gone
            }
        }
    }

    private string? HoldAt()
    {
        lock (_luck)
        {
            return Holds && _luck.Next(5) < 3 ? Steps[_luck.Next(Steps.Length)] : null;
        }
    }

    private async Task TalkAsync(TcpClient client, string? hold)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await SayAsync(stream, "greeting", "220 holding ESMTP", hold);
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            await SayAsync(stream, verb, verb switch { "EHLO" => "250-holding\r\n250 SIZE 10000000", "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 OK" }, hold);
            if (verb == "DATA")
            {
                await TakeAsync(stream, reader, hold);
            }
        }
    }

    private async Task TakeAsync(NetworkStream stream, StreamReader reader, string? hold)
    {
        string? key = null;
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            if (line.StartsWith("Message-ID: <", StringComparison.OrdinalIgnoreCase))
            {
                key = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('@', StringComparison.Ordinal)].Replace('.', '/');
                await HoldAsync("content", hold);
            }

            if (line == ".")
            {
                Taken.Enqueue(key ?? "a mail without a key");
                await SayAsync(stream, "taken", "250 2.0.0 taken", hold);
                await HoldAsync("said", hold);
                return;
            }
        }
    }

    private async Task SayAsync(NetworkStream stream, string step, string answer, string? hold)
    {
        await HoldAsync(step, hold);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), _end.Token);
    }

    private Task HoldAsync(string step, string? hold)
    {
        if (step != hold)
        {
            return Task.CompletedTask;
        }

        Held.AddOrUpdate(step, 1, (_, before) => before + 1);
        return Task.Delay(TimeSpan.FromSeconds(60), _end.Token);
    }
}
