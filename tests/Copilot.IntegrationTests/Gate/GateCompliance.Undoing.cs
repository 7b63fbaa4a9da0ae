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
}
