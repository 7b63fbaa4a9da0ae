using System.Net;
using System.Text.Json.Nodes;
using Copilot.Bot;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Copilot.Tests.Bot.Authentication;

/// <summary>The same through Kestrel, where the socket says who connects.</summary>
public sealed class DoorOnARealSocket
{
    [Theory]
    [InlineData(null, null, 200)]
    [InlineData("X-Forwarded-For", "127.0.0.1", 401)]
    [InlineData("Forwarded", "for=127.0.0.1", 401)]
    [InlineData("Origin", "https://evil.example.test", 401)]
    [InlineData("Authorization", "Bearer", 401)]
    [InlineData("Authorization", "", 401)]
    public async Task RequestOnLoopback_InTheSample_PassesWhenNothingStandsBetween(string? name, string? value, int status)
    {
        await using var fixture = await AuthFixture.StartAsync();
        var attempt = new Attempt(fixture).Anonymous();

        Assert.Equal(status, (int)await PostAsync(fixture.Authenticator(attempt.Options), attempt.Activity, name, value));
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(15_000, 401)]
    [InlineData(40_000, 431)]
    public async Task Token_SentOverTheWire_IsTakenUpToTheLimit(int pad, int status)
    {
        await using var fixture = await AuthFixture.StartAsync();
        var attempt = new Attempt(fixture);
        attempt.Payload["pad"] = new string('x', pad);

        Assert.Equal(status, (int)await PostAsync(fixture.Authenticator(), attempt.Activity, "Authorization", $"Bearer {attempt.Token}"));
    }

    [Fact]
    public async Task Button_WhileTheKeysAreSlowToCome_IsAnsweredInTimeWithALine()
    {
        await using var fixture = await AuthFixture.StartAsync();
        var come = new TaskCompletionSource();
        fixture.Channel.Wait = come.Task;
        var attempt = new Attempt(fixture);
        var door = new MessagesEndpoint(fixture.Authenticator(attempt.Options with { KeysTimeout = TimeSpan.FromSeconds(30) }), null!, null!, null!, null!, TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapPost("/api/messages", door.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{app.Urls.Single()}/api/messages") { Content = new StringContent(Activities.Write(attempt.Activity with { Type = "invoke", Name = "adaptiveCard/action" })) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {attempt.Token}");

        var since = System.Diagnostics.Stopwatch.StartNew();
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var said = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        come.SetResult();

        // the client gives up at 5 s; a busy machine may take its time to say so
        Assert.InRange(since.Elapsed.TotalSeconds, 4, 7);
        Assert.Equal((200, "application/vnd.microsoft.activity.message"), ((int)said["statusCode"]!, (string)said["type"]!));
        Assert.Contains("nothing was begun", (string)said["value"]!, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> PostAsync(ActivityAuthenticator authenticator, Activity activity, string? name, string? value)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapPost("/api/messages", async (HttpContext context) => { context.Response.StatusCode = (await authenticator.CheckAsync(context, activity, context.RequestAborted)).Status; });
        await app.StartAsync();

        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{app.Urls.Single()}/api/messages");
        if (name is not null)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
