using Copilot.Core;
using Copilot.Gate;

namespace Copilot.IntegrationTests.Gate;

/// <content>Taking back what nobody saw happen.</content>
public abstract partial class GateCompliance
{
    [Fact]
    public async Task EffectThatAPersonSettledAsDone_TakenBack_IsProposedFromWhatWasShown()
    {
        var bench = await NewAsync();
        bench.Reminders.Answer = _ => ExecutionResult.Unknown("Nobody knows.");
        var effect = new SetReminders(GateBench.Maple, On: false);
        var view = await bench.ProposeAsync(GateBench.Of(effect));
        await bench.ConfirmAsync(view.Number);
        await bench.Gate.RunAsync(view.Number, Stop);
        Assert.Equal(DecisionEnd.Settled, (await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Settle(1, true))).End);

        var undo = await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Undo(null));

        Assert.Equal((DecisionEnd.Replaced, effect with { On = true }), (undo.End, undo.View!.Effects[0].Effect));
    }

    [Fact]
    public async Task FirstPartLeftOutAndTheOthersSent_TakenBack_IsToldOfWhatWasSent()
    {
        var bench = await NewAsync();
        var view = await bench.ProposeAsync(GateBench.Of(GateBench.Mail().Effects[0], GateBench.Mail("buyer@maple.example").Effects[0]));
        await bench.ConfirmAsync(view.Number, leaveOut: 1);
        Assert.Equal([EffectState.LeftOut, EffectState.Done], (await bench.Gate.RunAsync(view.Number, Stop))!.Effects.Select(effect => effect.State));

        var all = await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Undo(null));
        var first = await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Undo(1));

        Assert.Equal("P-1 cannot be taken back: a mail that was sent cannot be called back; what can be put right is asked for as something new.", all.Message);
        Assert.Equal("P-1/1 cannot be taken back: it did not happen.", first.Message);
    }

    [Fact]
    public async Task EffectWhoseEndNobodyKnows_TakenBack_IsSettledFirst()
    {
        var bench = await NewAsync();
        bench.Reminders.Answer = _ => ExecutionResult.Unknown("Nobody knows.");
        var view = await bench.ProposeAsync(GateBench.Of(new SetReminders(GateBench.Maple, On: false)));
        await bench.ConfirmAsync(view.Number);
        await bench.Gate.RunAsync(view.Number, Stop);

        Assert.Contains("nobody knows yet whether it happened", (await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Undo(null))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("four_eyes: true", true)]
    [InlineData("undo_days: 2", false)]
    public async Task ChangeThatNeedsTwo_Done_SaysBeforehandThatItsUndoNeedsTwo(string rule, bool two)
    {
        var bench = await NewAsync($"- {{effect: promise or call note or reminder setting, request: [collector], confirm: [collector], {rule}}}");
        bench.Reminders.Answer = _ => ExecutionResult.Done("Set.", [GateBench.Maple]);
        var view = await bench.ProposeAsync(GateBench.Of(new SetReminders(GateBench.Maple, On: false)), "hannah", "luca");
        Assert.Empty(view.UndoneWith);
        await bench.ConfirmAsync(view.Number, "luca");
        var done = (await bench.Gate.RunAsync(view.Number, Stop))!;
        var undo = await bench.DecideAsync(view.Number, "luca", new DecisionChoice.Undo(null));
        await bench.Gate.PresentedAsync(undo.View!, "luca", Stop);

        string[] others = two ? ["collector"] : [];
        Assert.Equal(others, done.UndoneWith);
        Assert.Equal(others, undo.View!.UndoneWith);
        Assert.Equal(two ? "GA-024" : null, (await bench.ConfirmAsync(undo.View.Number, "luca")).Code);
    }

    [Fact]
    public async Task EffectOfLastWeek_TakenBack_IsTooLate()
    {
        var bench = await NewAsync();
        bench.Reminders.Answer = _ => ExecutionResult.Done("Set.", [GateBench.Maple]);
        var view = await bench.ProposeAsync(GateBench.Of(new SetReminders(GateBench.Maple, On: false)));
        await bench.ConfirmAsync(view.Number);
        await bench.Gate.RunAsync(view.Number, Stop);
        bench.Clock.Now = bench.Clock.Now.AddDays(7);

        var late = await bench.DecideAsync(view.Number, "hannah", new DecisionChoice.Undo(null));
        Assert.Equal(("GA-041", true), (late.Code, late.Message.Contains("its time for that is over", StringComparison.Ordinal)));
    }
}
