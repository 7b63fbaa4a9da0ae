using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Copilot.IntegrationTests.Mail;

/// <summary>A mail server that says what a test wants, or leaves in the middle of the conversation.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<string, string?> _answer;
    private readonly Task _serving;

    /// <summary>A server that answers each step.</summary>
    /// <param name="answer">
    /// What it says to a step ("greeting", "EHLO", "MAIL", "RCPT anna@…", "DATA", "content", "dot", "QUIT"): an answer; an empty text to leave without
    /// one; "silence" to say nothing any more; nothing for the usual answer.
    /// </param>
    public ScriptedServer(Func<string, string?> answer)
    {
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The steps that clients came to, in order.</summary>
    public ConcurrentQueue<string> Steps { get; } = [];

    /// <summary>Mails that were handed over whole, whatever was answered.</summary>
    public int Handed { get; private set; }

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
                clients.Add(ConverseAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
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
                await TalkAsync(client);
            }
            catch (Exception problem) when (problem is IOException or OperationCanceledException or ObjectDisposedException)
            {
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        if (!await SayAsync(stream, "greeting", "220 scripted ESMTP"))
        {
            return;
        }

        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            var step = verb == "RCPT" ? $"RCPT {line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)]}" : verb;
            Steps.Enqueue(step);
            if (!await SayAsync(stream, step, verb switch { "EHLO" => "250-scripted\r\n250 SIZE 10000000", "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 OK" }))
            {
                return;
            }

            if (verb == "DATA" && _answer("DATA") is null && !await TakeAsync(stream, reader))
            {
                return;
            }
        }
    }

    private async Task<bool> TakeAsync(NetworkStream stream, StreamReader reader)
    {
        if (_answer("content") is "")
        {
            _ = await reader.ReadLineAsync(_end.Token);
            return false;
        }

        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            if (line == ".")
            {
                Handed++;
                return await SayAsync(stream, "dot", "250 2.0.0 taken");
            }
        }

        return false;
    }

    private async Task<bool> SayAsync(NetworkStream stream, string step, string usual)
    {
        var answer = _answer(step) ?? usual;
        if (answer == "silence")
        {
            await Task.Delay(Timeout.Infinite, _end.Token);
        }

        if (answer.Length == 0)
        {
            return false;
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), _end.Token);
        return true;
    }
}
