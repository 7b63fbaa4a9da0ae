using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Data;
using Copilot.IntegrationTests.Killing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Copilot.IntegrationTests.Operating;

/// <summary>A host of the sample in a process of its own (the framework's measurements are the process's), and the collector that it reports to.</summary>
public sealed class WatchedHost : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("copilot-watched-");
    private readonly WebApplication _collector;
    private readonly HttpClient _http;
    private HostProcess? _host;

    public WatchedHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _collector = builder.Build();
        _collector.MapPost("/v1/{what}", TakeAsync);
        using var socket = new TcpListener(System.Net.IPAddress.Loopback, 0);
        socket.Start();
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://{socket.LocalEndpoint}") };
    }

    /// <summary>What was reported: the kind, and the protocol buffer's bytes as text.</summary>
    public ConcurrentQueue<(string Kind, string Body)> Reported { get; } = new();

    /// <summary>What the host wrote.</summary>
    public string Log => _host!.Said;

    public async ValueTask InitializeAsync()
    {
        await _collector.StartAsync();
        _host = HostProcess.Start(new StoreOptions { DataFolder = _folder }, _http.BaseAddress!, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _collector.Urls.First(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
            ["Logging__LogLevel__Copilot"] = "Information",
            ["Logging__Console__FormatterName"] = "json",
        });
        if (await Task.WhenAny(_host.Ready, _host.Gone).WaitAsync(TimeSpan.FromMinutes(2)) != _host.Ready)
        {
            throw new InvalidOperationException(_host.Said);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _host?.Dispose();
        _http.Dispose();
        await _collector.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Asks a question as a channel does.</summary>
    public async Task AskAsync(string text)
    {
        var activity = new JsonObject
        {
            ["type"] = "message", ["id"] = Guid.NewGuid().ToString("N"), ["channelId"] = "msteams", ["serviceUrl"] = "http://127.0.0.1:1", ["deliveryMode"] = "expectReplies", ["text"] = text,
            ["from"] = new JsonObject { ["id"] = "hannah.price" }, ["recipient"] = new JsonObject { ["id"] = "28:bot" }, ["conversation"] = new JsonObject { ["id"] = "watched" },
        };
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Asks for the measurements.</summary>
    public async Task<(int Status, string Text)> MetricsAsync(string? forwardedFor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        if (forwardedFor is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task<bool> SoonAsync(Func<bool> so)
    {
        for (var until = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < until;)
        {
            if (so())
            {
                return true;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return false;
    }

    private async Task TakeAsync(HttpContext context, string what)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Reported.Enqueue((what, Encoding.Latin1.GetString(body.ToArray())));
    }
}
