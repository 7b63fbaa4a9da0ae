using Copilot.Core;
using Copilot.Gate;

namespace Copilot.IntegrationTests.Gate;

/// <content>What is said of standing approvals that cannot be had or taken back.</content>
public abstract partial class GateCompliance
{
    [Fact]
    public async Task LastDayThatIsPast_AskedFor_IsToldWithTodaysDate()
    {
        var bench = await NewAsync(Series);

        Assert.Equal("The last day 2026-11-19 is past: today is 2026-11-20. Name that day or a later one.", (await AskedAsync(bench, bench.Grant(5, -1, "maya"))).Fault?.Message);
    }

    [Fact]
    public async Task StandingApprovalThatWasGranted_TakenBack_IsToldHowItIsEnded()
    {
        var bench = await NewAsync(Series);
        var view = await GrantedAsync(bench, 5, 10, "maya");

        var before = await bench.DecideAsync(view.Number, "victor", new DecisionChoice.Undo(null));
        await bench.Gate.Standing.EndAsync("S-1", "amelia", Stop);
        var after = await bench.DecideAsync(view.Number, "victor", new DecisionChoice.Undo(null));

        Assert.Equal("P-1 cannot be taken back: a standing approval is ended instead. Say \"end S-1\" and nothing more goes out under it; \"standing approvals\" lists them.", before.Message);
        Assert.Equal("P-1 cannot be taken back: a standing approval is ended instead, and S-1 was ended by amelia already.", after.Message);
    }
}
