using System.Collections.Concurrent;
using Copilot.Data;
using Copilot.IntegrationTests.Support;
using Npgsql;

namespace Copilot.IntegrationTests.Compliance;

/// <summary>The connection to the server breaks at a commit, and what came of it is not known.</summary>
public sealed class CommitsWithoutAnAnswer(PostgresSource source) : IClassFixture<PostgresSource>, IAsyncLifetime
{
    private CuttingProxy? _proxy;
    private CompanyStore? _store;
    private MessageStore? _messages;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var options = await source.MigratedAsync();
        var server = new NpgsqlConnectionStringBuilder(options.CompanyConnection);
        _proxy = new CuttingProxy(server.Host!, server.Port);
        (server.Host, server.Port) = ("127.0.0.1", _proxy.Port);
        _store = (await CompanyStore.OpenAsync(options with { CompanyConnection = server.ToString() }, TimeProvider.System, Stop)).Value;
        _messages = new MessageStore(_store);
    }

    public async ValueTask DisposeAsync()
    {
        await (_messages?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_store?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_proxy?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Theory]
    [InlineData(Cut.Before)]
    [InlineData(Cut.After)]
    public async Task ActivitiesOfOneCommit_ThatIsCut_AreEachTakenOnce(Cut cut)
    {
        // the first commit waits until everything else waits for the second, which is cut
        var (begun, queued, commits) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), 0);
        _proxy!.AtCommit = async () =>
        {
            begun.TrySetResult();
            await queued.Task;
            return Interlocked.Increment(ref commits) == 2 ? cut : Cut.Nowhere;
        };
        var followed = new ConcurrentQueue<long>();
        var first = TakeAsync("first", followed);
        await begun.Task;
        var rest = Enumerable.Range(0, 20).Select(n => TakeAsync($"{n}", followed)).ToList();
        queued.SetResult();

        Assert.All(await Task.WhenAll(rest.Append(first)), Assert.NotNull);
        Assert.Equal((await _messages!.WaitingAsync(Stop)).Select(message => message.Id), followed);
    }

    [Fact]
    public async Task ActivityAlone_CommittedUnheard_IsTaken()
    {
        var commits = 0;
        _proxy!.AtCommit = () => Task.FromResult(Interlocked.Increment(ref commits) == 1 ? Cut.After : Cut.Nowhere);
        var followed = new ConcurrentQueue<long>();

        Assert.NotNull(await TakeAsync("a", followed));

        Assert.Equal((await _messages!.WaitingAsync(Stop)).Select(message => message.Id), followed);
        Assert.Null(await TakeAsync("a", followed));
    }

    [Fact]
    public async Task WordsToAPerson_CommittedUnheard_AreSaidOnce()
    {
        var commits = 0;
        _proxy!.AtCommit = () => Task.FromResult(Interlocked.Increment(ref commits) == 1 ? Cut.After : Cut.Nowhere);

        await _messages!.SayAsync("c", "p", new OutgoingMessage("once", "u"), Stop);

        Assert.Equal("once", Assert.Single(await _messages.Outbox.DueAsync(10, Stop)).Body);
    }

    private Task<InboxMessage?> TakeAsync(string activity, ConcurrentQueue<long> followed) =>
        _messages!.TakeAsync(new IncomingMessage("c", activity, "p", "{}"), taken => followed.Enqueue(taken.Id), Stop);
}
