using System.Diagnostics.Metrics;
using Copilot.Bot;
using Copilot.Data;
using Copilot.IntegrationTests.Killing;
using Copilot.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Copilot.IntegrationTests.Operating;

/// <summary>Several hosts of one company: whoever writes a reply, it is sent once and in order, and the sending goes on when a host ends.</summary>
public abstract class HostsThatSend(StoreSource source) : IAsyncLifetime
{
    private const int Conversations = 25;
    private readonly StrainedChannel _channel = new(1) { Calm = true };
    private readonly List<Sending> _hosts = [];

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected StoreOptions? Options { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await _channel.StartAsync();
        Options = await source.MigratedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await _channel.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task RepliesOfThreeHosts_Sent_GoOutOnceAndInOrder()
    {
        var hosts = await Task.WhenAll(StartAsync(), StartAsync(), StartAsync());

        for (var n = 0; n < 4; n++)
        {
            await Task.WhenAll(Enumerable.Range(0, Conversations).Select(conversation => SayAsync(hosts[(conversation + n) % hosts.Length], conversation, n)));
        }

        await WaitAsync(4 * Conversations);
        await Task.Delay(TimeSpan.FromSeconds(2), Stop);
        Assert.Equal(4 * Conversations, _channel.Taken.Count);
        Assert.All(_channel.Taken.GroupBy(delivery => delivery.Conversation), lane => Assert.Equal([.. lane.Select(delivery => delivery.Reply).Order(StringComparer.Ordinal)], lane.Select(delivery => delivery.Reply)));
    }

    [Fact]
    public async Task HostThatSends_Stopped_IsFollowedByAnother()
    {
        var first = await StartAsync();
        await SayAsync(first, 0, 0);
        await WaitAsync(1);
        var second = await StartAsync();

        await first.DisposeAsync();
        await SayAsync(second, 0, 1);

        await WaitAsync(2);
        Assert.Equal(["0-0", "0-1"], _channel.Taken.Select(delivery => delivery.Reply));
    }

    [Fact]
    public async Task ConversationThatIsSlow_ToTakeAReply_DelaysNoOther()
    {
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        _channel.Before = conversation =>
        {
            asked.TrySetResult();
            return conversation == "c0" ? answer.Task : Task.CompletedTask;
        };
        var host = await StartAsync();
        await SayAsync(host, 0, 0);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);

        await SayAsync(host, 1, 0);
        await SayAsync(host, 0, 1);
        await WaitAsync(1);
        Assert.Equal(["1-0"], _channel.Taken.Select(delivery => delivery.Reply));
        answer.SetResult();

        await WaitAsync(3);
        Assert.Equal(["1-0", "0-0", "0-1"], _channel.Taken.Select(delivery => delivery.Reply));
    }

    [Fact]
    public async Task ConversationThatIsFlooded_BeyondItsPace_DelaysNoOther()
    {
        var host = await StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 350).Select(n => SayAsync(host, 0, n)));

        for (var n = 1; n <= 3; n++)
        {
            // while as much of it is sent as may be, and while nothing more may be
            await WaitAsync(n == 1 ? 1 : 60 + n - 1);
            var since = System.Diagnostics.Stopwatch.StartNew();
            await SayAsync(host, n, 0);
            while (!_channel.Taken.Any(delivery => delivery.Conversation == $"c{n}"))
            {
                Assert.True(since.Elapsed < TimeSpan.FromSeconds(5), $"c{n} waits for what is said in c0.");
                await Task.Delay(20, Stop);
            }
        }
    }

    protected async Task<Sending> StartAsync()
    {
        var host = await Sending.StartAsync(Options!);
        lock (_hosts)
        {
            _hosts.Add(host);
        }

        return host;
    }

    protected Task SayAsync(Sending host, int conversation, int n) => host.Messages.SayAsync($"msteams:c{conversation}", "hannah.price", new OutgoingMessage(Activities.Write(new Activity
    {
        Type = "message", Id = $"{conversation}-{n}", ChannelId = "msteams", ServiceUrl = _channel.Address, ReplyToId = $"to-{n}", Conversation = new ConversationAccount { Id = $"c{conversation}" }, Text = "x",
    }), _channel.Address), Stop);

    protected async Task WaitAsync(int count)
    {
        for (var until = DateTime.UtcNow.AddSeconds(30); _channel.Taken.Count < count; await Task.Delay(20, Stop))
        {
            Assert.True(DateTime.UtcNow < until, $"{_channel.Taken.Count} of {count} came.");
        }
    }

    /// <summary>The part of a host that sends.</summary>
    protected sealed class Sending : IAsyncDisposable
    {
        private static readonly ServiceProvider Services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        private readonly CompanyStore _store;
        private readonly HttpClient _http = new();
        private readonly OutboxSender _sender;
        private bool _ended;

        private Sending(CompanyStore store)
        {
            (_store, Messages) = (store, new MessageStore(store));
            _sender = new OutboxSender(Messages.Outbox, new ConnectorClient(_http, new NoConnectorToken(), TimeProvider.System), new SendPace(TimeProvider.System), new BotMeters(Services.GetRequiredService<IMeterFactory>()), TimeProvider.System, NullLogger<OutboxSender>.Instance);
        }

        public MessageStore Messages { get; }

        public static async Task<Sending> StartAsync(StoreOptions options)
        {
            var host = new Sending((await CompanyStore.OpenAsync(options, TimeProvider.System, Stop)).Value);
            await host._sender.StartAsync(Stop);
            return host;
        }

        public async ValueTask DisposeAsync()
        {
            if (_ended)
            {
                return;
            }

            _ended = true;
            await _sender.StopAsync(CancellationToken.None);
            _sender.Dispose();
            await Messages.DisposeAsync();
            await _store.DisposeAsync();
            _http.Dispose();
        }
    }
}

/// <summary>On SQLite files.</summary>
public sealed class HostsThatSendOnSqlite(SqliteSource source) : HostsThatSend(source), IClassFixture<SqliteSource>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class HostsThatSendOnPostgres(PostgresSource source) : HostsThatSend(source), IClassFixture<PostgresSource>
{
    [Fact]
    public async Task ConnectionOfTheSender_Cut_PassesTheTurnAndLosesNothing()
    {
        var hosts = await Task.WhenAll(StartAsync(), StartAsync());
        await SayAsync(hosts[0], 0, 0);
        await WaitAsync(1);

        for (var n = 1; n <= 3; n++)
        {
            Assert.Equal(1, await CutAsync());
            await SayAsync(hosts[n % 2], 0, n);
            await WaitAsync(n + 1);
        }
    }

    // whoever holds the lock of the sending loses its session
    private async Task<long> CutAsync()
    {
        await using var connection = new NpgsqlConnection(Options!.CompanyConnection);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())", connection);
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }
}
