using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Copilot.Benchmarks.Load;

/// <summary>
/// People who ask, one after the other on each connection and each in a conversation of their own, and wait for the answer. It lives on this
/// machine: what it uses of the processors the server does not get.
/// </summary>
internal sealed class LoadClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly IReadOnlyList<Question> _questions;
    private int _asked;

    /// <summary>Asks a server those questions in turn.</summary>
    public LoadClient(Uri address, IReadOnlyList<Question> questions)
    {
        _questions = questions;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2) }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>Asks on that many connections for that long.</summary>
    /// <param name="connections">How many at once.</param>
    /// <param name="span">How long.</param>
    /// <param name="perSecond">No more than that many in all; as many as there are answers where none.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>How long each took, in milliseconds.</returns>
    public async Task<IReadOnlyList<double>> AskAsync(int connections, TimeSpan span, double? perSecond, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => OneAsync(clock, span, perSecond / connections, cancellationToken), cancellationToken)));
        return [.. times.SelectMany(own => own)];
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<List<double>> OneAsync(Stopwatch clock, TimeSpan span, double? perSecond, CancellationToken cancellationToken)
    {
        var conversation = Guid.NewGuid().ToString("N");
        var times = new List<double>();
        while (clock.Elapsed < span)
        {
            var question = _questions[(int)((uint)Interlocked.Increment(ref _asked) % (uint)_questions.Count)];
            var begun = clock.Elapsed;
            await AskAsync(question, conversation, cancellationToken);
            times.Add((clock.Elapsed - begun).TotalMilliseconds);
            if (perSecond is { } rate && begun + TimeSpan.FromSeconds(1 / rate) - clock.Elapsed is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, cancellationToken);
            }
        }

        return times;
    }

    /// <summary>Asks once; what comes back has to be an answer.</summary>
    public async Task AskAsync(Question question, string conversation, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Message(question, conversation)));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _http.PostAsync("/api/messages", content, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (!response.IsSuccessStatusCode || !body.AsSpan().StartsWith("{\"activities\":[{"u8))
        {
            throw new InvalidOperationException($"\"{question.Text}\" was answered with {(int)response.StatusCode}: {Encoding.UTF8.GetString(body)}");
        }
    }

    private static string Message(Question question, string conversation) => JsonSerializer.Serialize(new
    {
        type = "message",
        id = Guid.NewGuid().ToString("N"),
        channelId = "msteams",
        deliveryMode = "expectReplies",
        serviceUrl = "http://127.0.0.1:9",
        from = new { id = question.Person, name = question.Person },
        recipient = new { id = "28:bot", name = "Copilot" },
        conversation = new { id = conversation, conversationType = "personal" },
        text = question.Text,
        locale = "en-GB",
    });
}
