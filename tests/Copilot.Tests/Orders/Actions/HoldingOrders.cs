using Copilot.Core;
using Copilot.Gate;
using Copilot.Tests.Support;

namespace Copilot.Tests.Orders.Actions;

public sealed class HoldingOrders(SampleFixture sample) : OrderActions(sample)
{
    [Fact]
    public async Task ConfirmedOrder_ToBeHeld_IsProposedWithItsReasonAndItsFacts()
    {
        var order = First(OrderStatus.Confirmed);
        var proposal = await SoundAsync(() => AskAsync("orders_hold", order, ("reason", "price is disputed")));

        var effect = Assert.IsType<SetOrderHold>(Assert.Single(proposal.Effects));
        Assert.Equal((true, HoldReason.Price, "price is disputed", OrderStatus.Confirmed, OrderStatus.OnHold, new Money(order.TotalMinor, order.Currency)), (effect.Held, effect.Reason, effect.Note, effect.Before, effect.After, effect.Value));
        Assert.Equal(EffectRule.OrderHold, effect.Rule());
        Assert.Equal([new Change("Hold for price", "none", "stands"), new Change("Status", "confirmed", "on hold"), new Change("Note", "", "price is disputed")], effect.Describe().Changes);
        Assert.Contains(new BasisFact($"{order.Number} status", "confirmed"), proposal.Basis[0].Facts);
        Assert.Contains(new BasisFact($"{order.Number} holds", "none"), proposal.Basis[0].Facts);
        Assert.Contains("counts as a hold for price", proposal.Remarks[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hold_Executed_StandsInTheRecordsAndIsShown()
    {
        var order = First(OrderStatus.Confirmed);
        var result = await RunAsync(await SoundAsync(() => AskAsync("orders_hold", order, ("reason", "falsche Anschrift"))));

        Assert.Equal((ExecutionEnd.Done, $"{order.Number} is on hold for address."), (result.End, result.Receipt));
        Assert.Equal(OrderStatus.OnHold, (await StoredAsync(order)).Status);
        var hold = Assert.Single(await HoldsAsync(order), row => row.ReleasedOn is null);
        Assert.Equal((HoldReason.Address, "falsche Anschrift", SampleFixture.Day), (hold.Reason, hold.Note, hold.PlacedOn));
        Assert.Equal((OrderStatus.OnHold, "Held: address", Confirmed.Now), (await TrailAsync(order)).Select(entry => (entry.Status, entry.Text, entry.At)).Last());
        var shown = await Own.AnswerAsync("ben.carter", "orders_show", ("order", order.Id));
        Assert.Contains("Held for address since 2026-11-20 (falsche Anschrift)", shown.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hold_TakenBack_LeavesTheOrderAsItWas()
    {
        var order = First(OrderStatus.Backordered);
        var proposal = await SoundAsync(() => AskAsync("orders_hold", order, ("reason", "customer asked to wait")));
        var back = await UndoAsync(proposal.Effects[0], await RunAsync(proposal));

        Assert.Equal((ExecutionEnd.Done, $"{order.Number} is released and backordered."), (back.End, back.Receipt));
        Assert.Equal(OrderStatus.Backordered, (await StoredAsync(order)).Status);
        Assert.All(await HoldsAsync(order), row => Assert.NotNull(row.ReleasedOn));
    }

    [Fact]
    public async Task OrderChangedMeanwhile_Hold_DoesNotTouchIt()
    {
        var order = First(OrderStatus.Confirmed);
        var confirmed = await ConfirmAsync(await SoundAsync(() => AskAsync("orders_hold", order, ("reason", "price"))));
        await TouchAsync(order);
        var result = Assert.Single(await confirmed.RunAsync());

        Assert.Equal(ExecutionEnd.Failed, result.End);
        Assert.Contains($"{order.Number} was changed since this was proposed; nothing was done.", result.Receipt, StringComparison.Ordinal);
        Assert.Equal(OrderStatus.Confirmed, (await StoredAsync(order)).Status);
        Assert.DoesNotContain(await HoldsAsync(order), row => row.ReleasedOn is null);
        Assert.Equal(ExecutionEnd.Failed, (await confirmed.ReadBackAsync(1)).End);
    }

    [Fact]
    public async Task SameKeyTwice_Hold_StandsOnce()
    {
        var order = First(OrderStatus.Confirmed);
        var confirmed = await ConfirmAsync(await SoundAsync(() => AskAsync("orders_hold", order, ("reason", "price"))));
        await confirmed.RunAsync();
        var again = await confirmed.RunAgainAsync(1);

        Assert.Equal((ExecutionEnd.Done, $"{order.Number} is on hold for price."), (again.End, again.Receipt));
        Assert.Single(await HoldsAsync(order), row => row.ReleasedOn is null);
        Assert.Equal(ExecutionEnd.Done, (await confirmed.ReadBackAsync(1)).End);
    }

    [Fact]
    public async Task TwoProposalsOfOneHold_BothConfirmed_TheSecondFails()
    {
        // a second hold beside a credit hold leaves the order's own row, and so its version, as it is
        var order = Held(HoldReason.Credit);
        var (first, second) = (await AskAsync("orders_hold", order, ("reason", "price")), await AskAsync("orders_hold", order, ("reason", "price differs")));
        Assert.Equal(ExecutionEnd.Done, (await RunAsync(first.Value)).End);
        var result = await RunAsync(second.Value);

        Assert.Equal((ExecutionEnd.Failed, $"{order.Number} has been put on hold for price meanwhile; nothing was done."), (result.End, result.Receipt));
        Assert.Equal(2, (await HoldsAsync(order)).Count(row => row.ReleasedOn is null));
    }

    [Fact]
    public async Task OrderHeldForThatAlready_Asked_IsRefusedWithSinceWhen()
    {
        var order = Held(HoldReason.Price);
        var fault = (await AskAsync("orders_hold", order, ("reason", "prix contesté"))).Fault!;

        Assert.Equal("OR-005", fault.Code);
        Assert.StartsWith($"{order.Number} is on hold for price already, since ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OrderStatus.Shipped)]
    [InlineData(OrderStatus.Delivered)]
    [InlineData(OrderStatus.Invoiced)]
    [InlineData(OrderStatus.Cancelled)]
    public async Task OrderThatIsGone_Asked_IsRefused(OrderStatus status)
    {
        var order = First(status);
        var fault = (await AskAsync("orders_hold", order, ("reason", "price"))).Fault!;

        Assert.Equal("OR-004", fault.Code);
        Assert.StartsWith($"{order.Number} is {status.ToString().ToLowerInvariant()}: there is nothing left to hold.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReasonBeyondWhatANoteHolds_Asked_IsRefused() =>
        Assert.Equal("OR-008", (await AskAsync("orders_hold", First(OrderStatus.Confirmed), ("reason", new string('x', 501)))).Fault!.Code);

    [Fact]
    public async Task OrderBeingPicked_Asked_WarnsThatTheSiteMustBeTold() =>
        Assert.Contains((await SoundAsync(() => AskAsync("orders_hold", First(OrderStatus.Picking), ("reason", "price")))).Remarks, remark => remark.Text.StartsWith("It is being picked at ", StringComparison.Ordinal) && remark.Tone == Tone.Warning);
}
