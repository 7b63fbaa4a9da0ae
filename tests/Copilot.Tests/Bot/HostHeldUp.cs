using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Bot;

namespace Copilot.Tests.Bot;

/// <summary>A host whose databases another program holds, or which is stopped while a channel is slow.</summary>
public sealed class HostHeldUp : IAsyncLifetime
{
    private readonly ChatHost _host = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Reply_ThatIsBeingSentWhileTheHostStops_ReachesTheChannelOnce()
    {
        var message = _host.Message("help");
        var conversation = (string)message["conversation"]!["id"]!;
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        _host.Channel.Answers[conversation] = async _ =>
        {
            asked.TrySetResult();
            await answer.Task;
            return false;
        };
        using var posted = await _host.PostAsync(message);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20), Stop);

        var stopped = _host.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(1), Stop);
        Assert.False(stopped.IsCompleted);
        answer.SetResult();
        await stopped;
        await _host.StartAsync();
        var second = _host.Message("help", conversation: conversation);
        using var again = await _host.PostAsync(second);

        await _host.Channel.WaitAsync(conversation, 2);
        await Task.Delay(TimeSpan.FromSeconds(2), Stop);
        Assert.Equal([(string)message["id"]!, (string)second["id"]!], _host.Channel.Taken.Select(taken => (string)taken.Body["replyToId"]!));
    }

    [Fact]
    public async Task Decision_ThatRunsLong_ShowsRunningAndThenTheReceiptInItsPlace()
    {
        var invoke = Press(await ProposeAsync());
        JsonObject answer;
        await using (await _host.LockAsync("company.db"))
        {
            answer = await AnswerAsync(invoke);
        }

        Assert.Contains(answer["value"]!.Texts(), text => text.Contains("running", StringComparison.Ordinal));
        Assert.Contains((await UpdateAsync(invoke, "done")).Texts(), text => text.Contains("Confirmed by Hannah Price", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Receipt_OfADecision_WaitsForTheAnswerToBeWritten()
    {
        var invoke = Press(await ProposeAsync());
        var answered = new TaskCompletionSource();
        await using (await _host.LockAsync("company.db"))
        {
            var activity = Activities.Stored(invoke.ToJsonString());
            await _host.Desk.ButtonAsync(activity, "hannah.price", CardCommand.Parse(activity.Value!.Value).Value, answered.Task, Stop);
        }

        await Task.Delay(TimeSpan.FromSeconds(2), Stop);
        Assert.Empty(_host.Channel.Taken);
        answered.SetResult();

        await UpdateAsync(invoke, "done");
    }

    [Fact]
    public async Task Decision_WhileTheStoreIsHeld_IsAnsweredInTimeAndItsReceiptComesAfterwards()
    {
        var invoke = Press(await ProposeAsync());
        await using (await _host.LockAsync("copilot.db"))
        {
            await StillAtItAsync(invoke);
        }

        Assert.Contains((await UpdateAsync(invoke, "done")).Texts(), text => text.Contains("Confirmed by Hannah Price", StringComparison.Ordinal));
        Assert.Contains(_host.Channel.Taken.Last(taken => taken.Method == "PUT").Body.Texts(), text => text.Contains("done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MoreRows_WhileTheStoreIsHeld_IsAnsweredInTimeAndItsCardComesAfterwards()
    {
        var message = _host.Message("overdue invoices");
        var card = (await _host.AskAsync(message))[0]!["attachments"]![0]!["content"]!;
        var data = card.Elements("Action.Execute").First(action => (string?)action["data"]!["do"] == "rows")["data"]!;
        var invoke = Press(((string)message["conversation"]!["id"]!, data.DeepClone().AsObject()));
        await using (await _host.LockAsync("copilot.db"))
        {
            await StillAtItAsync(invoke);
        }

        await UpdateAsync(invoke, "INV-");
    }

    private async Task StillAtItAsync(JsonObject invoke)
    {
        var since = System.Diagnostics.Stopwatch.StartNew();
        var answer = await AnswerAsync(invoke);

        // the client gives up at 5 s; a busy machine may take its time to say so
        Assert.InRange(since.Elapsed.TotalSeconds, 4, 7);
        Assert.Equal((200, "application/vnd.microsoft.activity.message"), ((int)answer["statusCode"]!, (string)answer["type"]!));
        Assert.StartsWith("Still at it: ", (string)answer["value"]!, StringComparison.Ordinal);
    }

    private async Task<(string Conversation, JsonObject Data)> ProposeAsync()
    {
        var message = _host.Message("log a call with Belmont & Hale: in trouble");
        var card = (await _host.AskAsync(message))[^1]!["attachments"]![0]!["content"]!;
        var confirm = card.Elements("Action.Execute").Single(action => (string?)action["data"]!["choice"] == "confirm");
        return ((string)message["conversation"]!["id"]!, confirm["data"]!.DeepClone().AsObject());
    }

    private JsonObject Press((string Conversation, JsonObject Data) button)
    {
        var invoke = _host.Message("", conversation: button.Conversation);
        (invoke["type"], invoke["name"], invoke["replyToId"]) = ("invoke", "adaptiveCard/action", "card-1");
        invoke["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = button.Data } };
        return invoke;
    }

    private async Task<JsonObject> AnswerAsync(JsonObject invoke)
    {
        using var response = await _host.PostAsync(invoke);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
    }

    // the card that takes the place of the one whose button was pressed
    private async Task<JsonObject> UpdateAsync(JsonObject invoke, string holding)
    {
        var path = $"/v3/conversations/{invoke["conversation"]!["id"]}/activities/card-1";
        for (var until = DateTime.UtcNow.AddSeconds(30); ; await Task.Delay(20, Stop))
        {
            if (_host.Channel.Taken.FirstOrDefault(taken => taken.Method == "PUT" && taken.Path == path && taken.Body.Texts().Any(text => text.Contains(holding, StringComparison.Ordinal))).Body is { } found)
            {
                return found;
            }

            Assert.True(DateTime.UtcNow < until, $"No update says \"{holding}\".");
        }
    }
}
