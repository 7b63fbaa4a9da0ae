using Copilot.Core;
using Copilot.Data;
using Copilot.Gate;
using Copilot.Host;
using Copilot.Host.Settings;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Gate;

/// <summary>Where no host runs, what was confirmed and waited runs when somebody opens the terminal, and the one who confirmed is told.</summary>
public sealed class WaitedForTheTerminal(SampleFixture sample) : IAsyncLifetime
{
    private OwnSample _own = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _own = await OwnSample.CopyAsync(sample);

    public ValueTask DisposeAsync() => _own.DisposeAsync();

    [Theory]
    [InlineData("hannah.price", 1)]
    [InlineData("luca.moretti", 0)]
    public async Task CallConfirmedAndNotRun_TerminalOpenedNext_IsRunOnceAndToldToWhoConfirmed(string person, int told)
    {
        var customer = await _own.ReadAsync(context => context.Customers.AsNoTracking().FirstAsync(row => row.Name == "Blue Heron Gifts", Stop));
        await using (var before = await OpenAsync("hannah.price"))
        {
            var arguments = $"{{\"customer\":\"{customer.Name}\",\"note\":\"They pay on Friday.\"}}";
            var proposal = (await _own.ProposeAsync("hannah.price", "receivables_log_call", ("customer", customer.Id), ("note", "They pay on Friday."))).Value;
            var view = (await before.Gate.SubmitAsync(new ProposalRequest("receivables_log_call", arguments, "hannah.price", "terminal", proposal), Stop)).Value;
            await before.Gate.PresentedAsync(view, "hannah.price", Stop);
            var decided = await before.Gate.DecideAsync(new HumanDecision("hannah.price", "terminal", view.Number, null, new DecisionChoice.Confirm([])), Stop);
            Assert.Equal((DecisionEnd.Confirmed, EffectState.Ready), (decided.End, decided.View!.Effects[0].State));
        }

        await using var next = await OpenAsync(person);
        var desk = new Host.Terminal.Desk(next);
        var caughtUp = await desk.CatchUpAsync(Stop);

        Assert.Equal(told, caughtUp.Count);
        Assert.All(caughtUp, view => Assert.Equal(EffectState.Done, view.Effects[0].State));
        Assert.Equal(1, await _own.ReadAsync(context => context.ExecutedEffects.CountAsync(Stop)));
        Assert.Empty(await desk.CatchUpAsync(Stop));
    }

    private async Task<Workplace> OpenAsync(string person)
    {
        var opened = await Workplace.OpenAsync(new HostSettings(_own.Folder, null, StoreProvider.Sqlite, null, null), person, Stop);
        return opened.Value;
    }
}
