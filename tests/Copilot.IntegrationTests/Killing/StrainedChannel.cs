using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Copilot.IntegrationTests.Killing;

/// <summary>A channel's connector on a bad day: it keeps what it is sent, and is now and then busy, slow, broken, or silent about what it took.</summary>
internal sealed class StrainedChannel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Random _luck;
    private readonly List<Delivery> _taken = [];

    public StrainedChannel(int seed)
    {
        _luck = new Random(seed);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v3/conversations/{conversation}/activities/{id}", TakeAsync);
    }

    public string Address => _app.Urls.First();

    /// <summary>No more trouble from now on.</summary>
    public bool Calm { get; set; }

    /// <summary>What a reply to a conversation waits for before it is taken.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>What it took, in the order it came.</summary>
    public IReadOnlyList<Delivery> Taken
    {
        get
        {
            lock (_taken)
            {
                return [.. _taken];
            }
        }
    }

    /// <summary>Something came.</summary>
    public event EventHandler? Came;

    public Task StartAsync() => _app.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context, string conversation, string id)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        if (body.RootElement.GetProperty("type").GetString() == "typing")
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        await Before(conversation);
        var reply = body.RootElement.GetProperty("id").GetString()!;
        switch (Luck())
        {
            case 0:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "1";
                return;
            case 1:
                context.Response.StatusCode = StatusCodes.Status502BadGateway;
                return;
            case 2:
                context.Abort();
                return;
            case 3:
                // it has it, and nobody hears of it
                Take(conversation, id, reply);
                context.Abort();
                return;
            case 4 or 5 or 6:
                await Task.Delay(TimeSpan.FromMilliseconds(150));
                break;
        }

        Take(conversation, id, reply);
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(new { id = Guid.NewGuid().ToString("N") });
    }

    private int Luck()
    {
        lock (_luck)
        {
            return Calm ? int.MaxValue : _luck.Next(50);
        }
    }

    private void Take(string conversation, string to, string reply)
    {
        lock (_taken)
        {
            _taken.Add(new Delivery(conversation, to, reply));
        }

        Came?.Invoke(this, EventArgs.Empty);
    }
}
