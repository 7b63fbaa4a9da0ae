using System.Diagnostics;
using System.Diagnostics.Metrics;
using Copilot.Bot;
using Copilot.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

using Activity = Copilot.Bot.Activity;

namespace Copilot.Tests.Bot;

/// <summary>A lane lives longer than the request that began it; nobody collects spans here.</summary>
public sealed class TracesOfALane
{
    [Fact]
    public async Task TurnThatWaitedBehindAnother_Logging_NamesItsOwnRequestAndMessage()
    {
        using var log = new ScopedLines();
        using var factory = LoggerFactory.Create(logging => logging.AddProvider(log));
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        using var meters = new BotMeters(services.GetRequiredService<IMeterFactory>());
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var lanes = new TurnLanes(RunAsync, 2, meters, factory.CreateLogger<TurnLanes>());

        var (first, one) = Take(1);
        var (second, two) = Take(2);
        var (third, three) = Take(3);
        gate.SetResult();
        await Task.WhenAll(one, two);
        await Assert.ThrowsAsync<InvalidDataException>(() => three);

        foreach (var (id, trace) in new[] { (1, first), (2, second) })
        {
            var line = Assert.Single(log.Lines, text => text.EndsWith($"turn {id}", StringComparison.Ordinal));
            Assert.Contains($"MessageId:{id}, TraceId:{trace} =>", line, StringComparison.Ordinal);
            Assert.DoesNotContain("RequestId", line, StringComparison.Ordinal);
        }

        Assert.Contains(log.Lines, text => text.Contains($"MessageId:3, TraceId:{third} =>", StringComparison.Ordinal) && text.Contains("could not be ended", StringComparison.Ordinal));

        async Task<IReadOnlyList<Activity>> RunAsync(InboxMessage message, CancellationToken cancellationToken)
        {
            await gate.Task.WaitAsync(cancellationToken);
            factory.CreateLogger("Turns").LogInformation("turn {Id}", message.Id);
            return message.Id == 3 ? throw new InvalidDataException("broken") : [];
        }

        // as a request of the framework's: a span that nobody collects, and names in the log
        (ActivityTraceId Trace, Task<IReadOnlyList<Activity>> Turn) Take(long id)
        {
            using var request = new System.Diagnostics.Activity("request").Start();
            using var names = factory.CreateLogger("Requests").BeginScope($"RequestId:{id}");
            return (request.TraceId, lanes.RunAsync(new InboxMessage(id, "msteams:c", "hannah.price", "{}"), TestContext.Current.CancellationToken));
        }
    }
}
