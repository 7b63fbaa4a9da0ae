using Copilot.Data;

namespace Copilot.IntegrationTests.Compliance;

/// <content>Commits that wait for the disk, and those that leave it to the next.</content>
public abstract partial class StoreCompliance
{
    [Fact]
    public async Task WriteThatPromisesNothingYet_Committed_LeavesTheDiskToTheNext()
    {
        var store = await NewStoreAsync();
        await using var commit = new GroupCommit(store.Copilot);

        var seen = new List<bool>();
        foreach (var durable in new[] { true, false, false, true, false, true })
        {
            seen.Add(await commit.WriteAsync(FlushesAsync, null, durable, Stop));
        }

        Assert.Equal([true, false, false, true, false, true], seen);
    }

    [Fact]
    public async Task WritesOfOneCommit_OneOfThemDurable_WaitForTheDiskTogether()
    {
        var store = await NewStoreAsync();
        await using var commit = new GroupCommit(store.Copilot);
        var (begun, queued) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var first = commit.WriteAsync(async to =>
        {
            begun.SetResult();
            await queued.Task;
            return await FlushesAsync(to);
        }, null, durable: false, Stop);
        await begun.Task;
        var together = new[] { false, false, true, false }.Select(durable => commit.WriteAsync(FlushesAsync, null, durable, Stop)).ToList();
        queued.SetResult();

        Assert.False(await first);
        Assert.All(await Task.WhenAll(together), Assert.True);
    }

    [Fact]
    public async Task AwaitedActivity_Taken_IsSeenByAllAndTakenOnce()
    {
        var store = await NewStoreAsync();
        await using var messages = new MessageStore(store);
        var awaited = new IncomingMessage("c", "a", "p", "{}") { Awaited = true };

        var taken = await messages.TakeAsync(awaited, Stop);

        Assert.Null(await messages.TakeAsync(awaited, Stop));
        Assert.Equal(taken!.Id, Assert.Single(await messages.WaitingAsync(Stop)).Id);
    }

    // what the database itself says is in force
    private static async Task<bool> FlushesAsync(WriteTo to) => to.Schema.Length == 0
        ? await to.OneAsync("PRAGMA synchronous", [], CancellationToken.None) is 2L
        : await to.OneAsync("SHOW synchronous_commit", [], CancellationToken.None) is "on";
}
