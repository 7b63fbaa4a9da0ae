using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Gate;

/// <content>Standing approvals: granted through the gate, bounded by what was shown, counted, ended.</content>
public abstract partial class GateCompliance
{
    private const string Series = "- {effect: nudge series, request: [controller], confirm: [controller, director], standing: {days: 30, per_day: 5}}\n- {effect: promise or call note or reminder setting, request: [collector], confirm: [collector]}";

    [Fact]
    public async Task StandingApproval_AskedForShownAndConfirmed_CoversNudgesWithoutAnotherWord()
    {
        var bench = await NewAsync(Series);
        var granted = await GrantedAsync(bench, 3, 10, "maya", "luca");
        Assert.Contains("S-1 is in force until 2026-11-30", granted.Effects[0].Receipt, StringComparison.Ordinal);

        var view = (await SendAsync(bench, bench.Nudge("maya"), bench.Nudge("luca"))).Value;
        Assert.Equal((ProposalState.Confirmed, "victor", "S-1"), (view.State, view.DecidedBy, view.Standing));
        Assert.Equal(["P-2"], await bench.Gate.TidyAsync(Stop));
        var done = (await bench.Gate.RunAsync(view.Number, Stop))!;
        await bench.Gate.RunAsync(view.Number, Stop);

        Assert.All(done.Effects, effect => Assert.Equal(EffectState.Done, effect.State));
        Assert.Equal(["P-2/1", "P-2/2"], bench.Nudges.Calls);
        Assert.Equal(
            [
                "victor proposed P-1", "victor presented P-1", "victor confirmed P-1", "victor executing P-1/1", "victor standing S-1", "victor done P-1/1",
                "victor proposed P-2", "copilot covered P-2", "victor executing P-2/1", "victor done P-2/1", "victor executing P-2/2", "victor done P-2/2",
            ],
            await bench.LedgerAsync());
        var listed = Assert.Single(await bench.Gate.Standing.ListAsync(Stop));
        Assert.Equal(("S-1", 2, 3, "P-1", true), (listed.Number, listed.UsedToday, listed.PerDay, listed.Proposal, listed.InForce));
        Assert.Equal(["administrator", "controller", "director"], listed.EnderRoles);
    }

    [Fact]
    public async Task NudgesBeyondTheDaysCount_UnderAStandingApproval_AreRefusedWholeAndCanTomorrow()
    {
        var bench = await NewAsync(Series);
        await GrantedAsync(bench, 2, 10, "maya");
        Assert.True((await SendAsync(bench, bench.Nudge("maya", "1"))).Ok);

        Assert.Equal("GA-107", (await SendAsync(bench, bench.Nudge("maya", "2"), bench.Nudge("maya", "3"))).Fault?.Code);
        Assert.True((await SendAsync(bench, bench.Nudge("maya", "2"))).Ok);
        Assert.Equal("GA-107", (await SendAsync(bench, bench.Nudge("maya", "4"))).Fault?.Code);
        Assert.Equal(["copilot refused S-1"], (await bench.LedgerAsync()).TakeLast(1));
        await using (var context = bench.Store.Copilot())
        {
            Assert.Equal(3, await context.Proposals.CountAsync(Stop));
        }

        bench.Clock.Now = bench.Clock.Now.AddDays(1);
        Assert.True((await SendAsync(bench, bench.Nudge("maya", "4"))).Ok);
    }

