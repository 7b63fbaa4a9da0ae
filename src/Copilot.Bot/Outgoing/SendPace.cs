namespace Copilot.Bot;

/// <summary>
/// How often a channel lets itself be sent to: 7 times a second, 60 in 30 seconds and 1,800 in an hour in one conversation, 50 times a second in
/// all (Teams' published limits for a bot).
/// </summary>
internal sealed class SendPace(TimeProvider time)
{
    private static readonly (int Count, TimeSpan Within)[] PerConversation = [(7, TimeSpan.FromSeconds(1)), (60, TimeSpan.FromSeconds(30)), (1_800, TimeSpan.FromHours(1))];
    private static readonly (int Count, TimeSpan Within)[] InAll = [(50, TimeSpan.FromSeconds(1))];

    private readonly Dictionary<string, Queue<long>> _sent = new(StringComparer.Ordinal);
    private readonly Queue<long> _all = new();
    private readonly Lock _one = new();

    /// <summary>How long to wait before sending to a conversation; nothing when it may be at once, and then it counts as sent.</summary>
    public TimeSpan Take(string conversation)
    {
        lock (_one)
        {
            var now = time.GetTimestamp();
            Forget(now);
            var own = _sent.TryGetValue(conversation, out var known) ? known : _sent[conversation] = new Queue<long>();
            var (one, all) = (Wait(own, PerConversation, now), Wait(_all, InAll, now));
            var wait = one > all ? one : all;
            if (wait == TimeSpan.Zero)
            {
                own.Enqueue(now);
                _all.Enqueue(now);
            }

            return wait;
        }
    }

    private TimeSpan Wait(Queue<long> sent, (int Count, TimeSpan Within)[] limits, long now)
    {
        var longest = TimeSpan.Zero;
        foreach (var (count, within) in limits)
        {
            if (sent.Count >= count)
            {
                var wait = within - time.GetElapsedTime(sent.ElementAt(sent.Count - count), now);
                longest = wait > longest ? wait : longest;
            }
        }

        return longest;
    }

    private void Forget(long now)
    {
        while (_all.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= InAll[^1].Within)
        {
            _all.Dequeue();
        }

        foreach (var (conversation, sent) in _sent)
        {
            while (sent.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= PerConversation[^1].Within)
            {
                sent.Dequeue();
            }

            if (sent.Count == 0)
            {
                _sent.Remove(conversation);
            }
        }
    }
}
