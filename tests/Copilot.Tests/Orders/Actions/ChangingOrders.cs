using Copilot.Core;
using Copilot.Gate;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Orders.Actions;

public sealed class ChangingOrders(SampleFixture sample) : OrderActions(sample)
{
    private static readonly DateOnly Later = new(2026, 12, 5);

    [Fact]
    public async Task DeliveryDay_Changed_StandsAndComesBack()
    {
        var order = First(OrderStatus.Confirmed, row => row.PromisedOn is not null && row.RequestedOn < Later);
        var proposal = await SoundAsync(() => AskAsync("orders_change_date", order, ("date", Later)));
        var effect = Assert.IsType<ChangeOrderDate>(Assert.Single(proposal.Effects));
        Assert.Equal((order.PromisedOn, (DateOnly?)Later), (effect.Before, effect.After));
        Assert.Contains(proposal.Remarks, remark => remark.Text == "2026-12-05 is a Saturday; the next working day is 2026-12-07.");
        Assert.Contains(proposal.Remarks, remark => remark.Text.Contains($"asked for {order.RequestedOn:yyyy-MM-dd}: this is {Later.DayNumber - order.RequestedOn!.Value.DayNumber} day", StringComparison.Ordinal));

        var result = await RunAsync(proposal);
        Assert.Equal((ExecutionEnd.Done, $"{order.Number} is promised for 2026-12-05."), (result.End, result.Receipt));
        Assert.Equal(Later, (await StoredAsync(order)).PromisedOn);
        Assert.Equal($"Promised for 2026-12-05, before that for {order.PromisedOn:yyyy-MM-dd}", (await TrailAsync(order))[^1].Text);
        await UndoAsync(effect, result);
        Assert.Equal((order.PromisedOn, order.Status), ((await StoredAsync(order)).PromisedOn, (await StoredAsync(order)).Status));
    }

    [Fact]
    public async Task DayThatHasPassed_Asked_IsRefused() => Assert.Equal("OR-013", (await AskAsync("orders_change_date", First(OrderStatus.Confirmed), ("date", SampleFixture.Day.AddDays(-1)))).Fault!.Code);

    [Fact]
    public async Task DayThatStands_Asked_IsRefused()
    {
        var order = First(OrderStatus.Confirmed, row => row.PromisedOn >= SampleFixture.Day);
        Assert.Equal("OR-014", (await AskAsync("orders_change_date", order, ("date", order.PromisedOn))).Fault!.Code);
    }

    [Theory]
    [InlineData("orders_change_date")]
    [InlineData("orders_change_line")]
    [InlineData("orders_change_ship_to")]
    public async Task OrderThatIsInvoiced_Asked_IsRefused(string tool)
    {
        var order = First(OrderStatus.Invoiced);
        (string, object?) argument = tool switch { "orders_change_date" => ("date", Later), "orders_change_line" => ("sku", Records.OrderLines.First(line => line.OrderId == order.Id).ProductId), _ => ("value", "Leeds") };
        var fault = (await AskAsync(tool, order, argument)).Fault!;

        Assert.Equal(("OR-009", $"{order.Number} is invoiced: what has left cannot be changed. Goods come back by a return, money by a credit note."), (fault.Code, fault.Message));
    }

    [Fact]
    public async Task OrderChangedMeanwhile_Date_IsNotTouched()
    {
        var order = First(OrderStatus.Confirmed);
        var confirmed = await ConfirmAsync(await SoundAsync(() => AskAsync("orders_change_date", order, ("date", Later))));
        await TouchAsync(order);

        Assert.Equal(ExecutionEnd.Failed, Assert.Single(await confirmed.RunAsync()).End);
        Assert.Equal(order.PromisedOn, (await StoredAsync(order)).PromisedOn);
    }

