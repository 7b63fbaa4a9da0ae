namespace Copilot.IntegrationTests.Killing;

/// <summary>A count that finds nothing is worth something only when it finds what was taken away.</summary>
public sealed class CountingOfLosses
{
    private static readonly Acknowledged[] Sent = [new("c", "1"), new("c", "2"), new("d", "3")];
    private static readonly Delivery[] Came = [new("c", "1", "r1"), new("d", "3", "r3"), new("c", "1", "r1"), new("c", "2", "r2")];
    private static readonly Received[] Inbox = [new("1", true), new("2", true), new("3", true)];
    private static readonly Written[] Outbox = [new("1", "Sent"), new("2", "Sent"), new("3", "Sent")];

    [Fact]
    public void RepliesSentTwice_NothingElseWrong_AreNoLoss() => Assert.Empty(Tally.Of(Sent, Came, Inbox, Outbox));

    [Fact]
    public void ReplyThatNeverCame_Counted_IsNamed() => Assert.Equal(["the reply to 3 never came"], Tally.Of(Sent, [.. Came.Where(delivery => delivery.To != "3")], Inbox, Outbox));

    [Fact]
    public void AcknowledgedActivityWithoutRow_Counted_IsNamed() => Assert.Equal(["2 was acknowledged and is not in the inbox"], Tally.Of(Sent, Came, [.. Inbox.Where(row => row.Id != "2")], Outbox));

    [Fact]
    public void ReplyWithoutRow_Counted_IsNamed() => Assert.Equal(["1 has 0 replies in the outbox"], Tally.Of(Sent, Came, Inbox, Outbox[1..]));

    [Fact]
    public void TurnThatRanTwice_Counted_IsNamed() =>
        Assert.Equal(["1 has 2 replies in the outbox", "1 was answered twice, not sent twice"], Tally.Of(Sent, [.. Came, new("c", "1", "r9")], Inbox, [.. Outbox, new("1", "Sent")]));

    [Fact]
    public void WhatIsStuck_Counted_IsNamed() => Assert.Equal(
        ["1 waits in the inbox", "the reply to 3 is Waiting in the outbox"], Tally.Of(Sent, Came, [new("1", false), .. Inbox[1..]], [.. Outbox[..2], new("3", "Waiting")]));

    [Fact]
    public void RepliesInAnotherOrder_Counted_AreNamed() =>
        Assert.Equal(["in c the reply to 2 came before that to 1"], Tally.Of(Sent, [.. Came.Where(delivery => delivery.To != "1"), new("c", "1", "r1")], Inbox, Outbox));
}
