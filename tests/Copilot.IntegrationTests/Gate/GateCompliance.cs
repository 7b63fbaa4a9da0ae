using Copilot.Core;
using Copilot.Gate;
using Copilot.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Gate;

/// <summary>What the gate must do on both databases. One class below for each of them.</summary>
public abstract partial class GateCompliance(StoreSource source) : IAsyncLifetime
{
    private readonly List<GateBench> _benches = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var bench in _benches)
        {
            await bench.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task ProposalShownAndConfirmed_Run_HappensOnceAndEveryStepIsInTheLedger()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());

        var decided = await bench.ConfirmAsync(view.Number, digest: view.Digest);
        var done = (await bench.Gate.RunAsync(view.Number, Stop))!;
        await bench.Gate.RunAsync(view.Number, Stop);

        Assert.Equal(DecisionEnd.Confirmed, decided.End);
        Assert.Equal(["P-1/1"], bench.Calls.Calls);
        Assert.Equal((ProposalState.Confirmed, EffectState.Done, "It was done."), (done.State, done.Effects[0].State, done.Effects[0].Receipt));
        Assert.Equal(["hannah proposed P-1", "hannah presented P-1", "hannah confirmed P-1", "hannah executing P-1/1", "hannah done P-1/1"], await bench.LedgerAsync());
        Assert.True((await new Ledger(bench.Store, bench.Clock).VerifyAsync(Stop)).Ok);
    }

    [Fact]
    public async Task PersonWithoutTheRole_Asking_GetsNoProposal()
    {
        var bench = await NewAsync();

        var refused = await bench.Gate.SubmitAsync(new ProposalRequest("test", "{}", "maya", "bench", GateBench.Call()), Stop);

        Assert.Equal("GA-021", refused.Fault?.Code);
        Assert.Contains("collector", refused.Fault?.Message, StringComparison.Ordinal);
        await using var context = bench.Store.Copilot();
        Assert.Equal(0, await context.Proposals.CountAsync(Stop));
    }

    [Fact]
    public async Task SameProposalTwice_Asked_IsOne()
    {
        var bench = await NewAsync();
        var (first, second) = (await bench.ProposeAsync(GateBench.Call()), await bench.ProposeAsync(GateBench.Call()));
        var other = await bench.ProposeAsync(GateBench.Call("Something else."));

        Assert.Equal(first.Number, second.Number);
        Assert.NotEqual(first.Number, other.Number);
    }

    [Fact]
    public async Task SixtyFourConfirmations_Racing_OneWins()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());

        var results = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
        {
            var result = await bench.ConfirmAsync(view.Number, digest: view.Digest);
            await bench.Gate.RunAsync(view.Number, Stop);
            return result;
        }, Stop)));

        Assert.Single(results, result => result.End == DecisionEnd.Confirmed);
        Assert.Equal(63, results.Count(result => result is { End: DecisionEnd.Refused, Code: "GA-031" }));
        Assert.Equal(["P-1/1"], bench.Calls.Calls);
        var check = await new Ledger(bench.Store, bench.Clock).VerifyAsync(Stop);
        Assert.True(check.Ok, check.Problem);
        Assert.Single(await bench.LedgerAsync(), entry => entry == "hannah confirmed P-1");
    }

    [Fact]
    public async Task FourProposalsBelowTheDaysLimit_ConfirmedAtOnce_StayWithinItTogether()
    {
        // 50,000 a day for credit notes: three of 20,000 are beyond it, however they are split
        var bench = await NewAsync();
        var views = new List<ProposalView>();
        for (var n = 0; n < 4; n++)
        {
            views.Add(await bench.ProposeAsync(GateBench.Of(new IssueCreditNote(GateBench.Invoice((n % 3) + 1), GateBench.Eur(2_000_000 + n), GateBench.Eur(10_000_000), "damaged")), "hannah", "victor"));
        }

        // the facts are the same whatever is asked about: the comparison is not what this test is about
        bench.Again = () => GateBench.Call();
        var results = await Task.WhenAll(views.Select(view => Task.Run(() => bench.ConfirmAsync(view.Number, "victor", view.Digest), Stop)));

        Assert.Equal(2, results.Count(result => result.End == DecisionEnd.Confirmed));
        Assert.Equal(2, results.Count(result => result.Code == "GA-026"));
    }

    private async Task<GateBench> NewAsync(string? policy = null)
    {
        var bench = await GateBench.OpenAsync(await source.MigratedAsync(), policy);
        _benches.Add(bench);
        return bench;
    }
}

/// <summary>On SQLite files.</summary>
public sealed class GateOnSqlite(SqliteSource source) : GateCompliance(source), IClassFixture<SqliteSource>;

/// <summary>On a real PostgreSQL.</summary>
public sealed class GateOnPostgres(PostgresSource source) : GateCompliance(source), IClassFixture<PostgresSource>;
