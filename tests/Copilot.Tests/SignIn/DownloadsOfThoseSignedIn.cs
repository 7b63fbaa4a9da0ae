using Copilot.Bot;
using Copilot.Conversation;
using Copilot.Data;
using Copilot.Tests.Bot.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Tests.SignIn;

/// <summary>A link to a file, where people sign in: for whom it was made, while they sit there, for 15 minutes.</summary>
public sealed class DownloadsOfThoseSignedIn : IAsyncLifetime
{
    private readonly MovedClock _clock = new();
    private RealCompany _company = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _company = await RealCompany.StartAsync("http://127.0.0.1:9");

    public async ValueTask DisposeAsync() => await _company.DisposeAsync();

    [Theory]
    [InlineData("ben", 0, StatusCodes.Status200OK)]
    [InlineData("anna", 0, StatusCodes.Status403Forbidden)]
    [InlineData(null, 0, StatusCodes.Status302Found)]
    [InlineData("ben", 14, StatusCodes.Status200OK)]
    [InlineData("ben", 16, StatusCodes.Status410Gone)]
    [InlineData(null, 16, StatusCodes.Status410Gone)]
    public async Task LinkOfBen_FollowedBySomebody_IsGoodForBenAloneAndAWhile(string? who, int minutes, int status)
    {
        var services = _company.Services;
        using var files = new RowFiles(services.GetRequiredService<PastTurns>(), services.GetRequiredService<MessageStore>(), new Passes(new byte[32], _clock), _clock);
        var link = await LinkAsync(files);
        var seat = who;
        var door = new PageDoor((_, _) => Task.FromResult(seat), (_, _) => Task.FromResult(seat), "/sign-in");
        _clock.Move(TimeSpan.FromMinutes(minutes));

        var context = await FollowAsync(files, door, link);

        Assert.Equal(status, context.Response.StatusCode);
        if (status == StatusCodes.Status302Found)
        {
            // back to the link itself, once signed in
            Assert.Equal($"/sign-in?return={Uri.EscapeDataString(link)}", context.Response.Headers.Location);
            seat = "ben";
            Assert.Equal(StatusCodes.Status200OK, (await FollowAsync(files, door, link)).Response.StatusCode);
        }
    }

    private async Task<HttpContext> FollowAsync(RowFiles files, PageDoor door, string link)
    {
        var context = new DefaultHttpContext { RequestServices = _company.Services };
        context.Response.Body = new MemoryStream();
        var result = await new DownloadEndpoint(files, door).GetAsync(context, link[(link.IndexOf("t=", StringComparison.Ordinal) + 2)..], Stop);
        await result.ExecuteAsync(context);
        return context;
    }

    private async Task<string> LinkAsync(RowFiles files)
    {
        var messages = _company.Services.GetRequiredService<MessageStore>();
        var taken = (await messages.TakeAsync(new IncomingMessage("directline:1", "a", "ben", "{}"), Stop))!;
        await messages.FinishAsync(taken, new FinishedMessage("answer", "desk_help", "{}", null, null, []), Stop);
        var link = await files.LinkAsync("directline:1", "ben", new CardCommand.Download($"{taken.Id}", "subjects", FileKind.Csv), Stop);
        Assert.True(link.Ok, link.Fault?.ToString());
        return link.Value.Path;
    }
}
