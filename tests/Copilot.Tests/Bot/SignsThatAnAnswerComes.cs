using Copilot.Bot;
using Copilot.Data;
using Microsoft.Extensions.Logging.Abstractions;

namespace Copilot.Tests.Bot;

public sealed class SignsThatAnAnswerComes(ChatHost host)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(2_000, "msteams", null, true)]
    [InlineData(0, "msteams", null, false)]
    [InlineData(2_000, "msteams", "expectReplies", false)]
    [InlineData(2_000, "directline", null, false)]
    public async Task Turn_OfThatLength_TellsTheChannelThatTypingBegan(int milliseconds, string channel, string? mode, bool told)
    {
        using var http = new HttpClient();
        var connector = new ConnectorClient(http, new NoConnectorToken(), TimeProvider.System);
        var id = Guid.NewGuid().ToString("N");
        var activity = new Activity { Type = "message", Id = id, ChannelId = channel, ServiceUrl = host.Channel.Address, DeliveryMode = mode, Conversation = new ConversationAccount { Id = "typing" }, From = new ChannelAccount { Id = "p" } };
        var answer = new TaskCompletionSource<IReadOnlyList<Activity>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = new TurnRun(new Waiting(answer.Task), new LineHub(), connector, new SendPace(TimeProvider.System), TimeProvider.System, NullLogger<TurnRun>.Instance);

        if (milliseconds == 0)
        {
            answer.SetResult([]);
        }

        var turn = run.RunAsync(new InboxMessage(1, "c", "hannah.price", Activities.Write(activity)), Token);
        var seen = await SeenAsync(id, TimeSpan.FromMilliseconds(told ? 20_000 : 600));
        answer.TrySetResult([]);
        await turn;

        Assert.Equal(told, seen);
    }

    [Fact]
    public async Task SlowTurn_WhereThePaceOfItsConversationIsUsedUp_TellsNothing()
    {
        using var http = new HttpClient();
        var pace = new SendPace(new StandingClock());
        while (pace.Take("c") == TimeSpan.Zero)
        {
            // until it may not be sent to any more
        }

        var id = Guid.NewGuid().ToString("N");
        var activity = new Activity { Type = "message", Id = id, ChannelId = "msteams", ServiceUrl = host.Channel.Address, Conversation = new ConversationAccount { Id = "typing" }, From = new ChannelAccount { Id = "p" } };
        var answer = new TaskCompletionSource<IReadOnlyList<Activity>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = new TurnRun(new Waiting(answer.Task), new LineHub(), new ConnectorClient(http, new NoConnectorToken(), TimeProvider.System), pace, TimeProvider.System, NullLogger<TurnRun>.Instance);

        var turn = run.RunAsync(new InboxMessage(1, "c", "hannah.price", Activities.Write(activity)), Token);
        var seen = await SeenAsync(id, TimeSpan.FromSeconds(2));
        answer.SetResult([]);
        await turn;

        Assert.False(seen);
    }

    private async Task<bool> SeenAsync(string id, TimeSpan most)
    {
        for (var until = DateTime.UtcNow + most; DateTime.UtcNow < until;)
        {
            if (host.Channel.Typing.Contains(id))
            {
                return true;
            }

            await Task.Delay(20, Token);
        }

        return false;
    }

    private sealed class StandingClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }

    private sealed class Waiting(Task<IReadOnlyList<Activity>> answer) : ITurnHandler
    {
        public Task<IReadOnlyList<Activity>> RunAsync(InboxMessage message, CancellationToken cancellationToken) => answer;
    }
}
