using Copilot.Bot;

namespace Copilot.Tests.Bot;

public sealed class PaceOfSending
{
    [Fact]
    public void ManySends_ToOneConversation_KeepEveryLimitOfTheChannel()
    {
        var clock = new HandClock();
        var pace = new SendPace(clock);
        var sent = new List<long>();
        while (sent.Count < 2_000)
        {
            var wait = pace.Take("one");
            if (wait == TimeSpan.Zero)
            {
                sent.Add(clock.Ticks);
            }
            else
            {
                clock.Ticks += wait.Ticks;
            }
        }

        Assert.All([(7, 1), (60, 30), (1_800, 3_600)], limit => Assert.True(Most(sent, TimeSpan.FromSeconds(limit.Item2)) <= limit.Item1, $"more than {limit.Item1} within {limit.Item2} s"));

        // and no slower than the channel allows: the limits themselves are reached
        Assert.Equal([7, 60, 1_800], new[] { 1, 30, 3_600 }.Select(seconds => Most(sent, TimeSpan.FromSeconds(seconds))));
    }

    [Fact]
    public void ManyConversations_Together_KeepTheLimitOfAll()
    {
        var clock = new HandClock();
        var pace = new SendPace(clock);

        Assert.Equal(50, Enumerable.Range(0, 200).Count(index => pace.Take($"c{index}") == TimeSpan.Zero));
        clock.Ticks += TimeSpan.TicksPerSecond;
        Assert.Equal(TimeSpan.Zero, pace.Take("another"));
    }

    private static int Most(List<long> sent, TimeSpan within)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < sent.Count; last++)
        {
            while (sent[last] - sent[first] >= within.Ticks)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    private sealed class HandClock : TimeProvider
    {
        public long Ticks { get; set; } = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Ticks;
    }
}
