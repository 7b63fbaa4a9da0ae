using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Copilot.Tests.Bot;

/// <summary>A channel's connector: keeps what it is sent, and answers as a test wants it to.</summary>
internal sealed class FakeChannel : IAsyncDisposable
{
    private readonly WebApplication _app;

    public FakeChannel()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Map("/{**path}", TakeAsync);
    }

    public string Address => _app.Urls.First();

    /// <summary>What came: method, path as it was written, body.</summary>
    public ConcurrentQueue<(string Method, string Path, JsonObject Body)> Taken { get; } = new();

    /// <summary>The activities for which an answer was said to be coming.</summary>
    public ConcurrentQueue<string> Typing { get; } = new();

    /// <summary>How to answer a request to a conversation; 201 with an id unless a test says otherwise.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task<bool>>> Answers { get; } = new(StringComparer.Ordinal);

    public Task StartAsync() => _app.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>What came for a conversation, once that many did.</summary>
    public async Task<IReadOnlyList<(string Method, string Path, JsonObject Body)>> WaitAsync(string conversation, int count)
    {
        var path = $"/v3/conversations/{Uri.EscapeDataString(conversation)}/";
        var until = DateTime.UtcNow.AddSeconds(20);
        while (true)
        {
            var taken = Taken.Where(entry => entry.Path.StartsWith(path, StringComparison.Ordinal)).ToList();
            if (taken.Count >= count)
            {
                return taken;
            }

            Assert.True(DateTime.UtcNow < until, $"Only {taken.Count} of {count} activities came for {conversation}.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    // a node is read when it is first asked for, which several tests do at once: here it is while it has one owner
    private static void Unfold(JsonNode? node)
    {
        foreach (var child in node switch { JsonObject many => many.Select(pair => pair.Value), JsonArray list => list, _ => Enumerable.Empty<JsonNode?>() })
        {
            Unfold(child);
        }
    }

    private async Task TakeAsync(HttpContext context)
    {
        var body = (JsonObject)(await JsonNode.ParseAsync(context.Request.Body))!;
        Unfold(body);
        var raw = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        if ((string?)body["type"] == "typing")
        {
            // a turn on a busy machine takes a moment: what tests wait for are replies
            Typing.Enqueue((string)body["replyToId"]!);
            context.Response.StatusCode = 202;
            return;
        }

        var conversation = Uri.UnescapeDataString(raw.Split('/').ElementAtOrDefault(3) ?? "");
        if (Answers.TryGetValue(conversation, out var answer) && await answer(context))
        {
            return;
        }

        Taken.Enqueue((context.Request.Method, raw, body));
        context.Response.StatusCode = 201;
        await context.Response.WriteAsJsonAsync(new { id = Guid.NewGuid().ToString("N") });
    }
}
