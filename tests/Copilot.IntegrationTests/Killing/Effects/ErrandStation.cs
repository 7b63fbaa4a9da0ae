using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Killing.Effects;

/// <summary>One host that is killed again and again while people have errands, with the mail server and the databases behind it.</summary>
internal sealed class ErrandStation : IAsyncDisposable
{
    private const int People = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(9);
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(Environment.GetEnvironmentVariable("COPILOT_EFFECT_MINUTES") is { } minutes ? double.Parse(minutes, CultureInfo.InvariantCulture) : 25);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly CompanyStore _store;
    private readonly HoldingServer _mail;
    private readonly ErrandLine _line;
    private readonly ErrandBook _book;
    private readonly Uri _address;
    private readonly Random _luck;

    private ErrandStation(CompanyStore store, ErrandBook book, ErrandLine line, Uri address, int seed) =>
        (_store, _book, _line, _address, _luck, _mail) = (store, book, line, address, new Random(seed), new HoldingServer(seed + 1));

    /// <summary>What people asked for.</summary>
    public IReadOnlyList<Errand> Errands => _book.Given;

    /// <summary>What the mail server knows.</summary>
    public HoldingServer Mail => _mail;

    /// <summary>How often the host was killed.</summary>
    public int Kills { get; private set; }

    /// <summary>Executions that say their call went out in a life in which nobody connected as often.</summary>
    public int CallsToNobody { get; private set; }

    /// <summary>How many errands were cut, each once at a step.</summary>
    public int Runs => Errands.Sum(errand => errand.Cuts.Count);

    /// <summary>A station on a store that holds the sample company.</summary>
    public static async Task<ErrandStation> OpenAsync(StoreOptions options, int seed)
    {
        var store = (await CompanyStore.OpenAsync(options, TimeProvider.System, TestContext.Current.CancellationToken)).Value;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        return new ErrandStation(store, await ErrandBook.OpenAsync(store, seed), await ErrandLine.OpenAsync(store, address), address, seed);
    }

    /// <summary>Kills until that many errands were cut, then lets everything come to its end.</summary>
    /// <param name="runs">How many errands are to be cut, each once at a step.</param>
    /// <param name="eachStep">How many of them after each step, at the least.</param>
    /// <param name="finish">Looks at a host that is left alone, before the last is stopped: true once there is nothing left to do.</param>
    public async Task RunAsync(int runs, int eachStep, Func<ErrandLine, Task<bool>> finish)
    {
        using var over = new CancellationTokenSource();
        using var enough = new CancellationTokenSource();
        var people = Enumerable.Range(0, People).Select(_ => Task.Run(() => WorkAsync(enough.Token, over.Token))).ToArray();
        var clock = Stopwatch.StartNew();
        while ((Runs < runs || CutAfter(Scarcest) < eachStep) && clock.Elapsed < TooLong)
        {
            await LiveAsync();
        }

        _mail.Holds = false;
        await EndLeasesAsync();
        using var last = Start();
        await enough.CancelAsync();
        using var patience = new CancellationTokenSource(Patience);
        await Task.WhenAll(people).WaitAsync(patience.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        Assert.False(last.Gone.IsCompleted, $"The host ended by itself: {last.Said}");
        while (!patience.IsCancellationRequested && !await finish(_line))
        {
            await Task.Delay(300);
        }

        await over.CancelAsync();
        await last.KillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _line.Dispose();
        await _mail.DisposeAsync();
        await _store.DisposeAsync();
    }

    private async Task WorkAsync(CancellationToken enough, CancellationToken over)
    {
        while (!enough.IsCancellationRequested)
        {
            try
            {
                await _line.RunAsync(_book.Next(), over);
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private HostProcess Start() => HostProcess.Start(_store.Options, _address, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Copilot__Mail__Host"] = "127.0.0.1", ["Copilot__Mail__Port"] = _mail.Port.ToString(CultureInfo.InvariantCulture), ["Copilot__Mail__StartTls"] = "false",
        ["Copilot__Mail__From"] = "accounts@company.example", ["Copilot__Mail__TimeoutSeconds"] = "50",
    });

    // from the start of a process to its violent end
    private async Task LiveAsync()
    {
        // half of the time the next host finds that what was left is nobody's any more, and settles it while it is killed in turn
        if (_luck.Next(2) == 0)
        {
            await EndLeasesAsync();
        }

        _mail.Holds = true;
        var (connected, calling) = (_mail.Connections, (await Glance.TakeAsync(_store)).Calling);
        using var host = Start();
        await Task.WhenAny(host.Ready, host.Gone).WaitAsync(Patience);
        var (clock, wanted, warm) = (Stopwatch.StartNew(), _luck.Next(4, 12), false);
        while (!host.Gone.IsCompleted)
        {
            // a new process takes its time over the first messages; then it goes on in small steps, so that each lasts as long as the others
            await Task.Delay(_luck.Next(30, 100));
            var late = clock.Elapsed > Longest;
            warm = warm || late || New(await Glance.TakeAsync(_store)).Count >= wanted;
            if (!warm)
            {
                continue;
            }

            await using var frost = await Frost.ComeAsync(_store, recordsFirst: _luck.Next(3) == 0, TimeSpan.FromMilliseconds(_luck.Next(0, 100)));
            if (frost is not null && await CutAsync(host, late, connected, calling))
            {
                return;
            }
        }

        Assert.Fail($"The host ended by itself: {host.Said}");
    }

    private List<(Errand Errand, CutAt At)> New(Glance glance) =>
        [.. Errands.Select(errand => (Errand: errand, At: glance.Of(errand))).Where(one => one.At != CutAt.Nowhere && !one.Errand.Cuts.ContainsKey(one.At))];

    // what passes quickly is waited for: the step after which the fewest were cut so far
    private CutAt Scarcest => Enum.GetValues<CutAt>().Where(at => at != CutAt.Nowhere).MinBy(CutAfter);

    private int CutAfter(CutAt at) => Errands.Count(errand => errand.Cuts.ContainsKey(at));

    // while nothing can be written: where each errand stands is where it is cut
    private async Task<bool> CutAsync(HostProcess host, bool anyway, int connected, int calling)
    {
        var glance = await Glance.TakeAsync(_store);
        var cut = New(glance);
        if (!anyway && (cut.Count < 8 || !cut.Exists(one => one.At == Scarcest)))
        {
            return false;
        }

        Assert.True(await host.KillAsync(), $"The host ended by itself: {host.Said}");
        Kills++;
        cut.ForEach(one => one.Errand.Cuts[one.At] = Kills);

        // whoever says that a call went out reached the server at least once for it
        CallsToNobody += glance.Calling - calling > _mail.Connections - connected ? 1 : 0;
        return true;
    }

    /// <summary>As if the time that an execution may take had passed since the host was killed: no host waits for the others then.</summary>
    private async Task EndLeasesAsync()
    {
        await using var context = _store.Copilot();
        foreach (var effect in await context.ProposalEffects.Where(effect => effect.State == EffectState.Executing).ToListAsync())
        {
            effect.StartedAt -= TimeSpan.FromMinutes(3);
        }

        await context.SaveChangesAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
