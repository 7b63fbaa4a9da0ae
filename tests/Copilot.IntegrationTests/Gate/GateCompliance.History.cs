using Copilot.Core;
using Copilot.Gate;

namespace Copilot.IntegrationTests.Gate;

/// <content>What was done, counted apart from what was not.</content>
public abstract partial class GateCompliance
{
    [Fact]
    public async Task ChangesOfEveryEnd_Listed_AreCountedByTheirEnds()
    {
        var bench = await NewAsync();
        var three = await bench.ProposeAsync(GateBench.Of(GateBench.Note("one"), GateBench.Note("two"), new RecordPromise(GateBench.Maple, GateBench.Eur(5_000), new DateOnly(2026, 11, 27), GateBench.Eur(10_000))));
        await bench.ConfirmAsync(three.Number, leaveOut: [2, 3]);
        await bench.Gate.RunAsync(three.Number, Stop);
        var rejected = await bench.ProposeAsync(GateBench.Call("four"));
        await bench.DecideAsync(rejected.Number, "hannah", new DecisionChoice.Reject("no"));
        var replaced = await bench.ProposeAsync(GateBench.Call("five"));
        await bench.DecideAsync(replaced.Number, "hannah", new DecisionChoice.Edit(1, new Dictionary<string, string>(StringComparer.Ordinal) { ["note"] = "six" }));

        var done = await bench.Gate.Proposals.HistoryAsync(new HistoryFilter(bench.Clock.GetUtcNow().AddDays(-1), bench.Clock.GetUtcNow().AddDays(1), 2), Stop);

        Assert.Equal((2, 5), (done.Rows.Count, done.Total));
        Assert.Equal(
            [
                new EndCount(ProposalState.Confirmed, EffectState.LeftOut, 2), new EndCount(ProposalState.Confirmed, EffectState.Done, 1), new EndCount(ProposalState.Rejected, EffectState.Proposed, 1),
                new EndCount(ProposalState.Superseded, EffectState.Proposed, 1),
            ],
            done.Ends);
        Assert.All(done.Rows, row => Assert.Equal("Maple & Main", row.Subject));
    }

    [Fact]
    public async Task PromisesAndCalls_SearchedByTheirCustomer_AreFound()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Of(GateBench.Note("one"), new RecordPromise(GateBench.Maple, GateBench.Eur(5_000), new DateOnly(2026, 11, 27), GateBench.Eur(10_000))));
        await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Reject("no"));

        var found = await bench.Gate.Proposals.HistoryAsync(new HistoryFilter(bench.Clock.GetUtcNow().AddDays(-1), bench.Clock.GetUtcNow().AddDays(1), 10) { Subject = "Maple" }, Stop);

        Assert.Equal(["log_call", "record_promise"], found.Rows.Select(row => row.Kind));
    }
}
