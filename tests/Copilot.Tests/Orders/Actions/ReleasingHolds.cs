using Copilot.Core;
using Copilot.Gate;
using Copilot.Tests.Support;

namespace Copilot.Tests.Orders.Actions;

public sealed class ReleasingHolds(SampleFixture sample) : OrderActions(sample)
{
    [Fact]
    public async Task OrderHeldForPrice_Released_GoesOnAsBefore()
    {
        var order = Held(HoldReason.Price);
        var proposal = await SoundAsync(() => AskAsync("orders_release", order));

        var effect = Assert.IsType<SetOrderHold>(Assert.Single(proposal.Effects));
        Assert.Equal((false, HoldReason.Price, OrderStatus.OnHold, OrderStatus.Confirmed), (effect.Held, effect.Reason, effect.Before, effect.After));
        Assert.Equal(EffectRule.OtherHoldRelease, effect.Rule());
        var result = await RunAsync(proposal);
        Assert.Equal((ExecutionEnd.Done, $"{order.Number} is released and confirmed."), (result.End, result.Receipt));
        Assert.Equal(OrderStatus.Confirmed, (await StoredAsync(order)).Status);
        Assert.Equal([SampleFixture.Day], (await HoldsAsync(order)).Select(row => row.ReleasedOn!.Value));
    }

