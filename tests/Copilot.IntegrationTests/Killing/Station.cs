using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Killing;

/// <summary>One host that is killed again and again, with those who write to it and the channel it answers to.</summary>
internal sealed class Station : IAsyncDisposable
{
    private static readonly string[] People = ["hannah.price", "nadia.hassan", "hannah.price", "nadia.hassan", "hannah.price"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly StoreOptions _store;
    private readonly Uri _address;
    private readonly Random _luck;
    private readonly StrainedChannel _channel;
    private readonly HttpClient _http;
    private readonly Ration _ration = new();
    private readonly List<Sender> _senders = [];
    private readonly int _seed;
    private TimeSpan _startTakes = TimeSpan.FromSeconds(1.5);

    /// <summary>A station on a store that holds the sample company.</summary>
    public Station(StoreOptions store, int seed)
    {
        (_store, _seed, _luck, _channel) = (store, seed, new Random(seed), new StrainedChannel(seed + 1));
        _address = new Uri($"http://127.0.0.1:{FreePort()}");
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = People.Length }) { BaseAddress = _address };
    }

    /// <summary>What the channel took, and what it was answered with.</summary>
    public IReadOnlyList<Delivery> Deliveries => [.. _channel.Taken, .. _senders.SelectMany(sender => sender.Answered)];

    /// <summary>What was acknowledged.</summary>
    public IReadOnlyList<Acknowledged> Acknowledged => [.. _senders.SelectMany(sender => sender.Acknowledged)];

    /// <summary>How many of the kills hit a host that was still starting.</summary>
    public int WhileStarting { get; private set; }

    /// <summary>Kills the host that often under load, lets the last one finish, and stops it.</summary>
    public async Task RunAsync(int kills)
    {
        await _channel.StartAsync();
        _senders.AddRange(People.Select((person, n) => new Sender(_http, _channel.Address, person, _ration, (_seed * 100) + n)));
        using var over = new CancellationTokenSource();
        var sending = Task.WhenAll(_senders.Select(sender => Task.Run(() => sender.RunAsync(over.Token))));
        for (var kill = 0; kill < kills; kill++)
        {
            await LiveAsync();
        }

        _channel.Calm = true;
        using var last = HostProcess.Start(_store, _address);
        await over.CancelAsync();
        await sending.WaitAsync(Patience);
        await EverythingSentAsync(last);
    }

    /// <summary>The rows of inbox and outbox.</summary>
    public async Task<(IReadOnlyList<Received> Inbox, IReadOnlyList<Written> Outbox)> RowsAsync(CancellationToken cancellationToken)
    {
        await using var store = (await CompanyStore.OpenAsync(_store, TimeProvider.System, cancellationToken)).Value;
        await using var context = store.Copilot();
        var inbox = await context.Inbox.AsNoTracking().ToListAsync(cancellationToken);
        var outbox = await context.Outbox.AsNoTracking().ToListAsync(cancellationToken);
        var (ring, written) = (new KeyRing(context), new List<Written>());
        foreach (var row in outbox)
        {
            using var said = JsonDocument.Parse((await ring.OpenAsync(row.Body, cancellationToken))!);
            written.Add(new Written(said.RootElement.GetProperty("replyToId").GetString()!, row.State.ToString()));
        }

        return ([.. inbox.Select(row => new Received(row.ActivityId, row.DoneAt is not null))], written);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _ration.Dispose();
        await _channel.DisposeAsync();
    }

    // from the start of a process to its violent end
    private async Task LiveAsync()
    {
        _ration.Renew(_luck.Next(1, 25));
        using var host = HostProcess.Start(_store, _address);
        var clock = Stopwatch.StartNew();
        if (_luck.Next(4) == 0)
        {
            await Task.WhenAny(Task.Delay(_startTakes * _luck.NextDouble()), host.Gone);
        }
        else
        {
            await Task.WhenAny(host.Ready, host.Gone).WaitAsync(Patience);
            _startTakes = clock.Elapsed;
            await Task.WhenAny(UnderLoadAsync(), host.Gone);
        }

        WhileStarting += host.Ready.IsCompleted ? 0 : 1;
        Assert.True(await host.KillAsync(), $"The host ended by itself: {host.Said}");
    }

    // a new process takes its time over the first message: the moments that count come after it
    private async Task UnderLoadAsync()
    {
        if (_luck.Next(5) > 0)
        {
            await AfterAsync(1, handler => _senders.ForEach(sender => sender.Heard += handler), handler => _senders.ForEach(sender => sender.Heard -= handler));
        }

        await MomentAsync();
    }

    // most moments in which something can go wrong are right after something was taken or sent, and in the first while
    private Task MomentAsync() => _luck.Next(10) switch
    {
        < 3 => Task.Delay(_luck.Next(0, 120)),
        < 6 => Task.Delay(_luck.Next(0, 900)),
        < 8 => AfterAsync(_luck.Next(1, 12), handler => _channel.Came += handler, handler => _channel.Came -= handler),
        _ => AfterAsync(_luck.Next(1, 12), handler => _senders.ForEach(sender => sender.Heard += handler), handler => _senders.ForEach(sender => sender.Heard -= handler)),
    };

    private static async Task AfterAsync(int count, Action<EventHandler> listen, Action<EventHandler> leave)
    {
        var (left, happened) = (count, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        void Count(object? sender, EventArgs nothing)
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                happened.TrySetResult();
            }
        }

        listen(Count);
        await Task.WhenAny(happened.Task, Task.Delay(2_000));
        leave(Count);
    }

    private async Task EverythingSentAsync(HostProcess host)
    {
        var (clock, known) = (Stopwatch.StartNew(), 0);
        while (true)
        {
            var answered = Deliveries.Select(delivery => delivery.To).ToHashSet(StringComparer.Ordinal);
            if (answered.Count > known)
            {
                (known, clock) = (answered.Count, Stopwatch.StartNew());
            }

            if (Acknowledged.All(entry => answered.Contains(entry.Id)) || clock.Elapsed > TimeSpan.FromSeconds(30))
            {
                // what was just taken is written down as sent a moment later
                await Task.Delay(1_500);
                await host.KillAsync();
                return;
            }

            Assert.False(host.Gone.IsCompleted, $"The host ended by itself: {host.Said}");
            await Task.Delay(50);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
