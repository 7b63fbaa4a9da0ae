using Copilot.Core;
using Copilot.Gate;
using Copilot.Tests.Support;

namespace Copilot.Tests.Orders.Actions;

public sealed class ConfirmingOrders(SampleFixture sample) : OrderActions(sample)
{
    [Fact]
    public async Task OrderThatWaitedForIt_Confirmed_CountsInTheExposure()
    {
        var order = First(OrderStatus.Unconfirmed);
        async Task<decimal> Exposure() => (await Own.AnswerAsync("hannah.price", "receivables_credit", ("customer", order.CustomerId))).Number("exposure");
        var before = await Exposure();
        var result = await RunAsync(Of(order));

        Assert.Equal((ExecutionEnd.Done, $"{order.Number} counts as confirmed."), (result.End, result.Receipt));
        Assert.Equal(OrderStatus.Confirmed, (await StoredAsync(order)).Status);
        Assert.Equal(OrderStatus.Confirmed, (await TrailAsync(order))[^1].Status);
        Assert.Equal(before + (order.TotalMinor / 100m), await Exposure());
    }

    [Fact]
    public async Task OrderHeldMeanwhile_Confirmed_IsNotTouched()
    {
        var order = First(OrderStatus.Unconfirmed);
        var proposal = Of(order);
        await RunAsync(await SoundAsync(() => AskAsync("orders_hold", order, ("reason", "price"))));

        Assert.Equal(ExecutionEnd.Failed, (await RunAsync(proposal)).End);
        Assert.Equal(OrderStatus.OnHold, (await StoredAsync(order)).Status);
    }

    [Fact]
    public async Task OrderOnHold_Confirmed_IsRefused()
    {
        var order = Held(HoldReason.Price);
        Assert.Equal((ExecutionEnd.Failed, $"{order.Number} is on hold and is not confirmed; nothing was done."), (await RunAsync(Of(order))) is var result ? (result.End, result.Receipt) : default);
    }

    private static Proposal Of(Order order) =>
        new("Confirm", "Confirm", [new ConfirmOrder(Target.Of(order) with { Version = 1 }, order.Status, new Money(order.TotalMinor, order.Currency))], [Basis.Of("order", order.Number, [])]);
}
