using Copilot.Data;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Data;

/// <summary>Writes of many callers on one connection: each is on disk when its caller goes on, whoever of them made the commit.</summary>
public sealed class WritesThatShareACommit : IAsyncDisposable
{
    private const string Add = "INSERT INTO \"Settings\" (\"PersonKey\", \"Name\", \"Value\") VALUES ('', @p0, @p1)";

    private readonly TemporaryFolder _folder = new();
    private CompanyStore? _store;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OneWriter_WhileNobodyCommits_IsOnDiskWithoutWaitingForAnotherThread()
    {
        await using var commit = await OpenAsync();

        var writing = WriteAsync(commit, "alone");

        Assert.True(writing.IsCompletedSuccessfully);
        Assert.Equal(["alone"], await StoredAsync());
    }

    [Fact]
    public async Task ManyWritersAtOnce_EachGoesOn_AndEachWriteIsStoredOnce()
    {
        const int Writers = 16;
        const int Each = 60;
        await using var commit = await OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                await WriteAsync(commit, $"{writer}-{i}").WaitAsync(TimeSpan.FromSeconds(60), Token);
            }
        }, Token)));

        var stored = await StoredAsync();
        Assert.Equal(Writers * Each, stored.Count);
        Assert.Equal(stored.Count, stored.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task ManyWritersAtOnce_WhatFollowsAWrite_RunsInTheContextOfItsOwnWriter()
    {
        await using var commit = await OpenAsync();
        var own = new AsyncLocal<string>();
        var followed = new System.Collections.Concurrent.ConcurrentBag<(string Written, string? Context)>();

        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(async () =>
        {
            own.Value = $"{i}";
            await commit.WriteAsync(to => to.RunAsync(Add, [$"test.{i}", "1"], CancellationToken.None), _ => followed.Add(($"{i}", own.Value)), Token);
        }, Token)));

        Assert.Equal(400, followed.Count);
        Assert.All(followed, follow => Assert.Equal(follow.Written, follow.Context));
    }

    [Fact]
    public async Task OneOfThemCannotBeWritten_TheOthers_AreStored()
    {
        await using var commit = await OpenAsync();
        await WriteAsync(commit, "twice");

        var writes = Enumerable.Range(0, 40).Select(i => Task.Run(() => WriteAsync(commit, i == 20 ? "twice" : $"{i}"), Token)).ToArray();

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => writes[20]);
        await Task.WhenAll(writes.Where((_, i) => i != 20));
        Assert.Equal(40, (await StoredAsync()).Count);
    }

    [Fact]
    public async Task ClosedTwiceWhileWritesWait_EachThatWasTaken_IsStoredAndLaterOnesAreToldSo()
    {
        var commit = await OpenAsync();
        var writes = Enumerable.Range(0, 200).Select(i => Task.Run(() => WriteAsync(commit, $"{i}"), Token)).ToArray();
        await Task.WhenAny(writes);

        await commit.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60), Token);
        await commit.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60), Token);

        await Task.WhenAll(writes).ContinueWith(_ => { }, Token, TaskContinuationOptions.None, TaskScheduler.Default);
        Assert.All(writes.Where(write => write.IsFaulted), write => Assert.IsType<InvalidOperationException>(write.Exception!.InnerException));
        Assert.Equal(writes.Count(write => write.IsCompletedSuccessfully), (await StoredAsync()).Count);
        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(commit, "later"));
    }

    public async ValueTask DisposeAsync()
    {
        await (_store?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Dispose();
    }

    private async Task<GroupCommit> OpenAsync()
    {
        _store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = _folder.Path }, TimeProvider.System, Token)).Value;
        return new GroupCommit(_store.Copilot);
    }

    private static Task<int> WriteAsync(GroupCommit commit, string name) => commit.WriteAsync(to => to.RunAsync(Add, ["test." + name, "1"], CancellationToken.None), Token);

    private async Task<List<string>> StoredAsync()
    {
        await using var context = _store!.Copilot();
        return await context.Settings.Where(row => row.Name.StartsWith("test.")).Select(row => row.Name.Substring(5)).ToListAsync(Token);
    }
}
