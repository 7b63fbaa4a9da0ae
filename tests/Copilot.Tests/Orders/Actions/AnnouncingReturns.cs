using Copilot.Core;
using Copilot.Gate;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Orders.Actions;

public sealed class AnnouncingReturns(SampleFixture sample) : OrderActions(sample)
{
    [Fact]
    public async Task GoodsThatWereSent_Announced_StandUnderOneNumberAtTheOrdersPrice()
    {
        var (order, line, sku) = Sent();
        var proposal = await Ask(order, "arrived molten", new RequestedLine(sku, 2));
        var effect = Assert.IsType<CreateReturn>(Assert.Single(proposal.Effects));
        Assert.Equal(new Money(2 * line.UnitPriceMinor, order.Currency), effect.Value);
        Assert.Equal(EffectRule.Return, effect.Rule());
        Assert.Contains(proposal.Remarks, remark => remark.Text.Contains("credits nothing", StringComparison.Ordinal));

        var result = await RunAsync(proposal);
        Assert.Equal((ExecutionEnd.Done, $"RMA-1 is announced: 2 × {sku} from {order.Number}."), (result.End, result.Receipt));
        var row = Assert.Single(await ReturnsAsync());
        Assert.Equal(("RMA-1", order.Id, line.ProductId, 2, "arrived molten", SampleFixture.Day), (row.Number, row.OrderId, row.ProductId, row.Quantity, row.Reason, row.AnnouncedOn));
        Assert.Equal(order.Status, (await StoredAsync(order)).Status);
        Assert.Equal($"RMA-1 announced: 2 × {sku} come back, arrived molten", (await TrailAsync(order))[^1].Text);
        await RunAsync(await Ask(order, "one more", new RequestedLine(sku, 1)));
        Assert.Equal(["RMA-1", "RMA-2"], (await ReturnsAsync()).Select(entry => entry.Number));
    }

    [Fact]
    public async Task MoreThanWasSent_Announced_IsRefusedAcrossReturns()
    {
        var (order, line, sku) = Sent();
        var shipped = Figured.Shipped(Records, line);
        Assert.Equal("OR-027", (await AskAsync("orders_create_return", order, ("lines", Lines(sku, shipped + 1)), ("reason", "x"))).Fault!.Code);
        await RunAsync(await Ask(order, "x", new RequestedLine(sku, shipped)));
        var fault = (await AskAsync("orders_create_return", order, ("lines", Lines(sku, 1)), ("reason", "x"))).Fault!;

        Assert.Contains($"of which {shipped:N0} are announced to come back already: 1 cannot come back. Name 0 at most.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoReturnsOfTheSameGoods_BothConfirmed_TheSecondFails()
    {
        var (order, line, sku) = Sent();
        var all = Figured.Shipped(Records, line);
        var (first, second) = (await Ask(order, "x", new RequestedLine(sku, all)), await Ask(order, "x", new RequestedLine(sku, all)));
        Assert.Equal(ExecutionEnd.Done, (await RunAsync(first)).End);

        Assert.Equal(ExecutionEnd.Failed, (await RunAsync(second)).End);
        Assert.Single(await ReturnsAsync());
    }

    [Fact]
    public async Task ArticleThatWasNotSent_Announced_NamesThoseThatWere()
    {
        var (order, _, sku) = Sent();
        var fault = (await AskAsync("orders_create_return", order, ("lines", Lines("LL-NOT-999", 1)), ("reason", "x"))).Fault!;

        Assert.Equal("OR-026", fault.Code);
        Assert.Contains(sku, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OrderOfWhichNothingLeft_Announced_IsRefused() =>
        Assert.Equal("OR-025", (await AskAsync("orders_create_return", First(OrderStatus.Confirmed), ("lines", Lines("LL-CDL-200", 1)), ("reason", "x"))).Fault!.Code);

    private static List<RequestedLine> Lines(string sku, int units) => [new RequestedLine(sku, units)];

    private Task<Proposal> Ask(Order order, string reason, RequestedLine line) =>
        SoundAsync(() => AskAsync("orders_create_return", order, ("lines", new List<RequestedLine> { line }), ("reason", reason)));

    private Task<List<OrderReturn>> ReturnsAsync() => Own.ReadAsync(context => context.OrderReturns.AsNoTracking().OrderBy(row => row.Id).ToListAsync(TestContext.Current.CancellationToken));

    private (Order Order, OrderLine Line, string Sku) Sent()
    {
        var order = First(OrderStatus.Delivered, row => Records.OrderLines.Where(line => line.OrderId == row.Id).All(line =>
            Figured.Shipped(Records, line) > 3 && Records.OrderLines.Count(other => other.OrderId == row.Id && other.ProductId == line.ProductId) == 1
            && Records.ShipmentLines.Where(sent => sent.OrderLineId == line.Id).All(sent => sent.ProductId == line.ProductId)));
        var line = Records.OrderLines.First(row => row.OrderId == order.Id);
        return (order, line, Records.Products.Single(row => row.Id == line.ProductId).Sku);
    }
}
