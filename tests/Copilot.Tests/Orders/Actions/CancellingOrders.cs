using Copilot.Core;
using Copilot.Gate;
using Copilot.Tests.Support;

namespace Copilot.Tests.Orders.Actions;

public sealed class CancellingOrders(SampleFixture sample) : OrderActions(sample)
{
    [Fact]
    public async Task OrderOfWhichNothingLeft_Cancelled_IsCancelledLineByLineAndItsHoldEnds()
    {
        var order = Held(HoldReason.Price);
        var proposal = await SoundAsync(() => AskAsync("orders_cancel", order, ("reason", "keyed twice")));
        var effect = Assert.IsType<CancelOrder>(Assert.Single(proposal.Effects));
        var open = Records.OrderLines.Where(line => line.OrderId == order.Id).Sum(line => line.AmountMinor);
        Assert.Equal((OrderStatus.OnHold, "keyed twice", new Money(open, order.Currency)), (effect.Before, effect.Reason, effect.Open));
        Assert.Contains(proposal.Remarks, remark => remark.Text == "Its hold for price ends with it.");

        var result = await RunAsync(proposal);
        Assert.Equal((ExecutionEnd.Done, $"{order.Number} is cancelled."), (result.End, result.Receipt));
        var stored = await StoredAsync(order);
        Assert.Equal((OrderStatus.Cancelled, SampleFixture.Day, order.TotalMinor), (stored.Status, stored.CancelledOn, stored.TotalMinor));
        Assert.All(await LinesAsync(order), line => Assert.Equal(line.Quantity, line.Cancelled));
        Assert.All(await HoldsAsync(order), hold => Assert.Equal(SampleFixture.Day, hold.ReleasedOn));
        var shown = await Own.AnswerAsync("ben.carter", "orders_show", ("order", order.Id));
        Assert.Equal((0m, order.TotalMinor / 100m), (shown.Number("open"), shown.Number("value")));
        Assert.Null(effect.Inverse(result.After));
    }

    [Fact]
    public async Task ConfirmedOrder_Cancelled_LeavesTheExposure()
    {
        var order = First(OrderStatus.Confirmed);
        async Task<decimal> Exposure() => (await Own.AnswerAsync("hannah.price", "receivables_credit", ("customer", order.CustomerId))).Number("exposure");
        var before = await Exposure();
        var proposal = await SoundAsync(() => AskAsync("orders_cancel", order, ("reason", "customer changed their mind")));
        await RunAsync(proposal);

        Assert.Equal(before - ((CancelOrder)proposal.Effects[0]).Open.Major, await Exposure());
    }

    [Fact]
    public async Task CancelledOrder_Measured_IsNoLongerDue()
    {
        var order = Records.Orders.First(row => row.Status == OrderStatus.Backordered && row.PromisedOn < SampleFixture.Day && !Records.Shipments.Exists(shipment => shipment.OrderId == row.Id));
        (string, object?)[] period = [("period", Period.Of($"{order.PromisedOn:yyyy-MM}"))];
        var before = await Own.AnswerAsync("ben.carter", "orders_kpis", period);
        await RunAsync(await SoundAsync(() => AskAsync("orders_cancel", order, ("reason", "too late"))));
        var after = await Own.AnswerAsync("ben.carter", "orders_kpis", period);

        decimal Due(Answer answer) => ((RatioBridge)answer.Figure("on_time_in_full").Bridge).Denominator.Value.Number;
        Assert.Equal(Due(before) - 1, Due(after));
    }

    [Fact]
    public async Task PartThatHasLeft_Asked_IsRefusedAndSaysHowManyUnits()
    {
        var order = Records.Orders.First(row => row.Status == OrderStatus.Backordered && Records.OrderLines.Exists(line => line.OrderId == row.Id && Figured.Shipped(Records, line) > 0));
        var units = Records.OrderLines.Where(line => line.OrderId == order.Id).Sum(line => Figured.Shipped(Records, line));
        var fault = (await AskAsync("orders_cancel", order, ("reason", "x"))).Fault!;

        Assert.Equal("OR-010", fault.Code);
        Assert.StartsWith($"{units:N0} units of {order.Number} have left, and what has left is not cancelled.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OrderStatus.Shipped, "OR-009")]
    [InlineData(OrderStatus.Delivered, "OR-009")]
    [InlineData(OrderStatus.Invoiced, "OR-009")]
    [InlineData(OrderStatus.Cancelled, "OR-009")]
    [InlineData(OrderStatus.Picking, "OR-011")]
    public async Task OrderThatCannotBeStopped_Asked_IsRefused(OrderStatus status, string code) => Assert.Equal(code, (await AskAsync("orders_cancel", First(status), ("reason", "x"))).Fault!.Code);

    [Fact]
    public async Task OrderShippedMeanwhile_Confirmed_IsNotTouched()
    {
        // a shipment is entered beside the order: its version stays as it was
        var order = First(OrderStatus.Confirmed);
        var proposal = await SoundAsync(() => AskAsync("orders_cancel", order, ("reason", "x")));
        await Own.ChangeAsync(context =>
        {
            context.Shipments.Add(new Shipment { Number = "SHP-99999", OrderId = order.Id, WarehouseId = order.WarehouseId!.Value, Status = ShipmentStatus.InTransit, ReleasedAt = Confirmed.Now, ShippedAt = Confirmed.Now });
            return Task.CompletedTask;
        });
        var result = await RunAsync(proposal);

        Assert.Equal((ExecutionEnd.Failed, $"{order.Number} has gone to the site meanwhile; nothing was done."), (result.End, result.Receipt));
        Assert.Equal(OrderStatus.Confirmed, (await StoredAsync(order)).Status);
        Assert.All(await LinesAsync(order), line => Assert.Equal(0, line.Cancelled));
    }

    [Fact]
    public async Task SameKeyTwice_Cancel_TellsItOnce()
    {
        var order = First(OrderStatus.Confirmed);
        var confirmed = await ConfirmAsync(await SoundAsync(() => AskAsync("orders_cancel", order, ("reason", "x"))));
        await confirmed.RunAsync();
        Assert.Equal(ExecutionEnd.Done, (await confirmed.RunAgainAsync(1)).End);

        Assert.Single(await TrailAsync(order), entry => entry.Status == OrderStatus.Cancelled);
    }
}
