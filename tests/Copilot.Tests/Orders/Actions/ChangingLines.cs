using Copilot.Core;
using Copilot.Gate;
using Copilot.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Orders.Actions;

public sealed class ChangingLines(SampleFixture sample) : OrderActions(sample)
{
    [Fact]
    public async Task QuantityAndPrice_Changed_AddUpToTheNewTotalAndComeBack()
    {
        var (order, line) = WithTwoLines();
        var (quantity, price) = (line.Quantity * 2, 12.34m);
        var total = order.TotalMinor - line.AmountMinor + (quantity * 1234L);
        var proposal = await Ask(order, line, ("quantity", quantity), ("price", price));
        var effect = Assert.IsType<ChangeOrderLine>(Assert.Single(proposal.Effects));
        Assert.Equal(
            (line.LineNo, line.Quantity, quantity, line.UnitPriceMinor, 1234L, order.TotalMinor, total),
            (effect.LineNo, effect.QuantityBefore, effect.QuantityAfter, effect.PriceBefore.Minor, effect.PriceAfter.Minor, effect.TotalBefore.Minor, effect.TotalAfter.Minor));
        Assert.Contains(proposal.Remarks, remark => remark.Text.StartsWith($"Price, line {line.LineNo}", StringComparison.Ordinal) && remark.Tone == Tone.Warning);

        var result = await RunAsync(proposal);
        Assert.Equal(ExecutionEnd.Done, result.End);
        Assert.Equal(total, (await StoredAsync(order)).TotalMinor);
        var stored = (await LinesAsync(order)).Single(row => row.Id == line.Id);
        Assert.Equal((quantity, 1234L, quantity * 1234L), (stored.Quantity, stored.UnitPriceMinor, stored.AmountMinor));
        var shown = await Own.AnswerAsync("ben.carter", "orders_show", ("order", order.Id));
        Assert.Equal(total / 100m, shown.Number("value"));
        await UndoAsync(effect, result);
        Assert.Equal(order.TotalMinor, (await StoredAsync(order)).TotalMinor);
        Assert.Equal((line.Quantity, line.AmountMinor), (await LinesAsync(order)).Where(row => row.Id == line.Id).Select(row => (row.Quantity, row.AmountMinor)).Single());
    }

    [Fact]
    public async Task QuantityOfNought_Changed_TakesTheLineOff()
    {
        var (order, line) = WithTwoLines();
        var proposal = await Ask(order, line, ("quantity", 0));
        await RunAsync(proposal);

        Assert.Equal(order.TotalMinor - line.AmountMinor, (await StoredAsync(order)).TotalMinor);
        Assert.Equal((0, 0L), (await LinesAsync(order)).Where(row => row.Id == line.Id).Select(row => (row.Quantity, row.AmountMinor)).Single());
        var shown = await Own.AnswerAsync("ben.carter", "orders_show", ("order", order.Id));
        Assert.Equal((order.TotalMinor - line.AmountMinor) / 100m, shown.Number("value"));
    }

