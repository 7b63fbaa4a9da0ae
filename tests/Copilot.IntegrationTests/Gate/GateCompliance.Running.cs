using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Gate;

/// <content>What changed meanwhile, what failed, what nobody knows, and what is taken back.</content>
public abstract partial class GateCompliance
{
    [Fact]
    public async Task FactChangedSinceItWasProposed_Confirmed_BecomesAComparison()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        var now = GateBench.Call("They paid.") with { Basis = [Basis.Of("open items", "Maple & Main", [new BasisFact("INV-1 open", "EUR 0.00")])] };
        bench.Again = () => now;

        var result = await bench.ConfirmAsync(view.Number);
        await bench.Gate.RunAsync(view.Number, Stop);

        Assert.Equal(DecisionEnd.Replaced, result.End);
        Assert.Equal([new Change("INV-1 open", "EUR 100.00", "EUR 0.00")], result.Changed);
        Assert.Equal(("P-2", ProposalState.Proposed), (result.View!.Number, result.View.State));
        Assert.Equal((ProposalState.Superseded, "P-2"), await StateAsync(bench, view.Number));
        Assert.Empty(bench.Calls.Calls);
    }

    [Fact]
    public async Task RecordMovedSinceItWasProposed_Confirmed_BecomesAComparison()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Mail());
        await bench.TouchInvoiceAsync(1);

        var result = await bench.ConfirmAsync(view.Number);

        Assert.Equal((DecisionEnd.Replaced, new Change("INV-1", "as shown", "changed since")), (result.End, Assert.Single(result.Changed)));
        Assert.Empty(bench.Mails.Calls);
    }

    [Fact]
    public async Task NothingToProposeAnyMore_Confirmed_SaysWhy()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        bench.Again = () => new Fault("AR-099", "Maple & Main owes nothing any more.");

        var result = await bench.ConfirmAsync(view.Number);

        Assert.Equal((DecisionEnd.Refused, "AR-099"), (result.End, result.Code));
        Assert.Matches(@"^Nothing was done, for it would not be proposed now: Maple & Main owes nothing any more\. P-1 stays open until 2026-\d\d-\d\d \d\d:\d\d UTC: .* reject P-1$", result.Message);
        Assert.Empty(result.Changed);
        Assert.Equal(ProposalState.Proposed, (await StateAsync(bench, view.Number)).State);

        // what stopped it has passed
        bench.Again = null;
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(view.Number)).End);
    }

    [Fact]
    public async Task RecordMovedAfterTheConfirmation_Run_Fails()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Mail());
        await bench.ConfirmAsync(view.Number);
        await bench.TouchInvoiceAsync(1);

        var done = (await bench.Gate.RunAsync(view.Number, Stop))!;

        Assert.Equal(EffectState.Failed, done.Effects[0].State);
        Assert.Contains("INV-1 changed since it was confirmed", done.Effects[0].Receipt, StringComparison.Ordinal);
        Assert.Empty(bench.Mails.Calls);
    }

    [Fact]
    public async Task ConfirmedAnHourAgoByAHostThatStopped_Run_LooksAtTheFactsAgain()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        await bench.ConfirmAsync(view.Number);
        bench.Clock.Now = bench.Clock.Now.AddHours(1);
        bench.Again = () => GateBench.Call() with { Basis = [Basis.Of("open items", "Maple & Main", [new BasisFact("INV-1 open", "EUR 0.00")])] };

        Assert.Equal([view.Number], await bench.Gate.TidyAsync(Stop));
        var done = (await bench.Gate.RunAsync(view.Number, Stop))!;

        Assert.Equal(EffectState.Failed, done.Effects[0].State);
        Assert.Contains("INV-1 open: EUR 100.00 → EUR 0.00", done.Effects[0].Receipt, StringComparison.Ordinal);
        Assert.Empty(bench.Calls.Calls);
    }

    [Fact]
    public async Task OneOfThreeFails_TriedAgain_RunsThatOneAlone()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Of(GateBench.Note("one"), GateBench.Note("two"), GateBench.Note("three")));
        bench.Calls.Answer = effect => effect.Note == "two" ? ExecutionResult.Failed("The line was busy.") : ExecutionResult.Done("Noted.", []);
        await bench.ConfirmAsync(view.Number);
        var partly = (await bench.Gate.RunAsync(view.Number, Stop))!;
        bench.Calls.Answer = _ => ExecutionResult.Done("Noted.", []);

        var retried = await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Retry());
        var done = (await bench.Gate.RunAsync(view.Number, Stop))!;

        Assert.Equal([EffectState.Done, EffectState.Failed, EffectState.Done], partly.Effects.Select(effect => effect.State));
        Assert.Equal("The line was busy.", partly.Effects[1].Receipt);
        Assert.Equal(DecisionEnd.Confirmed, retried.End);
        Assert.All(done.Effects, effect => Assert.Equal(EffectState.Done, effect.State));
        Assert.Equal(["P-1/1", "P-1/2", "P-1/3", "P-1/2"], bench.Calls.Calls);
        Assert.Equal("GA-042", (await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Retry())).Code);
    }

    [Fact]
    public async Task PartLeftOut_Confirmed_NeverRuns()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Of(GateBench.Note("one"), GateBench.Note("two"), GateBench.Note("three")));

        await bench.ConfirmAsync(view.Number, leaveOut: 2);
        var done = (await bench.Gate.RunAsync(view.Number, Stop))!;

        Assert.Equal([EffectState.Done, EffectState.LeftOut, EffectState.Done], done.Effects.Select(effect => effect.State));
        Assert.Equal(["P-1/1", "P-1/3"], bench.Calls.Calls);
    }

    [Fact]
    public async Task CallThatBroke_Run_IsUnknownAndNeverRunByItself()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        bench.Calls.Answer = _ => throw new IOException("the connection broke");
        await bench.ConfirmAsync(view.Number);

        var broken = (await bench.Gate.RunAsync(view.Number, Stop))!;
        await bench.Gate.RunAsync(view.Number, Stop);
        bench.Clock.Now = bench.Clock.Now.AddDays(2);
        Assert.Empty(await bench.Gate.TidyAsync(Stop));

        Assert.Equal(EffectState.Unknown, broken.Effects[0].State);
        Assert.DoesNotContain("connection broke", broken.Effects[0].Receipt, StringComparison.Ordinal);
        Assert.Single(bench.Calls.Calls);
        Assert.Equal("GA-042", (await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Retry())).Code);
        Assert.Equal(DecisionEnd.Settled, (await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Settle(1, false))).End);
        Assert.Equal("GA-043", (await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Settle(1, true))).Code);
        Assert.Equal(DecisionEnd.Confirmed, (await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Retry())).End);
    }

    [Fact]
    public async Task SettledByAnotherHostWhileItRan_Ended_KeepsWhatWasSettled()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        bench.Calls.Answer = _ =>
        {
            bench.ChangeAsync(async context => (await context.ProposalEffects.SingleAsync(Stop)).State = EffectState.Unknown).GetAwaiter().GetResult();
            return ExecutionResult.Done("Noted.", []);
        };
        await bench.ConfirmAsync(view.Number);

        var left = (await bench.Gate.RunAsync(view.Number, Stop))!;

        Assert.Equal(EffectState.Unknown, left.Effects[0].State);
        Assert.DoesNotContain("hannah done P-1/1", await bench.LedgerAsync());
    }

    [Theory]
    [InlineData(ExecutionEnd.Done, EffectState.Done)]
    [InlineData(ExecutionEnd.Failed, EffectState.Failed)]
    [InlineData(ExecutionEnd.Unknown, EffectState.Unknown)]
    public async Task HostThatDiedWhileItRan_Tidied_IsReadBack(ExecutionEnd found, EffectState expected)
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Call());
        await bench.ConfirmAsync(view.Number);
        Assert.NotNull(await ExecutionTicket.RedeemAsync(bench.Store, 1, 1, bench.Clock.Now, Stop));
        bench.Calls.Look = key => found switch
        {
            ExecutionEnd.Done => ExecutionResult.Done($"{key} stands there.", []),
            ExecutionEnd.Failed => ExecutionResult.Failed("It did not happen."),
            ExecutionEnd.Unknown => ExecutionResult.Unknown("Nobody can look."),
            _ => throw new ArgumentOutOfRangeException(nameof(found)),
        };

        await bench.Gate.TidyAsync(Stop);
        Assert.Equal(EffectState.Executing, (await bench.Gate.ShowAsync(view.Number, "hannah", Stop)).Value.Effects[0].State);
        bench.Clock.Now = bench.Clock.Now.AddMinutes(3);
        await bench.Gate.TidyAsync(Stop);

        Assert.Equal(expected, (await bench.Gate.ShowAsync(view.Number, "hannah", Stop)).Value.Effects[0].State);
        Assert.Empty(bench.Calls.Calls);
    }

    [Fact]
    public async Task RecordsRestoredFromABackup_Doubted_RunNothingAgain()
    {
        var bench = await NewAsync();
        var (ready, running, open, done) = (await bench.ProposeAsync(GateBench.Call("ready")), await bench.ProposeAsync(GateBench.Call("running")), await bench.ProposeAsync(GateBench.Call("open")), await bench.ProposeAsync(GateBench.Call("done")));
        foreach (var view in new[] { ready, running, done })
        {
            bench.Again = () => view.Proposal;
            await bench.ConfirmAsync(view.Number);
        }

        await bench.Gate.RunAsync(done.Number, Stop);
        Assert.NotNull(await ExecutionTicket.RedeemAsync(bench.Store, Numbers.Read(running.Number)!.Value, 1, bench.Clock.Now, Stop));

        Assert.Equal((2, 1), await AfterRestore.DoubtAsync(bench.Store, bench.Clock, "olivia", Stop));
        foreach (var view in new[] { ready, running, open, done })
        {
            await bench.Gate.RunAsync(view.Number, Stop);
        }

        Assert.Equal([$"{done.Number}/1"], bench.Calls.Calls);
        Assert.Equal("GA-032", (await bench.ConfirmAsync(open.Number)).Code);
        Assert.Equal((0, 0), await AfterRestore.DoubtAsync(bench.Store, bench.Clock, "olivia", Stop));
    }

    [Fact]
    public async Task Ticket_UsedTwice_IsRefused()
    {
        var bench = await NewAsync();
        await bench.ConfirmAsync((await bench.ProposeAsync(GateBench.Call())).Number);
        var ticket = (await ExecutionTicket.RedeemAsync(bench.Store, 1, 1, bench.Clock.Now, Stop))!;
        await bench.Calls.InvokeAsync(ticket, Stop);

        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Calls.InvokeAsync(ticket, Stop));
        Assert.Null(await ExecutionTicket.RedeemAsync(bench.Store, 1, 1, bench.Clock.Now, Stop));
        Assert.Single(bench.Calls.Calls);
    }

    [Fact]
    public async Task EffectThatWasDone_TakenBack_IsAProposalOfItsOwn()
    {
        var bench = await NewAsync();
        var effect = new SetReminders(GateBench.Maple, On: false);
        bench.Reminders.Answer = done => ExecutionResult.Done("Set.", [GateBench.Maple with { Version = 1 }]);
        var view = await bench.ProposeAsync(GateBench.Of(effect));
        await bench.ConfirmAsync(view.Number);
        await bench.Gate.RunAsync(view.Number, Stop);

        var undo = await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Undo(null));
        await bench.Gate.PresentedAsync(undo.View!, "hannah", Stop);
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(undo.View!.Number)).End);
        await bench.Gate.RunAsync(undo.View.Number, Stop);

        Assert.Equal(effect with { On = true }, undo.View.Effects[0].Effect);
        Assert.Equal(["P-1/1", "P-2/1"], bench.Reminders.Calls);
        Assert.Equal("P-2", (await bench.Gate.ShowAsync(view.Number, "hannah", Stop)).Value.Effects[0].UndoneBy);
        var twice = await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Undo(null));
        Assert.Equal(("GA-041", true), (twice.Code, twice.Message.Contains("P-2 took it back already", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task MailCorrected_Edited_IsANewProposalOfTheOneWhoCorrects()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Mail());

        var edited = await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Edit(1, new Dictionary<string, string>(StringComparer.Ordinal) { ["to"] = "buyer@maple.example", ["body"] = "Please pay today." }));
        var mail = Assert.IsType<SendMail>(edited.View!.Effects[0].Effect);

        Assert.Equal((DecisionEnd.Replaced, "buyer@maple.example", "Please pay today."), (edited.End, mail.To[0].Email, mail.Body));
        Assert.Equal("GA-034", (await bench.ConfirmAsync(edited.View.Number)).Code);
        Assert.Equal("GA-027", (await bench.DecideAsync(edited.View.Number, "hannah", new DecisionChoice.Edit(1, new Dictionary<string, string>(StringComparer.Ordinal) { ["to"] = "thief@evil.example" }))).Code);
    }

    [Fact]
    public async Task ProposalPassedOn_ToWhoMayConfirm_IsTheirsToSeeAndDecide()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Credit(10_000));

        Assert.Equal("GA-045", (await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Pass("luca"))).Code);
        Assert.Equal("GA-044", (await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Pass("nobody at all"))).Code);
        var passed = await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Pass("victor"));
        await bench.Gate.PresentedAsync(passed.View!, "victor", Stop);

        Assert.Equal((DecisionEnd.Passed, "victor"), (passed.End, passed.AlsoFor));
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(view.Number, "victor")).End);
    }

    private static async Task<(ProposalState State, string? By)> StateAsync(GateBench bench, string number)
    {
        var view = (await bench.Gate.ShowAsync(number, "hannah", Stop)).Value;
        return (view.State, view.SupersededBy);
    }
}