    [Fact]
    public async Task AddressNamedByItsCity_Changed_GoesThereAndComesBack()
    {
        var (order, place) = WithAnotherPlace();
        var proposal = await SoundAsync(() => AskAsync("orders_change_ship_to", order, ("value", $"their shop at {place.Street} in {place.City}")));
        var effect = Assert.IsType<ChangeShipTo>(Assert.Single(proposal.Effects));
        Assert.Equal((order.ShipToId, (Id<ShipTo>?)place.Id), (effect.KeyBefore, effect.KeyAfter));
        Assert.Contains(place.Street, effect.After, StringComparison.Ordinal);

        var result = await RunAsync(proposal);
        Assert.Equal(ExecutionEnd.Done, result.End);
        Assert.Equal(place.Id, (await StoredAsync(order)).ShipToId);
        await UndoAsync(effect, result);
        Assert.Equal(order.ShipToId, (await StoredAsync(order)).ShipToId);
    }

    [Fact]
    public async Task AddressNamedByItsCode_Asked_IsTheOne()
    {
        var (order, place) = WithAnotherPlace();
        Assert.Equal(place.Id, ((ChangeShipTo)(await SoundAsync(() => AskAsync("orders_change_ship_to", order, ("value", place.Code)))).Effects[0]).KeyAfter);
    }

    [Fact]
    public async Task AddressThatFitsSeveral_Asked_AsksWhich()
    {
        var (order, place) = WithAnotherPlace();
        await Own.ChangeAsync(context =>
        {
            context.ShipTos.Add(new ShipTo { CustomerId = order.CustomerId, Code = "TWIN", Name = "Other house", Street = "Elsewhere 1", Postcode = "00001", City = place.City, Country = place.Country, Active = true });
            return Task.CompletedTask;
        });
        var fault = (await AskAsync("orders_change_ship_to", order, ("value", place.City))).Fault!;

        Assert.Equal("OR-023", fault.Code);
        Assert.Contains("TWIN Other house", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"Change the ship-to of {order.Number} to {place.Code}", fault.Suggestions);
    }

    [Fact]
    public async Task AddressThatIsNowhere_Asked_OffersThoseOnFile()
    {
        var (order, place) = WithAnotherPlace();
        var fault = (await AskAsync("orders_change_ship_to", order, ("value", "14 Nowhere Lane, Atlantis"))).Fault!;

        Assert.Equal("OR-022", fault.Code);
        Assert.Contains(place.Code, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddressOfToday_Asked_IsRefused()
    {
        var (order, _) = WithAnotherPlace();
        var own = Records.ShipTos.Single(row => row.Id == order.ShipToId);
        Assert.Equal("OR-024", (await AskAsync("orders_change_ship_to", order, ("value", own.Code))).Fault!.Code);
    }

    [Fact]
    public async Task AddressClosedMeanwhile_Confirmed_IsNotTaken()
    {
        var (order, place) = WithAnotherPlace();
        var proposal = await SoundAsync(() => AskAsync("orders_change_ship_to", order, ("value", place.Code)));
        await Own.ChangeAsync(async context => (await context.ShipTos.SingleAsync(row => row.Id == place.Id, TestContext.Current.CancellationToken)).Active = false);

        Assert.Equal(ExecutionEnd.Failed, (await RunAsync(proposal)).End);
        Assert.Equal(order.ShipToId, (await StoredAsync(order)).ShipToId);
    }

    private (Order Order, ShipTo Place) WithAnotherPlace() => Records.Orders
        .Where(row => row.Status == OrderStatus.Confirmed && row.Channel == Channel.Wholesale && Records.ShipTos.Exists(place => place.Id == row.ShipToId && place.CustomerId == row.CustomerId))
        .Select(row => (row, place: Records.ShipTos.Find(place => place.CustomerId == row.CustomerId && place.Active && place.Id != row.ShipToId && place.City != Records.ShipTos.Single(own => own.Id == row.ShipToId).City)))
        .Where(pair => pair.place is not null).Select(pair => (pair.row, pair.place!)).First();
}
