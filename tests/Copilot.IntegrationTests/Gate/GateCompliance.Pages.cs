using Copilot.Gate;

namespace Copilot.IntegrationTests.Gate;

/// <content>A proposal of several pages can be confirmed once each of them was shown.</content>
public abstract partial class GateCompliance
{
    [Fact]
    public async Task LastPageAlone_Shown_DoesNotCount()
    {
        var bench = await NewAsync();
        var view = await SubmittedAsync(bench);

        await bench.Gate.PresentedAsync(view, "hannah", 3, 3, Stop);
        Assert.Equal("GA-034", (await bench.ConfirmAsync(view.Number)).Code);
        await bench.Gate.PresentedAsync(view, "hannah", 1, 3, Stop);
        await bench.Gate.PresentedAsync(view, "hannah", 3, 3, Stop);
        Assert.Equal("GA-034", (await bench.ConfirmAsync(view.Number)).Code);
        Assert.DoesNotContain("hannah presented P-1", await bench.LedgerAsync());
    }

    [Fact]
    public async Task EveryPage_ShownInOrder_CountsOnce()
    {
        var bench = await NewAsync();
        var view = await SubmittedAsync(bench);
        foreach (var page in (int[])[1, 1, 2, 1, 2, 3, 3, 1])
        {
            await bench.Gate.PresentedAsync(view, "hannah", page, 3, Stop);
        }

        Assert.Single(await bench.LedgerAsync(), "hannah presented P-1");
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(view.Number)).End);
    }

    [Fact]
    public async Task PagesOfAnotherSize_ShownInBetween_BeginAnew()
    {
        var bench = await NewAsync();
        var view = await SubmittedAsync(bench);
        await bench.Gate.PresentedAsync(view, "hannah", 1, 3, Stop);
        await bench.Gate.PresentedAsync(view, "hannah", 2, 2, Stop);
        Assert.Equal("GA-034", (await bench.ConfirmAsync(view.Number)).Code);

        await bench.Gate.PresentedAsync(view, "hannah", 1, 2, Stop);
        await bench.Gate.PresentedAsync(view, "hannah", 2, 2, Stop);
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(view.Number)).End);
    }

    private static async Task<ProposalView> SubmittedAsync(GateBench bench)
    {
        var view = await bench.ProposeAsync(GateBench.Call(), "luca");
        await bench.DecideAsync(view.Number, "luca", new DecisionChoice.Pass("hannah"));
        return view;
    }
}
