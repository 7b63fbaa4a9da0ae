namespace Copilot.IntegrationTests.Killing;

/// <summary>Counts what senders, channel and store know of the same activities. Each finding is a sentence; there are none when nothing is lost, doubled, stuck or out of order.</summary>
internal static class Tally
{
    /// <summary>Compares the four records.</summary>
    /// <param name="acknowledged">What the host acknowledged, in the order of its sender within each conversation.</param>
    /// <param name="deliveries">What reached the channel, in that order.</param>
    /// <param name="inbox">The rows of the inbox.</param>
    /// <param name="outbox">The rows of the outbox.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<Acknowledged> acknowledged, IReadOnlyList<Delivery> deliveries, IReadOnlyList<Received> inbox, IReadOnlyList<Written> outbox)
    {
        var sent = acknowledged.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        var replies = deliveries.ToLookup(delivery => delivery.To, delivery => delivery.Reply, StringComparer.Ordinal);
        var stored = inbox.ToLookup(row => row.Id, StringComparer.Ordinal);
        var written = outbox.ToLookup(row => row.To, StringComparer.Ordinal);
        return
        [
            .. sent.Where(id => !stored[id].Any()).Select(id => $"{id} was acknowledged and is not in the inbox"),
            .. sent.Where(id => stored[id].Skip(1).Any()).Select(id => $"{id} is in the inbox more than once"),
            .. inbox.Where(row => !row.Done).Select(row => $"{row.Id} waits in the inbox"),
            .. stored.Select(row => row.Key).Where(id => written[id].Count() != 1).Select(id => $"{id} has {written[id].Count()} replies in the outbox"),
            .. outbox.Where(row => row.State != "Sent").Select(row => $"the reply to {row.To} is {row.State} in the outbox"),
            .. sent.Where(id => !replies[id].Any()).Select(id => $"the reply to {id} never came"),
            .. replies.Where(own => own.Distinct(StringComparer.Ordinal).Skip(1).Any()).Select(own => $"{own.Key} was answered twice, not sent twice"),
            .. replies.Select(own => own.Key).Where(id => !sent.Contains(id)).Select(id => $"a reply came to {id}, which nobody sent"),
            .. OutOfOrder(acknowledged, deliveries),
        ];
    }

    private static IEnumerable<string> OutOfOrder(IReadOnlyList<Acknowledged> acknowledged, IReadOnlyList<Delivery> deliveries)
    {
        var first = deliveries.Select((delivery, place) => (delivery.To, place)).GroupBy(entry => entry.To, StringComparer.Ordinal).ToDictionary(own => own.Key, own => own.Min(entry => entry.place), StringComparer.Ordinal);
        foreach (var conversation in acknowledged.GroupBy(entry => entry.Conversation, StringComparer.Ordinal))
        {
            var answered = conversation.Where(entry => first.ContainsKey(entry.Id)).ToList();
            foreach (var (before, after) in answered.Zip(answered.Skip(1)).Where(pair => first[pair.First.Id] > first[pair.Second.Id]))
            {
                yield return $"in {conversation.Key} the reply to {after.Id} came before that to {before.Id}";
            }
        }
    }
}
