using Copilot.Core;
using Copilot.Gate;

namespace Copilot.IntegrationTests.Gate;

/// <content>Who may confirm what, and within which limits.</content>
public abstract partial class GateCompliance
{
    [Fact]
    public async Task CreditNoteOfACollector_ConfirmedByWhom_IsTheControllersToDo()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Credit(10_000), "hannah", "luca", "victor");

        Assert.Equal("GA-022", (await bench.ConfirmAsync(view.Number)).Code);
        Assert.Equal("GA-030", (await bench.ConfirmAsync(view.Number, "luca")).Code);
        Assert.Equal(["victor"], (await bench.Gate.WhoMayConfirmAsync(view, Stop)).Select(person => person.Key));
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(view.Number, "victor")).End);
    }

    [Fact]
    public async Task OwnRequestUnderFourEyes_ConfirmedByOneself_IsSomebodyElses()
    {
        var bench = await NewAsync("- {effect: promise or call note or reminder setting, request: [collector], confirm: [collector], four_eyes: true}");
        var view = await bench.ProposeAsync(GateBench.Call(), "hannah", "luca");

        Assert.Equal("GA-024", (await bench.ConfirmAsync(view.Number)).Code);
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(view.Number, "luca")).End);
    }

    [Fact]
    public async Task OwnMail_ConfirmedByAColleague_IsTheirsAlone()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Mail());

        Assert.Equal("GA-045", (await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Pass("luca"))).Code);
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(view.Number)).End);
    }

    [Fact]
    public async Task OwnCashSplitInThree_ConfirmedInOneDay_ReachesFourEyesTogether()
    {
        // above 25,000 a day somebody else confirms: 2 × 10,000 go, the third does not, and tomorrow it does
        var bench = await NewAsync();
        var views = new[] { await bench.ProposeAsync(GateBench.Apply(1_000_000)), await bench.ProposeAsync(GateBench.Apply(1_000_001)), await bench.ProposeAsync(GateBench.Apply(1_000_002)) };
        bench.Again = () => GateBench.Call();

        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(views[0].Number)).End);
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(views[1].Number)).End);
        Assert.Equal("GA-025", (await bench.ConfirmAsync(views[2].Number)).Code);
        bench.Clock.Now = bench.Clock.Now.AddHours(15);
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(views[2].Number)).End);
    }

    [Fact]
    public async Task OwnCashInManyParts_ConfirmedAsOneProposal_IsWeighedAsAWhole()
    {
        var bench = await NewAsync();
        Effect[] parts = [.. Enumerable.Range(1, 3).Select(n => GateBench.Apply(1_000_000, n).Effects[0])];
        var view = await bench.ProposeAsync(GateBench.Of(parts));

        Assert.Equal("GA-025", (await bench.ConfirmAsync(view.Number)).Code);
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(view.Number, leaveOut: 3)).End);
    }

    [Fact]
    public async Task WriteOffBeyondTheAmount_ConfirmedByOne_NeedsTheDirectorToo()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Off(600_000), "hannah", "victor", "amelia");

        var first = await bench.ConfirmAsync(view.Number, "victor");
        var again = await bench.ConfirmAsync(view.Number, "victor");
        await bench.Gate.RunAsync(view.Number, Stop);
        Assert.Equal((DecisionEnd.Agreed, "GA-047", DecisionEnd.Agreed), (first.End, first.Code, again.End));
        Assert.Empty(bench.WriteOffs.Calls);
        Assert.Equal(["victor"], first.View!.AgreedBy);

        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(view.Number, "amelia")).End);
        await bench.Gate.RunAsync(view.Number, Stop);
        Assert.Equal(["P-1/1"], bench.WriteOffs.Calls);
    }

    [Fact]
    public async Task SmallWriteOff_ConfirmedByTheDirectorAlone_WaitsForTheController()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Off(60_000), "hannah", "victor", "amelia");

        Assert.Equal(DecisionEnd.Agreed, (await bench.ConfirmAsync(view.Number, "amelia")).End);
        Assert.Equal(DecisionEnd.Confirmed, (await bench.ConfirmAsync(view.Number, "victor")).End);
    }

    [Theory]
    [InlineData("limit_per_effect: 100", "GA-026")]
    [InlineData("limit_per_proposal: 100", "GA-026")]
    [InlineData("limit_per_day: 100", "GA-026")]
    [InlineData("four_eyes_above: 100", "GA-025")]
    [InlineData("own_records_only: true", "GA-048")]
    public async Task AmountBeyondALimit_Confirmed_IsRefused(string limit, string code)
    {
        var bench = await NewAsync($"- {{effect: cash application, request: [collector], confirm: [collector], {limit}}}");

        Assert.Equal(code, (await bench.ConfirmAsync((await bench.ProposeAsync(GateBench.Apply(10_001))).Number)).Code);
        Assert.Empty(bench.Cash.Calls);
    }

    [Fact]
    public async Task AmountNobodyCanPrice_Confirmed_IsBeyondEveryLimit()
    {
        var bench = await NewAsync();
        var zloty = CurrencyCode.Of("PLN");
        var view = await bench.ProposeAsync(GateBench.Of(new ApplyCash(new Target(TargetKind.Payment, 1, "PAY-1", 1), GateBench.Invoice(1), new Money(100, zloty), new Money(0, zloty), new Money(100, zloty), new Money(100, zloty))));

        Assert.Equal("GA-025", (await bench.ConfirmAsync(view.Number)).Code);
    }

    [Fact]
    public async Task EffectWithoutARule_Asked_CannotBeDone()
    {
        var bench = await NewAsync("- {effect: order hold, request: [collector], confirm: [collector]}");

        Assert.Equal("GA-020", (await bench.Gate.SubmitAsync(new ProposalRequest("test", "{}", "hannah", "bench", GateBench.Call()), Stop)).Fault?.Code);
    }

    [Fact]
    public async Task RuleTakenAwaySinceItWasProposed_Confirmed_CannotBeDone()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Apply(100));
        var gate = bench.Another(PolicyBook.Read("- {effect: order hold, request: [collector], confirm: [collector]}", "policy.yaml", null).Value);

        var result = await gate.DecideAsync(new HumanDecision("hannah", "bench", view.Number, null, new DecisionChoice.Confirm([])), Stop);

        Assert.Equal("GA-020", result.Code);
    }
}
