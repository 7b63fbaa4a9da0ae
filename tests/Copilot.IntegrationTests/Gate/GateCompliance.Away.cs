using Copilot.Core;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Gate;

/// <content>Who is away, and who is asked in their place.</content>
public abstract partial class GateCompliance
{
    private static readonly DateOnly Friday = new(2026, 11, 20);

    [Fact]
    public async Task PersonAway_GivenAProposal_TheirDeputyIsAskedToo()
    {
        var bench = await NewAsync();
        var said = await bench.Gate.Absences.SayAsync("luca", "bench", null, Friday.AddDays(7), "hannah", Stop);
        var view = await bench.ProposeAsync(GateBench.Call(), "hannah");

        var passed = await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Pass("luca"));

        Assert.Contains("hannah stands in", said.Value.Words, StringComparison.Ordinal);
        Assert.Equal(("luca", "hannah"), (passed.AlsoFor, passed.StandsIn));
        Assert.Contains("luca is away until 27 November 2026; hannah stands in.", passed.Message, StringComparison.Ordinal);
        Assert.Equal(["hannah", "luca"], passed.View!.Asked.Order(StringComparer.Ordinal));
        Assert.Equal(["luca is away until 27 November 2026; hannah stands in."], passed.View.Away);
        Assert.Contains("luca away absence", await bench.LedgerAsync());
        Assert.Contains($"luca deputised {view.Number}", await bench.LedgerAsync());
        Assert.Empty(await bench.Gate.HandOverAsync(Stop));
    }

    [Fact]
    public async Task PersonAskedIsAway_ListOfWhatWaits_SaysSoUntilTheyAreBack()
    {
        var bench = await NewAsync();
        var hannah = (await bench.Store.FindPersonAsync("hannah", Stop)).Value;
        await bench.Gate.Absences.SayAsync("victor", "bench", null, Friday.AddDays(7), null, Stop);
        var view = await bench.ProposeAsync(GateBench.Credit(10_000), "hannah");
        await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Pass("victor"));
        await bench.ProposeAsync(GateBench.Credit(20_000, 2), "hannah");

        var rows = await bench.Gate.Proposals.WaitingAsync(hannah.Person, hannah.Access.Roles, Stop);

        Assert.Equal([(view.Number, "victor is away until 27 November 2026; nobody stands in."), ("P-2", "")], rows.Select(row => (row.Number, string.Join(' ', row.Away))));
        await bench.Gate.Absences.BackAsync("victor", "bench", Stop);
        Assert.All(await bench.Gate.Proposals.WaitingAsync(hannah.Person, hannah.Access.Roles, Stop), row => Assert.Empty(row.Away));
    }

    [Fact]
    public async Task DeputyWhoMayNotConfirm_StandingIn_IsNotAskedAndThatIsSaid()
    {
        var bench = await NewAsync();
        var said = await bench.Gate.Absences.SayAsync("victor", "bench", null, Friday.AddDays(7), "maya", Stop);
        var view = await bench.ProposeAsync(GateBench.Credit(10_000), "hannah");

        var passed = await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Pass("victor"));
        var given = await bench.Gate.HandOverAsync(Stop);

        Assert.Contains("may not confirm:", said.Value.Words, StringComparison.Ordinal);
        Assert.Contains("credit note", said.Value.Words, StringComparison.Ordinal);
        Assert.Null(passed.StandsIn);
        Assert.Contains("could not confirm this one", passed.Message, StringComparison.Ordinal);
        Assert.Equal(["victor"], passed.View!.Asked);
        Assert.Empty(given);
        await bench.Gate.PresentedAsync(view, "maya", Stop);
        Assert.Equal("GA-030", (await bench.ConfirmAsync(view.Number, "maya")).Code);
    }

    [Fact]
    public async Task ProposalGivenBefore_PersonBeginsToBeAway_IsHandedOverOnceOnThatDay()
    {
        var bench = await NewAsync("- {effect: promise or call note or reminder setting, request: [collector], confirm: [collector], valid_hours: 200}");
        var view = await bench.ProposeAsync(GateBench.Call(), "hannah");
        await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Pass("luca"));
        await bench.Gate.Absences.SayAsync("luca", "bench", Friday.AddDays(2), Friday.AddDays(3), "hannah", Stop);

        Assert.Empty(await bench.Gate.HandOverAsync(Stop));
        bench.Clock.Now = bench.Clock.Now.AddDays(2);
        var given = Assert.Single(await bench.Gate.HandOverAsync(Stop));
        Assert.Equal((view.Number, "hannah"), (given.View.Number, given.Deputy));
        Assert.Empty(await bench.Gate.HandOverAsync(Stop));
        bench.Clock.Now = bench.Clock.Now.AddDays(2);
        Assert.Empty((await bench.Gate.ShowAsync(view.Number, "luca", Stop)).Value.Away);
        Assert.True((await new Ledger(bench.Store, bench.Clock).VerifyAsync(Stop)).Ok);
    }

    [Fact]
    public async Task PersonBack_GivenAProposal_NobodyElseIsAsked()
    {
        var bench = await NewAsync();
        await bench.Gate.Absences.SayAsync("luca", "bench", null, Friday.AddDays(7), "hannah", Stop);
        Assert.Null(await bench.Gate.Absences.BackAsync("luca", "bench", Stop));
        var view = await bench.ProposeAsync(GateBench.Call(), "hannah");

        var passed = await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Pass("luca"));

        Assert.Null(passed.StandsIn);
        Assert.Empty(passed.View!.Away);
        Assert.Equal("GA-065", (await bench.Gate.Absences.BackAsync("luca", "bench", Stop))?.Code);
    }

    [Theory]
    [InlineData(0, -1, null, "GA-063")]
    [InlineData(3, 2, null, "GA-062")]
    [InlineData(0, 400, null, "GA-064")]
    [InlineData(0, 5, "luca", "GA-060")]
    [InlineData(0, 5, "nobody at all", "GA-061")]
    public async Task AbsenceThatCannotBe_Said_IsRefusedAndStoredNowhere(int from, int until, string? deputy, string code)
    {
        var bench = await NewAsync();

        var said = await bench.Gate.Absences.SayAsync("luca", "bench", Friday.AddDays(from), Friday.AddDays(until), deputy, Stop);

        Assert.Equal(code, said.Fault?.Code);
        Assert.Empty(await bench.LedgerAsync());
        await using var context = bench.Store.Copilot();
        Assert.Equal(0, await context.Absences.CountAsync(Stop));
    }

    [Fact]
    public async Task RequestKept_UntilItsTime_IsClaimedOnceAndNotAfterADecision()
    {
        var bench = await NewAsync();
        var (open, decided) = (await bench.ProposeAsync(GateBench.Call("one")), await bench.ProposeAsync(GateBench.Call("two")));
        foreach (var view in new[] { open, decided })
        {
            await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Pass("luca"));
            await bench.Gate.Held.HoldAsync(view.Number, "luca", bench.Clock.Now.AddHours(9), Stop);
            await bench.Gate.Held.HoldAsync(view.Number, "luca", bench.Clock.Now.AddHours(10), Stop);
        }

        Assert.Empty(await bench.Gate.DueAsksAsync(Stop));
        await bench.DecideAsync(decided.Number, "hannah", new DecisionChoice.Reject("no"));
        bench.Clock.Now = bench.Clock.Now.AddHours(9);
        var due = Assert.Single(await bench.Gate.DueAsksAsync(Stop));
        Assert.Equal((open.Number, "luca"), (due.View.Number, due.Person));
        Assert.Empty(await bench.Gate.DueAsksAsync(Stop));

        // a host that claimed it and is gone leaves it to the next
        bench.Clock.Now = bench.Clock.Now.AddMinutes(6);
        Assert.Single(await bench.Gate.DueAsksAsync(Stop));
        await bench.Gate.Held.EndAsync(open.Number, "luca", Stop);
        bench.Clock.Now = bench.Clock.Now.AddMinutes(6);
        Assert.Empty(await bench.Gate.DueAsksAsync(Stop));
    }

    [Fact]
    public async Task ProposalsOfManyKinds_Listed_SayForWhomTheyWaitAndWhoCouldDecide()
    {
        var bench = await NewAsync();
        var (call, credit) = (await bench.ProposeAsync(GateBench.Call()), await bench.ProposeAsync(GateBench.Credit(10_000)));
        await bench.DecideAsync(credit.Number, "hannah", new DecisionChoice.Pass("victor"));
        var people = (await bench.Store.StaffAsync(Stop)).ToDictionary(member => member.Person.Key, StringComparer.Ordinal);

        var hannah = await bench.Gate.Proposals.WaitingAsync(people["hannah"].Person, people["hannah"].Access.Roles, Stop);
        var victor = await bench.Gate.Proposals.WaitingAsync(people["victor"].Person, people["victor"].Access.Roles, Stop);

        Assert.Equal([(call.Number, WaitingFor.YourDecision), (credit.Number, WaitingFor.SomebodyElse)], hannah.Select(row => (row.Number, row.For)));
        Assert.Equal(["controller"], hannah[1].Confirmers);
        Assert.Equal(["victor"], hannah[1].Asked);
        Assert.Null(hannah[1].AskedBy);
        Assert.Equal((credit.Number, WaitingFor.YourDecision, "hannah", "INV-1"), (victor[0].Number, victor[0].For, victor[0].AskedBy, victor[0].Subject));
        Assert.Equal((1, 1, (DateTimeOffset?)call.ExpiresAt), await bench.Gate.List.CountAsync("hannah", people["hannah"].Access.Roles, Stop));
        Assert.Equal((0, 0, (DateTimeOffset?)null), await bench.Gate.List.CountAsync("maya", people["maya"].Access.Roles, Stop));

        await bench.DecideAsync(call.Number, "hannah", new DecisionChoice.Reject("not so"));
        var (rows, total) = await bench.Gate.List.DecidedAsync("hannah", bench.Clock.Now.AddDays(-30), 0, 20, Stop);
        Assert.Equal((call.Number, ProposalState.Rejected, "not so", 1), (rows[0].Number, rows[0].State, rows[0].Reason, total));
        Assert.Equal(0, (await bench.Gate.List.DecidedAsync("luca", bench.Clock.Now.AddDays(-30), 0, 20, Stop)).Total);
    }
}
