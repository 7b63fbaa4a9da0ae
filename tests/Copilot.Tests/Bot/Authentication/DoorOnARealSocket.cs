using System.Net;
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
