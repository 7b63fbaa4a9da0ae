using Copilot.Core;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Gate;

/// <content>An executor that says when it calls: before that nothing is unknown.</content>
public abstract partial class GateCompliance
{
    [Fact]
    public async Task HostThatDiedBeforeItCalled_Tidied_HasFailedForCertain()
    {
        var bench = await NewAsync();
        bench.Calls.Says = true;
        bench.Calls.Look = _ => throw new InvalidOperationException("Nobody was called: there is nothing to look at.");
        var view = await bench.ProposeAsync(GateBench.Call());
        await bench.ConfirmAsync(view.Number);
        Assert.NotNull(await ExecutionTicket.RedeemAsync(bench.Store, 1, 1, bench.Clock.Now, Stop));
        bench.Clock.Now = bench.Clock.Now.AddMinutes(3);

        // the one who confirmed is told as well
        Assert.Equal([view.Number], await bench.Gate.TidyAsync(Stop));
        var left = (await bench.Gate.ShowAsync(view.Number, "hannah", Stop)).Value.Effects[0];
        Assert.Equal(EffectState.Failed, left.State);
        Assert.Contains("before anything left the house", left.Receipt, StringComparison.Ordinal);
        Assert.Contains("retry P-1", left.Receipt, StringComparison.Ordinal);

        Assert.Equal(DecisionEnd.Confirmed, (await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Retry())).End);
        Assert.Equal(EffectState.Done, (await bench.Gate.RunAsync(view.Number, Stop))!.Effects[0].State);
        Assert.Equal(["P-1/1"], bench.Calls.Calls);
    }

    [Fact]
    public async Task HostThatDiedAfterItCalled_Tidied_IsReadBackAndNeverRunAgain()
    {
        var bench = await NewAsync();
        bench.Calls.Says = true;
        var view = await bench.ProposeAsync(GateBench.Call());
        await bench.ConfirmAsync(view.Number);
        var ticket = (await ExecutionTicket.RedeemAsync(bench.Store, 1, 1, bench.Clock.Now, Stop))!;
        Assert.True(await ticket.CallingAsync(Stop));
        bench.Clock.Now = bench.Clock.Now.AddMinutes(3);

        await bench.Gate.TidyAsync(Stop);

        Assert.Equal(EffectState.Unknown, (await bench.Gate.ShowAsync(view.Number, "hannah", Stop)).Value.Effects[0].State);
        Assert.Equal(["hannah executing P-1/1", "hannah calling P-1/1", "hannah unknown P-1/1"], (await bench.LedgerAsync()).TakeLast(3));
        Assert.Empty(bench.Calls.Calls);
    }

    [Fact]
    public async Task CallOfTheFirstTry_SecondTryDiedBeforeItsOwn_IsNotTakenForIt()
    {
        var bench = await NewAsync();
        bench.Calls.Says = true;
        bench.Calls.Answer = _ => ExecutionResult.Failed("The server said no.");
        var view = await bench.ProposeAsync(GateBench.Call());
        await bench.ConfirmAsync(view.Number);
        await bench.Gate.RunAsync(view.Number, Stop);
        await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Retry());
        Assert.NotNull(await ExecutionTicket.RedeemAsync(bench.Store, 1, 1, bench.Clock.Now, Stop));
        bench.Clock.Now = bench.Clock.Now.AddMinutes(3);

        await bench.Gate.TidyAsync(Stop);

        Assert.Equal(EffectState.Failed, (await bench.Gate.ShowAsync(view.Number, "hannah", Stop)).Value.Effects[0].State);
    }

    [Fact]
    public async Task ExecutionSettledWhileItWasSlow_AboutToCall_CallsNobody()
    {
        var bench = await NewAsync();
        bench.Calls.Says = true;
        bench.Calls.Meanwhile = () => bench.ChangeAsync(async context => (await context.ProposalEffects.SingleAsync(Stop)).State = EffectState.Failed);
        var view = await bench.ProposeAsync(GateBench.Call());
        await bench.ConfirmAsync(view.Number);

        await bench.Gate.RunAsync(view.Number, Stop);

        Assert.Empty(bench.Calls.Calls);
        Assert.DoesNotContain("hannah calling P-1/1", await bench.LedgerAsync());
    }

    [Fact]
    public async Task ExecutionBegunAnewWhileItWasSlow_AboutToCall_CallsNobody()
    {
        var bench = await NewAsync();
        bench.Calls.Says = true;
        bench.Calls.Meanwhile = () => bench.ChangeAsync(async context => (await context.ProposalEffects.SingleAsync(Stop)).StartedAt = bench.Clock.Now.AddMinutes(5));
        var view = await bench.ProposeAsync(GateBench.Call());
        await bench.ConfirmAsync(view.Number);

        await bench.Gate.RunAsync(view.Number, Stop);

        Assert.Empty(bench.Calls.Calls);
    }
}
