using Copilot.Data;
using Copilot.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Compliance;

/// <content>Inbox, outbox and transcripts: what was acknowledged is there, once.</content>
public abstract partial class StoreCompliance
{
    [Fact]
    public async Task SameActivity_TakenByManyAtOnce_IsTakenOnce()
    {
        await using var messages = new MessageStore(await NewStoreAsync());

        var taken = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => messages.TakeAsync(new IncomingMessage("c", $"a{n % 4}", "p", $"{n}"), Stop), Stop)));

        Assert.Equal(4, taken.Count(message => message is not null));
        Assert.Equal(4, (await messages.WaitingAsync(Stop)).Count);
    }

    [Fact]
    public async Task TurnEndedTwice_AfterACrash_SendsItsRepliesOnce()
    {
        await using var messages = new MessageStore(await NewStoreAsync());
        var message = (await messages.TakeAsync(new IncomingMessage("c", "a", "p", "{}", Echo: "echo"), Stop))!;
        var end = new FinishedMessage("answer", "desk_help", "{\"x\":1}", "{\"state\":1}", null, [new OutgoingMessage("out", "http://channel"), new OutgoingMessage("shown", null)]);

        Assert.True(await messages.FinishAsync(message, end, Stop));
        Assert.False(await messages.FinishAsync(message, end, Stop));

        Assert.Empty(await messages.WaitingAsync(Stop));
        Assert.Equal("out", Assert.Single(await messages.Outbox.DueAsync(10, Stop)).Body);
        Assert.Equal(["echo", "shown"], (await messages.TranscriptAsync("c", 0, 10, Stop)).Select(entry => entry.Body));
        Assert.Equal("{\"state\":1}", await messages.StateAsync("c", "p", Stop));
        Assert.Equal(new PastCall("p", "desk_help", "{\"x\":1}"), await messages.CallAsync("c", message.Id, Stop));
        Assert.Null(await messages.CallAsync("another", message.Id, Stop));
    }

    [Fact]
    public async Task StateOfAPerson_InAGroup_IsTheirsAlone()
    {
        await using var messages = new MessageStore(await NewStoreAsync());
        foreach (var person in new[] { "one", "two" })
        {
            var message = (await messages.TakeAsync(new IncomingMessage("group", person, person, "{}"), Stop))!;
            await messages.FinishAsync(message, new FinishedMessage("answer", null, null, $"\"{person}\"", null, []), Stop);
        }

        var again = (await messages.TakeAsync(new IncomingMessage("group", "b", "one", "{}"), Stop))!;
        await messages.FinishAsync(again, new FinishedMessage("welcome", null, null, null, "{}", []), Stop);

        Assert.Equal(("\"one\"", "\"two\""), (await messages.StateAsync("group", "one", Stop), await messages.StateAsync("group", "two", Stop)));
    }

    [Fact]
    public async Task Transcript_ReadFromAWatermark_GoesOnBehindIt()
    {
        await using var messages = new MessageStore(await NewStoreAsync());
        await Task.WhenAll(Enumerable.Range(0, 30).Select(n => messages.TakeAsync(new IncomingMessage(n % 2 == 0 ? "c" : "d", $"{n}", "p", "{}", Echo: $"{n}"), Stop)));

        var first = await messages.TranscriptAsync("c", 0, 10, Stop);
        var rest = await messages.TranscriptAsync("c", first[^1].Watermark, 10, Stop);

        Assert.Equal((10, 5), (first.Count, rest.Count));
        Assert.Equal(15, first.Concat(rest).Select(entry => entry.Body).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task OutgoingActivity_ParkedAndRetried_WaitsAgain()
    {
        await using var messages = new MessageStore(await NewStoreAsync());
        var message = (await messages.TakeAsync(new IncomingMessage("c", "a", "p", "{}"), Stop))!;
        await messages.FinishAsync(message, new FinishedMessage("answer", null, null, null, null, [new OutgoingMessage("1", "u"), new OutgoingMessage("2", "u"), new OutgoingMessage("3", "u")]), Stop);
        var waiting = await messages.Outbox.DueAsync(10, Stop);

        await messages.Outbox.SentAsync(waiting[0].Id, Stop);
        await messages.Outbox.AgainAsync(waiting[1].Id, DateTimeOffset.UtcNow.AddHours(1), "429", Stop);
        await messages.Outbox.ParkAsync(waiting[2].Id, "403", Stop);

        Assert.Equal((1, 1, 1), (await messages.Outbox.CountAsync(OutboxState.Sent, Stop), await messages.Outbox.CountAsync(OutboxState.Waiting, Stop), await messages.Outbox.CountAsync(OutboxState.Parked, Stop)));
        Assert.True(await messages.Outbox.RetryAsync(waiting[2].Id, Stop));
        Assert.False(await messages.Outbox.RetryAsync(waiting[2].Id, Stop));
        Assert.False(await messages.Outbox.DropAsync(waiting[1].Id, Stop));
        var rows = await messages.Outbox.ListAsync(OutboxState.Waiting, 0, 10, Stop);
        Assert.Equal((2, "429"), (rows.Count, rows[0].Trouble));
    }

    [Fact]
    public async Task ManyReplies_BehindOneThatWaitsForItsTime_HoldUpNoOtherConversation()
    {
        await using var messages = new MessageStore(await NewStoreAsync());
        foreach (var (conversation, count) in new[] { ("busy", 30), ("other", 2) })
        {
            var message = (await messages.TakeAsync(new IncomingMessage(conversation, "a", "p", "{}"), Stop))!;
            await messages.FinishAsync(message, new FinishedMessage("answer", null, null, null, null, [.. Enumerable.Range(0, count).Select(n => new OutgoingMessage($"{n}", "u"))]), Stop);
        }

        var first = (await messages.Outbox.DueAsync(10, Stop))[0];
        await messages.Outbox.AgainAsync(first.Id, DateTimeOffset.UtcNow.AddHours(1), "429", Stop);

        Assert.Equal(["other", "other"], (await messages.Outbox.DueAsync(10, Stop)).Select(message => message.Conversation));
    }

    [Fact]
    public async Task ManyReplies_InOneConversation_LeaveRoomForTheOthers()
    {
        await using var messages = new MessageStore(await NewStoreAsync());
        foreach (var (conversation, count) in new[] { ("flooded", 30), ("busy", 30), ("other", 2) })
        {
            var message = (await messages.TakeAsync(new IncomingMessage(conversation, "a", "p", "{}"), Stop))!;
            await messages.FinishAsync(message, new FinishedMessage("answer", null, null, null, null, [.. Enumerable.Range(0, count).Select(n => new OutgoingMessage($"{conversation} {n}", "u"))]), Stop);
        }

        var due = await messages.Outbox.DueAsync(100, 3, ["busy", "nobody"], Stop);

        Assert.Equal(["flooded 0", "flooded 1", "flooded 2", "other 0", "other 1"], due.Select(message => message.Body));
        await messages.Outbox.SentAsync(due[0].Id, Stop);
        await messages.Outbox.AgainAsync(due[2].Id, DateTimeOffset.UtcNow.AddHours(1), "429", Stop);
        Assert.Equal(["flooded 1", "other 0", "other 1"], (await messages.Outbox.DueAsync(100, 3, ["busy"], Stop)).Select(message => message.Body));
    }

    [Fact]
    public async Task WriteThatFails_AmongOthers_TakesNoneOfThemWithIt()
    {
        var store = await NewStoreAsync();
        await using var messages = new MessageStore(store);

        var writes = Enumerable.Range(0, 20).Select(n => Task.Run(() => messages.TakeAsync(new IncomingMessage("c", $"{n}", n == 7 ? null! : "p", "{}"), Stop), Stop)).ToList();
        await Task.WhenAll(writes.Select((write, n) => n == 7 ? Assert.ThrowsAnyAsync<Exception>(() => write) : (Task)write));

        await using var context = store.Copilot();
        Assert.Equal(19, await context.Inbox.CountAsync(Stop));
    }

    [Fact]
    public async Task SenderThatHungUp_WhileItsActivityIsStored_LeavesItToRun()
    {
        await using var messages = new MessageStore(await NewStoreAsync());
        var followed = new TaskCompletionSource<InboxMessage>(TaskCreationOptions.RunContinuationsAsynchronously);

        _ = await Record.ExceptionAsync(() => messages.TakeAsync(new IncomingMessage("c", "a", "p", "{}"), followed.SetResult, new CancellationToken(canceled: true)));

        Assert.Equal("p", (await followed.Task.WaitAsync(TimeSpan.FromSeconds(20), Stop)).PersonKey);
    }

    [Fact]
    public async Task ActivitiesOfManySenders_TakenAtOnce_FollowInTheOrderStored()
    {
        await using var messages = new MessageStore(await NewStoreAsync());
        var followed = new List<long>();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(n => Task.Run(() => messages.TakeAsync(new IncomingMessage("c", $"{n}", "p", "{}"), taken => followed.Add(taken.Id), Stop), Stop)));

        Assert.Equal((await messages.WaitingAsync(Stop)).Select(message => message.Id), followed);
    }

    [Fact]
    public async Task KeyOfAPurpose_AskedByMany_IsOneAndStays()
    {
        var store = await NewStoreAsync();

        var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => HouseKeys.OfAsync(store, "page", Stop), Stop)));

        Assert.Single(keys.Select(Convert.ToHexString).Distinct(StringComparer.Ordinal));
        Assert.NotEqual(keys[0], await HouseKeys.OfAsync(store, "other", Stop));
    }

    [Fact]
    public async Task PassForOneUse_ShownByManyAtOnce_IsUsedOnce()
    {
        await using var messages = new MessageStore(await NewStoreAsync());

        var used = await Task.WhenAll(Enumerable.Range(0, 40).Select(n => Task.Run(() => messages.Passes.UseAsync($"p{n % 3}", DateTimeOffset.UtcNow.AddMinutes(15), Stop), Stop)));

        Assert.Equal(3, used.Count(first => first));
    }

    [Fact]
    public async Task FileGiven_LookedFor_IsFoundByItsOwnerAlone()
    {
        await using var messages = new MessageStore(await NewStoreAsync());
        byte[] content = [0, 1, 255];
        await messages.Uploads.KeepAsync(new KeptFile("f", "c", "p", "a.bin", "x/y", content), Stop);
        await messages.Uploads.KeepAsync(new KeptFile("f", "c", "q", "other", "x/y", []), Stop);

        var found = await messages.Uploads.FindAsync("f", "p", Stop);
        Assert.Equal(content, found!.Content);
        Assert.Null(await messages.Uploads.FindAsync("f", "q", Stop));
    }

    [Fact]
    public async Task OldConversations_Pruned_GoButForWhatWaitsAndWhereOneIsReached()
    {
        await using var messages = new MessageStore(await NewStoreAsync());
        var done = (await messages.TakeAsync(new IncomingMessage("c", "done", "p", "{}", Echo: "echo"), Stop))!;
        await messages.FinishAsync(done, new FinishedMessage("answer", "desk_help", "{}", "{}", "{\"here\":1}", [new OutgoingMessage("sent", "http://channel"), new OutgoingMessage("waits", "http://channel"), new OutgoingMessage("shown", null)]), Stop);
        await messages.TakeAsync(new IncomingMessage("c", "waiting", "p", "{}"), Stop);
        await messages.Outbox.SentAsync((await messages.Outbox.DueAsync(1, Stop))[0].Id, Stop);
        await messages.Uploads.KeepAsync(new KeptFile("f", "c", "p", "a", "x/y", []), Stop);
        await messages.Passes.UseAsync("over", DateTimeOffset.UtcNow.AddMinutes(-1), Stop);

        Assert.Equal(1, await messages.Retention.PruneAsync(null, Stop));
        Assert.Equal(0, await messages.Retention.PruneAsync(DateTimeOffset.UtcNow.AddDays(-1), Stop));
        Assert.Equal(5, await messages.Retention.PruneAsync(DateTimeOffset.UtcNow.AddMinutes(1), Stop));

        Assert.Equal("waits", Assert.Single(await messages.Outbox.DueAsync(10, Stop)).Body);
        Assert.Single(await messages.WaitingAsync(Stop));
        Assert.Empty(await messages.TranscriptAsync("c", 0, 10, Stop));
        Assert.Null(await messages.StateAsync("c", "p", Stop));
        Assert.Null(await messages.CallAsync("c", done.Id, Stop));
    }

    [Fact]
    public async Task OldConversationsOfThePage_Pruned_GoButForTheLastOfEachPerson()
    {
        await using var messages = new MessageStore(await NewStoreAsync());
        foreach (var (conversation, person) in new[] { ("directline:1", "p"), ("msteams:alone", "p"), ("directline:2", "p"), ("directline:3", "q"), ("msteams:group", "p") })
        {
            var taken = (await messages.TakeAsync(new IncomingMessage(conversation, person, person, "{}"), Stop))!;
            await messages.FinishAsync(taken, new FinishedMessage("answer", null, null, null, "{}", []), Stop);
        }

        await messages.Retention.PruneAsync(DateTimeOffset.UtcNow.AddMinutes(1), Stop);

        Assert.Equal(["msteams:group", "directline:2", "msteams:alone"], await messages.MetAsync("p", Stop).Select(met => met.Conversation).ToListAsync(Stop));
        Assert.Equal(["directline:3"], await messages.MetAsync("q", Stop).Select(met => met.Conversation).ToListAsync(Stop));
    }

    [Fact]
    public async Task CopilotTakenOut_OfAConversation_ReachesNobodyThereAndEverybodyElsewhere()
    {
        await using var messages = new MessageStore(await NewStoreAsync());
        foreach (var (conversation, person) in new[] { ("msteams:a", "p"), ("msteams:a", "q"), ("msteams:a2", "p"), ("msteams:A", "p"), ("msteams:a;messageid=1", "q") })
        {
            await EndAsync(conversation, person, left: false);
        }

        await EndAsync("msteams:a", "r", left: true);

        Assert.Equal(["msteams:A", "msteams:a2"], await messages.MetAsync("p", Stop).Select(met => met.Conversation).ToListAsync(Stop));
        Assert.Equal(["msteams:a;messageid=1"], await messages.MetAsync("q", Stop).Select(met => met.Conversation).ToListAsync(Stop));

        async Task EndAsync(string conversation, string person, bool left)
        {
            var taken = (await messages.TakeAsync(new IncomingMessage(conversation, $"{person} {left}", person, "{}"), Stop))!;
            await messages.FinishAsync(taken, new FinishedMessage("answer", null, null, null, left ? null : "{}", []) { Left = left }, Stop);
        }
    }
}
