using System.Globalization;
using Copilot.Bot;
using Copilot.Data;
using Microsoft.AspNetCore.Http;

namespace Copilot.Tests.Bot;

public sealed class RepliesThatAreNotTaken(ChatHost host)
{
    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task PassingRefusal_OfTheChannel_IsTriedAgainUntilItIsTaken(int status)
    {
        var message = host.Message("help");
        var conversation = (string)message["conversation"]!["id"]!;
        var refused = 0;
        host.Channel.Answers[conversation] = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "1";
            return Task.FromResult(Interlocked.Increment(ref refused) <= 2);
        };

        using var response = await host.PostAsync(message);
        await host.Channel.WaitAsync(conversation, 1);

        Assert.Equal(3, refused);
    }

    [Fact]
    public async Task ConnectionBrokenByTheChannel_Once_IsTriedAgain()
    {
        var message = host.Message("help");
        var conversation = (string)message["conversation"]!["id"]!;
        var broken = 0;
        host.Channel.Answers[conversation] = context =>
        {
            if (Interlocked.Increment(ref broken) > 1)
            {
                return Task.FromResult(false);
            }

            context.Abort();
            return Task.FromResult(true);
        };

        using var response = await host.PostAsync(message);

        Assert.Single(await host.Channel.WaitAsync(conversation, 1));
    }

    [Fact]
    public async Task EmptyAcceptance_OfTheChannel_CountsAsTaken()
    {
        var message = host.Message("help");
        var conversation = (string)message["conversation"]!["id"]!;
        var asked = 0;
        host.Channel.Answers[conversation] = context =>
        {
            asked++;
            context.Response.StatusCode = 202;
            return Task.FromResult(true);
        };

        using var response = await host.PostAsync(message);
        var row = await StandsAsync(conversation, OutboxState.Sent);

        Assert.Equal((1, 1), (asked, row.Attempts));
    }

    [Fact]
    public async Task FinalRefusal_OfTheChannel_IsParkedAndSentWhenSomebodySaysSo()
    {
        var message = host.Message("help");
        var conversation = (string)message["conversation"]!["id"]!;
        var refuse = true;
        host.Channel.Answers[conversation] = context =>
        {
            context.Response.StatusCode = 403;
            return Task.FromResult(refuse);
        };

        using var response = await host.PostAsync(message);
        var parked = await StandsAsync(conversation, OutboxState.Parked);
        refuse = false;
        Assert.True(await host.Messages.Outbox.RetryAsync(parked.Id, TestContext.Current.CancellationToken));
        await host.Channel.WaitAsync(conversation, 1);

        Assert.Contains("403", parked.Trouble, StringComparison.Ordinal);
        Assert.False(await host.Messages.Outbox.DropAsync(parked.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ReplyThatWaits_InOneConversation_HoldsUpNoOther()
    {
        var (slow, quick) = (host.Message("help"), host.Message("help"));
        host.Channel.Answers[(string)slow["conversation"]!["id"]!] = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "3600";
            return Task.FromResult(true);
        };

        using var first = await host.PostAsync(slow);
        using var second = await host.PostAsync(quick);

        Assert.Single(await host.Channel.WaitAsync((string)quick["conversation"]!["id"]!, 1));
        var waiting = await StandsAsync((string)slow["conversation"]!["id"]!, OutboxState.Waiting);
        Assert.Equal(1, waiting.Attempts);
        Assert.True(waiting.DueAt > DateTimeOffset.UtcNow.AddMinutes(50), waiting.DueAt.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Backoff_WithEveryAttempt_DoublesAndStaysBelowItsLimit()
    {
        Assert.Equal([0.5, 1, 2, 4, 8], Enumerable.Range(0, 5).Select(attempts => OutboxSender.Backoff(attempts, 0).TotalSeconds));
        Assert.All(Enumerable.Range(0, 100), attempts => Assert.InRange(OutboxSender.Backoff(attempts, 1).TotalSeconds, 1, 600));
    }

    private async Task<OutboxMessage> StandsAsync(string conversation, OutboxState state)
    {
        for (var tries = 0; tries < 400; tries++)
        {
            var rows = await host.Messages.Outbox.ListAsync(state, 0, 10_000, TestContext.Current.CancellationToken);
            if (rows.FirstOrDefault(row => row.Conversation == $"msteams:{conversation}" && (state != OutboxState.Waiting || row.Attempts > 0)) is { } found)
            {
                return found;
            }

            await Task.Delay(25, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"Nothing of {conversation} is {state}.");
    }
}
