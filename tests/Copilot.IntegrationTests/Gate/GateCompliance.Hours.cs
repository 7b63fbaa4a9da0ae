using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Gate;

/// <content>The policy's hours: what was confirmed outside them waits, can be withdrawn, and is compared with the facts before it leaves.</content>
public abstract partial class GateCompliance
{
    private const string ByDay =
        "- {effect: promise or call note or reminder setting, request: [collector], confirm: [collector], hours: {from: \"08:00\", until: \"18:00\", days: [monday, tuesday, wednesday, thursday, friday]}}\n"
        + "- {effect: nudge series, request: [controller], confirm: [controller], hours: {from: \"08:00\", until: \"18:00\"}, standing: {days: 30, per_day: 5}}";

    private static readonly DateTimeOffset FridayNight = new(2026, 11, 20, 19, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset MondayMorning = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task ConfirmedOnAFridayNight_Run_LeavesOnMondayMorning()
    {
        var bench = await NewAsync(ByDay);
        bench.Clock.Now = FridayNight;
        var view = await bench.ProposeAsync(GateBench.Call());

        var confirmed = await bench.ConfirmAsync(view.Number);
        Assert.Contains("runs from Monday 2026-11-23 08:00", confirmed.Message, StringComparison.Ordinal);
        var waits = (await bench.Gate.RunAsync(view.Number, Stop))!;
        Assert.Equal((MondayMorning, EffectState.Ready, false), (waits.WaitsUntil, waits.Effects[0].State, waits.Running));
        Assert.Empty(await bench.Gate.TidyAsync(Stop));

        bench.Clock.Now = MondayMorning;
        Assert.Equal([view.Number], await bench.Gate.TidyAsync(Stop));
        Assert.Equal(EffectState.Done, (await bench.Gate.RunAsync(view.Number, Stop))!.Effects[0].State);
        Assert.Equal(["P-1/1"], bench.Calls.Calls);
    }

    [Fact]
    public async Task ConfirmedWithinTheHours_Run_LeavesAtOnce()
    {
        var bench = await NewAsync(ByDay);
        var view = await bench.ProposeAsync(GateBench.Call());

        Assert.Contains("runs now", (await bench.ConfirmAsync(view.Number)).Message, StringComparison.Ordinal);
        Assert.Equal(EffectState.Done, (await bench.Gate.RunAsync(view.Number, Stop))!.Effects[0].State);
    }

    [Fact]
    public async Task HoursOfTheOneWhoConfirmed_FarAway_CountOnTheirClock()
    {
        var bench = await NewAsync(ByDay);
        await using (var context = bench.Store.Company())
        {
            (await context.People.SingleAsync(person => person.Key == "hannah", Stop)).TimeZone = "America/Los_Angeles";
            await context.SaveChangesAsync(Stop);
        }

        bench.Clock.Now = new DateTimeOffset(2026, 11, 20, 15, 0, 0, TimeSpan.Zero);
        var view = await bench.ProposeAsync(GateBench.Call());
        await bench.ConfirmAsync(view.Number);

        // seven in the morning there
        var waits = (await bench.Gate.RunAsync(view.Number, Stop))!.WaitsUntil!.Value;
        Assert.Equal((new DateTimeOffset(2026, 11, 20, 16, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(-8)), (waits.ToUniversalTime(), waits.Offset));
    }

    [Fact]
    public async Task FactsChangedOverTheWeekend_OnMondayMorning_NothingLeaves()
    {
        var bench = await NewAsync(ByDay);
        bench.Clock.Now = FridayNight;
        var view = await bench.ProposeAsync(GateBench.Call());
        await bench.ConfirmAsync(view.Number);
        bench.Again = () => GateBench.Call() with { Basis = [Basis.Of("open items", "Maple & Main", [new BasisFact("INV-1 open", "EUR 0.00")])] };

        bench.Clock.Now = MondayMorning;
        var stopped = (await bench.Gate.RunAsync(view.Number, Stop))!;

        Assert.Equal(EffectState.Failed, stopped.Effects[0].State);
        Assert.Contains("EUR 100.00 → EUR 0.00", stopped.Effects[0].Receipt, StringComparison.Ordinal);
        Assert.Empty(bench.Calls.Calls);
    }

    [Fact]
    public async Task WaitingForItsHour_TakenBack_NeverLeavesAndWaitsForNothing()
    {
        var bench = await NewAsync(ByDay);
        bench.Clock.Now = FridayNight;
        var view = await bench.ProposeAsync(GateBench.Of(GateBench.Note("one"), GateBench.Note("two")));
        await bench.ConfirmAsync(view.Number);
        Assert.All((await bench.Gate.ShowAsync(view.Number, "hannah", Stop)).Value.Effects, effect => Assert.True(effect.Undoable));

        var withdrawn = await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Undo(2));
        Assert.Equal((DecisionEnd.Rejected, EffectState.Ready, EffectState.LeftOut), (withdrawn.End, withdrawn.View!.Effects[0].State, withdrawn.View.Effects[1].State));
        Assert.Contains("hannah withdrawn P-1", await bench.LedgerAsync());

        bench.Clock.Now = MondayMorning;
        await bench.Gate.RunAsync(view.Number, Stop);
        Assert.Equal(["P-1/1"], bench.Calls.Calls);
        Assert.Equal(DecisionEnd.Refused, (await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Retry())).End);
        await bench.Gate.RunAsync(view.Number, Stop);
        Assert.Equal(["P-1/1"], bench.Calls.Calls);
        var hannah = (await bench.Store.FindPersonAsync("hannah", Stop)).Value;
        Assert.Empty(await bench.Gate.Proposals.WaitingAsync(hannah.Person, hannah.Access.Roles, Stop));
    }

    [Fact]
    public async Task NudgeThatWaitedPastTheLastDay_OfItsStandingApproval_DoesNotLeave()
    {
        var bench = await NewAsync(ByDay);
        await GrantedAsync(bench, 5, 0, "maya");
        bench.Clock.Now = FridayNight;
        var view = (await SendAsync(bench, bench.Nudge("maya"))).Value;
        Assert.NotNull(view.WaitsUntil);

        bench.Clock.Now = MondayMorning;
        var stopped = (await bench.Gate.RunAsync(view.Number, Stop))!;

        Assert.Equal(EffectState.Failed, stopped.Effects[0].State);
        Assert.Empty(bench.Nudges.Calls);
    }
}