    [Fact]
    public async Task QuantityBelowWhatLeft_Asked_IsRefused()
    {
        var line = Records.OrderLines.First(row => Figured.Shipped(Records, row) > 1 && Records.Orders.Single(order => order.Id == row.OrderId).Status is OrderStatus.Backordered);
        var order = Records.Orders.Single(row => row.Id == line.OrderId);
        var shipped = Figured.Shipped(Records, line);
        var fault = (await AskAsync("orders_change_line", order, ("sku", line.ProductId), ("quantity", shipped - 1))).Fault!;

        Assert.Equal("OR-019", fault.Code);
        Assert.StartsWith($"{shipped:N0} units of ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OddQuantity_Asked_SaysThatItIsNoWholeCarton()
    {
        var (order, line) = WithTwoLines();
        var pack = Records.Products.Single(row => row.Id == line.ProductId).PackSize;
        Assert.True(pack > 1);
        Assert.Contains((await Ask(order, line, ("quantity", (pack * 20) + 1))).Remarks, remark => remark.Text.StartsWith("Pack size, ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task QuantityFarBeyondTheLimit_Asked_SaysByHowMuch()
    {
        var (order, line) = WithTwoLines();
        Assert.Contains((await Ask(order, line, ("quantity", 900_000))).Remarks, remark => remark.Text.StartsWith("Credit, order: expected exposure with this order of ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LastLine_TakenOff_IsRefusedInFavourOfCancelling()
    {
        var (order, line) = WithTwoLines();
        await Own.ChangeAsync(async context => (await context.OrderLines.Where(row => row.OrderId == order.Id && row.Id != line.Id).ToListAsync(TestContext.Current.CancellationToken)).ForEach(row => row.Cancelled = row.Quantity));
        Assert.Equal("OR-021", (await AskAsync("orders_change_line", order, ("sku", line.ProductId), ("quantity", 0))).Fault!.Code);
    }

    [Fact]
    public async Task ArticleThatIsNotOnTheOrder_Asked_NamesThoseThatAre()
    {
        var (order, line) = WithTwoLines();
        var other = Records.Products.First(product => !Records.OrderLines.Exists(row => row.OrderId == order.Id && row.ProductId == product.Id));
        var fault = (await AskAsync("orders_change_line", order, ("sku", other.Id), ("quantity", 12))).Fault!;

        Assert.Equal("OR-015", fault.Code);
        Assert.Contains(Records.Products.Single(row => row.Id == line.ProductId).Sku, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1.234, null, "OR-017")]
    [InlineData(1.23, "JPY", "OR-017")]
    public async Task PriceThatCannotBe_Asked_IsRefused(double price, string? currency, string code)
    {
        var (order, line) = WithTwoLines();
        var named = CurrencyCode.TryParse(currency, out var parsed) ? (CurrencyCode?)parsed : null;
        Assert.Equal(code, (await AskAsync("orders_change_line", order, ("sku", line.ProductId), ("price", (decimal)price), ("currency", named))).Fault!.Code);
    }

    [Fact]
    public async Task NothingNamed_Asked_SaysHowItStands()
    {
        var (order, line) = WithTwoLines();
        Assert.Equal("OR-018", (await AskAsync("orders_change_line", order, ("sku", line.ProductId))).Fault!.Code);
    }

    [Fact]
    public async Task LineChangedMeanwhile_Confirmed_IsNotTouched()
    {
        // a price that another one makes up for elsewhere leaves the order's total, and so its version, as it was
        var (order, line) = WithTwoLines();
        var proposal = await Ask(order, line, ("quantity", line.Quantity * 3));
        await Own.ChangeAsync(async context => (await context.OrderLines.SingleAsync(row => row.Id == line.Id, TestContext.Current.CancellationToken)).UnitPriceMinor++);
        var result = await RunAsync(proposal);

        Assert.Equal(ExecutionEnd.Failed, result.End);
        Assert.Contains("was changed since this was proposed", result.Receipt, StringComparison.Ordinal);
        Assert.Equal(line.Quantity, (await LinesAsync(order)).Single(row => row.Id == line.Id).Quantity);
    }

    [Fact]
    public async Task SameKeyTwice_Line_ChangesOnce()
    {
        var (order, line) = WithTwoLines();
        var confirmed = await ConfirmAsync(await Ask(order, line, ("quantity", line.Quantity * 2)));
        await confirmed.RunAsync();
        Assert.Equal(ExecutionEnd.Done, (await confirmed.RunAgainAsync(1)).End);

        Assert.Equal(order.TotalMinor + line.AmountMinor, (await StoredAsync(order)).TotalMinor);
    }

    private Task<Proposal> Ask(Order order, OrderLine line, params (string Name, object? Value)[] arguments) =>
        SoundAsync(() => AskAsync("orders_change_line", order, [("sku", line.ProductId), .. arguments]));

    private (Order Order, OrderLine Line) WithTwoLines()
    {
        var order = First(OrderStatus.Confirmed, row => Records.OrderLines.Where(line => line.OrderId == row.Id).Select(line => line.ProductId).Distinct().Count() > 1
            && Records.OrderLines.Where(line => line.OrderId == row.Id).All(line => Records.OrderLines.Count(other => other.OrderId == row.Id && other.ProductId == line.ProductId) == 1));
        return (order, Records.OrderLines.First(line => line.OrderId == order.Id));
    }
}