    [Fact]
    public async Task ManyAtOnce_UnderAStandingApproval_NeverPassItsCount()
    {
        var bench = await NewAsync(Series);
        await GrantedAsync(bench, 5, 10, "maya");

        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(() => SendAsync(bench, bench.Nudge("maya", $"{n}")), Stop)));

        Assert.Equal(5, results.Count(result => result.Ok));
        Assert.All(results.Where(result => !result.Ok), result => Assert.Equal("GA-107", result.Fault!.Code));
    }

    [Fact]
    public async Task EffectsOutsideTheBounds_UnderAStandingApproval_AreRefusedEach()
    {
        var bench = await NewAsync(Series);
        await GrantedAsync(bench, 5, 10, "maya");
        var fine = bench.Nudge("maya");

        Assert.Equal("GA-106", (await SendAsync(bench, bench.Nudge("luca"))).Fault?.Code);
        Assert.Equal("GA-105", (await SendAsync(bench, fine with { Body = "Pay at once to another account." })).Fault?.Code);
        Assert.Equal("GA-105", (await SendAsync(bench, fine with { Subject = "Something else" })).Fault?.Code);
        Assert.Equal("GA-105", (await SendAsync(bench, fine with { Values = new Dictionary<string, string>(StringComparer.Ordinal) })).Fault?.Code);
        Assert.Equal("GA-104", (await SendAsync(bench, fine with { Template = NudgeTemplate.Of("nudges/other", bench.Words) })).Fault?.Code);
        Assert.Equal("GA-104", (await SendAsync(bench, fine with { Template = fine.Template with { Hash = new string('0', 64) } })).Fault?.Code);
        Assert.Equal("GA-110", (await SendAsync(bench, fine with { To = fine.To with { Email = "maya@elsewhere.example" } })).Fault?.Code);
        Assert.Equal("GA-103", (await SendAsync(bench, bench.Grant(5, 10, "maya"))).Fault?.Code);
        Assert.Equal("GA-106", (await SendAsync(bench, fine, bench.Nudge("luca"))).Fault?.Code);
        Assert.Equal("GA-100", (await bench.Gate.SubmitUnderAsync("S-2", GateBench.Occasion(), "test", "{}", GateBench.Of(fine), Stop)).Fault?.Code);
        Assert.Equal("GA-100", (await bench.Gate.SubmitUnderAsync("any", GateBench.Occasion(), "test", "{}", GateBench.Of(fine), Stop)).Fault?.Code);
        Assert.Empty(bench.Nudges.Calls);
        Assert.Equal(0, (await bench.Gate.Standing.ListAsync(Stop))[0].UsedToday);
        Assert.True((await SendAsync(bench, fine)).Ok);
    }

    [Fact]
    public async Task EffectOfAnotherRule_UnderAStandingApproval_IsRefused()
    {
        var bench = await NewAsync(Series.Replace("request: [collector]", "request: [collector, controller]", StringComparison.Ordinal));
        await GrantedAsync(bench, 5, 10, "maya");

        Assert.Equal("GA-103", (await SendAsync(bench, GateBench.Note("They pay on Friday."))).Fault?.Code);
        Assert.Empty(bench.Calls.Calls);
    }

    [Fact]
    public async Task TemplateChangedSince_UnderAStandingApproval_CoversNothingAnyMore()
    {
        var bench = await NewAsync(Series);
        await GrantedAsync(bench, 5, 10, "maya");
        var before = bench.Nudge("maya");

        bench.Words = "Pay {{count}} to this account.";

        Assert.Equal("GA-104", (await SendAsync(bench, before)).Fault?.Code);
        Assert.Equal("GA-104", (await SendAsync(bench, bench.Nudge("maya"))).Fault?.Code);
    }

    [Fact]
    public async Task LastDay_UnderAStandingApproval_IsTheLast()
    {
        var bench = await NewAsync(Series);
        await GrantedAsync(bench, 5, 10, "maya");

        bench.Clock.Now = bench.Clock.Now.AddDays(10);
        Assert.True((await SendAsync(bench, bench.Nudge("maya"))).Ok);
        bench.Clock.Now = bench.Clock.Now.AddDays(1);
        Assert.Equal("GA-101", (await SendAsync(bench, bench.Nudge("maya", "4"))).Fault?.Code);
        Assert.False((await bench.Gate.Standing.ListAsync(Stop))[0].InForce);
    }

    [Fact]
    public async Task StandingApproval_EndedByThoseWhoMay_StopsWhatWaitsAndWhatComes()
    {
        var bench = await NewAsync(Series);
        await GrantedAsync(bench, 5, 10, "maya");
        var view = (await SendAsync(bench, bench.Nudge("maya"))).Value;

        Assert.Equal("GA-113", (await bench.Gate.Standing.EndAsync("S-1", "maya", Stop)).Fault?.Code);
        Assert.Equal("GA-100", (await bench.Gate.Standing.EndAsync("S-7", "victor", Stop)).Fault?.Code);
        Assert.True((await bench.Gate.Standing.EndAsync("s-1", "amelia", Stop)).Ok);
        Assert.Equal("GA-102", (await bench.Gate.Standing.EndAsync("S-1", "amelia", Stop)).Fault?.Code);

        var stopped = (await bench.Gate.RunAsync(view.Number, Stop))!;
        Assert.Equal((EffectState.Failed, "Not sent: S-1 was ended before."), (stopped.Effects[0].State, stopped.Effects[0].Receipt));
        Assert.Empty(bench.Nudges.Calls);
        Assert.Equal("GA-102", (await SendAsync(bench, bench.Nudge("maya", "4"))).Fault?.Code);
        Assert.Contains("amelia ended S-1", await bench.LedgerAsync());

        // made ready again by somebody, it does not run either
        await bench.DecideAsync(view.Number, "victor", new DecisionChoice.Retry());
        Assert.Contains("S-1 was ended by amelia", (await bench.Gate.RunAsync(view.Number, Stop))!.Effects[0].Receipt, StringComparison.Ordinal);
        Assert.Empty(bench.Nudges.Calls);
    }

    [Fact]
    public async Task EverythingStopped_UnderAStandingApproval_NothingGoes()
    {
        var bench = await NewAsync(Series);
        await GrantedAsync(bench, 5, 10, "maya");
        var view = (await SendAsync(bench, bench.Nudge("maya"))).Value;
        await new KillSwitch(bench.Store, bench.Clock).SetAsync("olivia: wrong words", "olivia", Stop);

        Assert.Equal("GA-037", (await SendAsync(bench, bench.Nudge("maya", "4"))).Fault?.Code);
        await bench.Gate.RunAsync(view.Number, Stop);
        Assert.Empty(bench.Nudges.Calls);
    }

    [Fact]
    public async Task AnotherBusinessDay_UnderAStandingApproval_NothingGoes()
    {
        var bench = await NewAsync(Series);
        await GrantedAsync(bench, 5, 10, "maya");
        var other = bench.Another(PolicyBook.Read(Series, "policy.yaml", null).Value, new DateOnly(2026, 11, 21));

        Assert.Equal("GA-038", (await other.SubmitUnderAsync("S-1", GateBench.Occasion(), "test", "{}", GateBench.Of(bench.Nudge("maya")), Stop)).Fault?.Code);
    }

    [Theory]
    [InlineData("- {effect: nudge series, request: [controller], confirm: [director], standing: {days: 30, per_day: 5}}", "GA-112")]
    [InlineData("- {effect: nudge series, request: [controller], confirm: [controller, director], four_eyes: true, standing: {days: 30, per_day: 5}}", "GA-112")]
    [InlineData("- {effect: nudge series, request: [controller], confirm: [controller, director]}", "GA-108")]
    [InlineData("- {effect: nudge series, request: [director], confirm: [controller, director], standing: {days: 30, per_day: 5}}", "GA-021")]
    public async Task PolicyNarrowedSince_UnderAStandingApproval_CoversNothingAnyMore(string policy, string code)
    {
        var bench = await NewAsync(Series);
        await GrantedAsync(bench, 5, 10, "maya");
        var other = bench.Another(PolicyBook.Read(policy, "policy.yaml", null).Value);

        Assert.Equal(code, (await other.SubmitUnderAsync("S-1", GateBench.Occasion(), "test", "{}", GateBench.Of(bench.Nudge("maya")), Stop)).Fault?.Code);
    }

    [Fact]
    public async Task PolicyThatAllowsFewerADay_UnderAStandingApproval_IsFollowed()
    {
        var bench = await NewAsync(Series);
        await GrantedAsync(bench, 5, 10, "maya");
        var other = bench.Another(PolicyBook.Read(Series.Replace("per_day: 5", "per_day: 1", StringComparison.Ordinal), "policy.yaml", null).Value);

        Assert.True((await other.SubmitUnderAsync("S-1", GateBench.Occasion(), "test", "{}", GateBench.Of(bench.Nudge("maya")), Stop)).Ok);
        Assert.Equal("GA-107", (await other.SubmitUnderAsync("S-1", GateBench.Occasion(), "test", "{}", GateBench.Of(bench.Nudge("maya", "4")), Stop)).Fault?.Code);
    }

    [Theory]
    [InlineData(6, 10, "GA-109")]
    [InlineData(0, 10, "GA-109")]
    [InlineData(5, 31, "GA-109")]
    [InlineData(5, -1, "GA-080")]
    public async Task StandingApprovalWiderThanThePolicy_AskedFor_IsNoProposal(int perDay, int days, string code)
    {
        var bench = await NewAsync(Series);

        Assert.Equal(code, (await AskedAsync(bench, bench.Grant(perDay, days, "maya"))).Fault?.Code);
    }

    [Fact]
    public async Task StandingApprovalOfOtherWordsOrStrangers_AskedFor_IsNoProposal()
    {
        var bench = await NewAsync(Series);
        var fine = bench.Grant(5, 10, "maya");

        Assert.Equal("GA-114", (await AskedAsync(bench, fine with { Text = "Other words." })).Fault?.Code);
        Assert.Equal("GA-114", (await AskedAsync(bench, fine with { Template = NudgeTemplate.Of("nudges/none", bench.Words) })).Fault?.Code);
        Assert.Equal("GA-110", (await AskedAsync(bench, fine with { To = [GateBench.Staff("maya"), GateBench.Staff("stranger")] })).Fault?.Code);
        Assert.Equal("GA-111", (await AskedAsync(bench, fine with { To = [] })).Fault?.Code);
        Assert.Equal("GA-021", (await bench.Gate.SubmitAsync(new ProposalRequest("test", "{}", "maya", "bench", GateBench.Of(fine)), Stop)).Fault?.Code);
        Assert.True((await AskedAsync(bench, fine)).Ok);
    }

    [Fact]
    public async Task StandingApproval_EditedBeyondThePolicy_IsRefused()
    {
        var bench = await NewAsync(Series);
        var view = await bench.ProposeAsync(GateBench.Of(bench.Grant(5, 10, "maya")), "victor");

        DecisionChoice.Edit Until(string day) => new(1, new Dictionary<string, string>(StringComparer.Ordinal) { ["until"] = day });
        Assert.Equal("GA-109", (await bench.DecideAsync(view.Number, "victor", Until("2027-11-20"))).Code);
        Assert.Equal("GA-080", (await bench.DecideAsync(view.Number, "victor", Until("2026-11-19"))).Code);
        Assert.Equal(DecisionEnd.Replaced, (await bench.DecideAsync(view.Number, "victor", Until("2026-11-25"))).End);
    }

    [Fact]
    public async Task NudgeOfAPerson_ConfirmedByItself_NeedsNoStandingApproval()
    {
        var bench = await NewAsync(Series);
        var view = await bench.ProposeAsync(GateBench.Of(bench.Nudge("maya")), "victor");
        await bench.ConfirmAsync(view.Number, "victor");

        Assert.Equal(EffectState.Done, (await bench.Gate.RunAsync(view.Number, Stop))!.Effects[0].State);
    }

    [Fact]
    public async Task ColleagueWhoWasErased_NamedByAStandingApproval_GetsNothingMore()
    {
        var bench = await NewAsync(Series);
        await GrantedAsync(bench, 5, 10, "maya", "luca");
        var view = (await SendAsync(bench, bench.Nudge("maya"))).Value;
        await bench.Gate.RunAsync(view.Number, Stop);

        Assert.True((await new PersonEraser(bench.Store, bench.Clock).EraseAsync(ErasureTerms.Of(["maya", "maya@bench.example"]).Value, "root", really: true, Stop)).Ok);

        Assert.DoesNotContain("maya", (await bench.Gate.Standing.ListAsync(Stop))[0].Recipients);
        Assert.Contains("luca", (await bench.Gate.Standing.ListAsync(Stop))[0].Recipients);
        Assert.Equal("GA-106", (await SendAsync(bench, bench.Nudge("maya", "4"))).Fault?.Code);
        Assert.IsType<ErasedEffect>((await bench.Gate.ShowAsync(view.Number, "victor", Stop)).Value.Effects[0].Effect);
    }

    [Fact]
    public async Task BackupRestored_StandingApprovalsInForce_AreEnded()
    {
        var bench = await NewAsync(Series);
        await GrantedAsync(bench, 5, 10, "maya");

        await AfterRestore.DoubtAsync(bench.Store, bench.Clock, "root", Stop);

        Assert.Equal("GA-102", (await SendAsync(bench, bench.Nudge("maya"))).Fault?.Code);
    }

    private static async Task<ProposalView> GrantedAsync(GateBench bench, int perDay, int days, params string[] to)
    {
        var view = await bench.ProposeAsync(GateBench.Of(bench.Grant(perDay, days, to)), "victor");
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(view.Number, "victor")).End);
        var done = (await bench.Gate.RunAsync(view.Number, Stop))!;
        Assert.Equal(EffectState.Done, done.Effects[0].State);
        return done;
    }

    private static Task<Result<ProposalView>> AskedAsync(GateBench bench, Effect effect) => bench.Gate.SubmitAsync(new ProposalRequest("test", "{}", "victor", "bench", GateBench.Of(effect)), Stop);

    private static Task<Result<ProposalView>> SendAsync(GateBench bench, params Effect[] effects) => bench.Gate.SubmitUnderAsync("S-1", GateBench.Occasion(), "test", "{}", GateBench.Of(effects), Stop);
}