    [Fact]
    public async Task OrderHeldForCredit_Released_ShowsWhatTheWeighingSays()
    {
        var order = Held(HoldReason.Credit);
        await using var turn = await Own.AskAsync("hannah.price");
        var weighed = (await turn.CallAsync("orders_release_options", ("order", order.Id)).SoundAsync()).Blocks.OfType<TextBlock>().Select(block => block.Text).ToList();
        var proposal = await SoundAsync(() => Own.ProposeAsync("hannah.price", "orders_release", ("order", order.Id)));

        Assert.Equal(EffectRule.CreditHoldRelease, proposal.Effects[0].Rule());
        Assert.Equal(weighed, proposal.Remarks.Select(remark => remark.Text));
        Assert.Contains(weighed, text => text.Contains("limit", StringComparison.Ordinal));
        Assert.Contains(proposal.Basis, basis => basis.Query == "credit position" && basis.Facts.Any(fact => fact.Name.StartsWith("limit from", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task OrderHeldForCredit_ReleasedByOneWhoSeesNoReceivables_NamesNoAmountOfTheirs()
    {
        var order = Held(HoldReason.Credit);
        var proposal = await SoundAsync(() => Own.ProposeAsync("ilse.devries", "orders_release", ("order", order.Id)));

        Assert.DoesNotContain(proposal.Basis, basis => basis.Query == "credit position");
        Assert.Contains(proposal.Remarks, remark => remark.Text.Contains("receivables are not among what you may see", StringComparison.Ordinal));
    }

    [Fact]
    public async Task MoneyThatComesInMeanwhile_CreditHold_ChangesTheFactsItRestsOn()
    {
        var order = Held(HoldReason.Credit);
        var before = await SoundAsync(() => Own.ProposeAsync("hannah.price", "orders_release", ("order", order.Id)));
        await Own.ChangeAsync(context =>
        {
            context.Payments.Add(new Payment { Number = "PAY-99999", CustomerId = order.CustomerId, ReceivedOn = SampleFixture.Day, Currency = order.Currency, AmountMinor = 100, UnappliedMinor = 100, Payer = "x" });
            return Task.CompletedTask;
        });
        var after = await SoundAsync(() => Own.ProposeAsync("hannah.price", "orders_release", ("order", order.Id)));

        Assert.Equal(before.Basis[0].Sha256, after.Basis[0].Sha256);
        Assert.NotEqual(before.Basis[1].Sha256, after.Basis[1].Sha256);
    }

    [Fact]
    public async Task OrderHeldTwice_Released_IsFreeOnlyAfterTheLastHold()
    {
        var order = Held(HoldReason.Credit);
        await RunAsync(await SoundAsync(() => AskAsync("orders_hold", order, ("reason", "etikettering niet goedgekeurd"))));
        var proposal = await SoundAsync(() => AskAsync("orders_release", order));

        Assert.Equal([(HoldReason.Credit, OrderStatus.OnHold), (HoldReason.Compliance, OrderStatus.Confirmed)], proposal.Effects.Cast<SetOrderHold>().Select(effect => (effect.Reason, effect.After)));
        var results = await (await ConfirmAsync(proposal)).RunAsync();
        Assert.Equal([$"{order.Number} is released for credit and stays on hold for compliance.", $"{order.Number} is released and confirmed."], results.Select(result => result.Receipt));
        Assert.Equal(OrderStatus.Confirmed, (await StoredAsync(order)).Status);
    }

    [Fact]
    public async Task OneHoldTakenOutOfTheProposal_TheOtherRun_LeavesTheOrderOnHold()
    {
        var order = Held(HoldReason.Credit);
        await RunAsync(await SoundAsync(() => AskAsync("orders_hold", order, ("reason", "price"))));
        var confirmed = await ConfirmAsync(await SoundAsync(() => AskAsync("orders_release", order)));
        var result = await confirmed.RunAsync(2);

        Assert.Equal((ExecutionEnd.Done, $"{order.Number} is released for price and stays on hold for credit."), (result.End, result.Receipt));
        Assert.Equal(OrderStatus.OnHold, (await StoredAsync(order)).Status);
        Assert.Equal([HoldReason.Credit], (await HoldsAsync(order)).Where(row => row.ReleasedOn is null).Select(row => row.Reason));

        // the one that was left comes later: its effect did not know that it would be the last
        var last = await confirmed.RunAsync(1);
        Assert.Equal(ExecutionEnd.Done, last.End);
        Assert.Equal(OrderStatus.Confirmed, (await StoredAsync(order)).Status);
    }

    [Fact]
    public async Task OneOfTwoHoldsNamed_Released_LeavesTheOtherAndSaysSo()
    {
        var order = Held(HoldReason.Credit);
        await RunAsync(await SoundAsync(() => AskAsync("orders_hold", order, ("reason", "price"))));
        var proposal = await SoundAsync(() => AskAsync("orders_release", order, ("reason", "Preis geklärt")));

        Assert.Equal((HoldReason.Price, OrderStatus.OnHold), proposal.Effects.Cast<SetOrderHold>().Select(effect => (effect.Reason, effect.After)).Single());
        Assert.Contains(proposal.Remarks, remark => remark.Text.StartsWith("It stays on hold for credit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task HoldThatDoesNotStandNamed_Asked_IsRefusedWithThoseThatDo()
    {
        var order = Held(HoldReason.Price);
        var fault = (await AskAsync("orders_release", order, ("reason", "the stock has arrived"))).Fault!;

        Assert.Equal(("OR-007", $"{order.Number} is not on hold for stock; it is held for price. Name that reason, or none to release all."), (fault.Code, fault.Message));
    }

    [Fact]
    public async Task OrderThatIsNotHeld_Asked_IsRefused() => Assert.Equal("OR-006", (await AskAsync("orders_release", First(OrderStatus.Confirmed))).Fault!.Code);

    [Fact]
    public async Task Release_TakenBack_HoldsItAgain()
    {
        var order = Held(HoldReason.Stock);
        var proposal = await SoundAsync(() => AskAsync("orders_release", order));
        await UndoAsync(proposal.Effects[0], await RunAsync(proposal));

        Assert.Equal(OrderStatus.OnHold, (await StoredAsync(order)).Status);
        Assert.Equal([HoldReason.Stock], (await HoldsAsync(order)).Where(row => row.ReleasedOn is null).Select(row => row.Reason));
    }
}
