using Copilot.Core;
using Copilot.Data.Sample;
using Copilot.Plugins.Orders;
using Copilot.Tests.Support;

namespace Copilot.Tests.Orders;

public sealed class CheckingOrders(SampleFixture sample)
{
    private SampleRecords Records => sample.Records;

    private IEnumerable<Order> Open => Records.Orders.Where(order => order.Status is OrderStatus.Unconfirmed or OrderStatus.Confirmed or OrderStatus.OnHold or OrderStatus.Backordered or OrderStatus.Picking);

    [Fact]
    public async Task EveryOpenOrder_Checked_HasJustTheFindingsThatPlainCodeSees()
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var found = new List<string>();
        foreach (var order in Open)
        {
            var rows = await (await Check(turn, order).SoundAsync()).RowsAsync("findings");
            found.AddRange(rows.Select(row => $"{order.Number} {row["check"]} {row["where"].Split(',')[0]}"));
        }

        var expected = Open.SelectMany(order => Expected(order).Select(finding => $"{order.Number} {finding}")).ToList();
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.All(new[] { "price", "pack size", "discontinued", "ship-to", "shelf life", "duplicate PO", "payment terms", "stock", "credit" }, kind =>
            Assert.Contains(found, finding => finding.Contains($" {kind} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task WrongPrice_Checked_NamesTheAgreedOneAndHowToMendIt()
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var order = Open.First(row => Expected(row).Contains("price line 1"));
        var answer = await Check(turn, order).SoundAsync();

        var row = (await answer.RowsAsync("findings")).Single(finding => finding["check"] == "price");
        var line = Records.OrderLines.First(candidate => candidate.OrderId == order.Id);
        Assert.StartsWith(new Money(PriceOf(order, line)!.PriceMinor, order.Currency).ToString(), row["expected"], StringComparison.Ordinal);
        Assert.Equal(new Money(line.UnitPriceMinor, order.Currency).ToString(), row["found"]);
        Assert.Contains(order.Number, row["mend"], StringComparison.Ordinal);
        Assert.Equal("yes", row["blocks"]);
    }

    [Fact]
    public async Task RoleWithoutReceivables_Checks_SaysThatCreditWasNotChecked()
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var held = Records.OrderHolds.First(row => row is { Reason: HoldReason.Credit, ReleasedOn: null });

        var answer = await Check(turn, Records.Orders.Single(row => row.Id == held.OrderId)).SoundAsync();

        Assert.Contains("Credit was not checked", answer.Said(), StringComparison.Ordinal);
        Assert.DoesNotContain(await answer.RowsAsync("findings"), row => row["check"] == "credit");
        Assert.Contains("It is held for credit", answer.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OrderThatIsNotThere_Checked_IsAFault()
    {
        await using var turn = await sample.AskAsync("ben.carter");
        Assert.Equal("OR-001", (await new CheckOrder(turn.Context).AnswerAsync(new Id<Order>(999_999), TestContext.Current.CancellationToken)).Fault!.Code);
    }

    private IEnumerable<string> Expected(Order order)
    {
        var customer = Records.Customers.Single(row => row.Id == order.CustomerId);
        var lines = Records.OrderLines.Where(line => line.OrderId == order.Id).ToList();
        foreach (var line in lines)
        {
            var product = Records.Products.Single(row => row.Id == line.ProductId);
            if (PriceOf(order, line)?.PriceMinor != line.UnitPriceMinor)
            {
                yield return $"price line {line.LineNo}";
            }

            if (order.Channel == Channel.Wholesale && line.Quantity % product.PackSize != 0)
            {
                yield return $"pack size line {line.LineNo}";
            }

            if (product.DiscontinuedOn <= order.OrderedOn)
            {
                yield return $"discontinued line {line.LineNo}";
            }

            if (order.Status != OrderStatus.Picking && StockFinding(order, customer, line) is { } finding)
            {
                yield return $"{finding} line {line.LineNo}";
            }
        }

        if (Records.ShipTos.Single(row => row.Id == order.ShipToId).CustomerId != order.CustomerId)
        {
            yield return "ship-to order";
        }

        if (order.PaymentTermsDays != customer.PaymentTermsDays)
        {
            yield return "payment terms order";
        }

        if (order.CustomerPo is not null && Records.Orders.Count(other => other.CustomerId == order.CustomerId && other.CustomerPo == order.CustomerPo && other.Status != OrderStatus.Cancelled) > 1)
        {
            yield return "duplicate PO order";
        }

        if (order.Currency == customer.Currency && order.TotalMinor < customer.MinimumOrderMinor)
        {
            yield return "minimum order value order";
        }

        if (Records.CreditLimits.Where(row => row.CustomerId == customer.Id && row.ValidFrom <= SampleFixture.Day).MaxBy(row => row.ValidFrom) is { } limit
            && Figured.ExposureMinor(Records, customer.Id) + Figured.NotCounted(Records, order) > limit.LimitMinor)
        {
            yield return "credit order";
        }
    }

    private Price? PriceOf(Order order, OrderLine line) => Records.Prices
        .Where(price => price.ProductId == line.ProductId && price.Currency == order.Currency && (price.CustomerId is null || price.CustomerId == order.CustomerId)
            && price.ValidFrom <= order.OrderedOn && !(price.ValidTo < order.OrderedOn))
        .OrderBy(price => price.CustomerId is null ? 1 : 0).ThenByDescending(price => price.ValidFrom).FirstOrDefault();

    private string? StockFinding(Order order, Customer customer, OrderLine line)
    {
        var needed = line.Quantity - line.Cancelled - Figured.Shipped(Records, line);
        if (needed <= 0)
        {
            return null;
        }

        var day = (order.PromisedOn ?? order.RequestedOn) is { } due && due > SampleFixture.Day ? due : SampleFixture.Day;
        var own = order.Status == OrderStatus.Confirmed ? needed : 0;
        var here = Records.Stock.Where(row => row.WarehouseId == order.WarehouseId && row.ProductId == line.ProductId)
            .Select(row => (row, expires: Records.Batches.Single(batch => batch.Id == row.BatchId).ExpiresOn)).ToList();
        int Available(Func<DateOnly, bool> fresh) => here.Where(pair => fresh(pair.expires)).Sum(pair => Math.Max(0, pair.row.OnHand - pair.row.Allocated))
            + Math.Min(own, here.Where(pair => fresh(pair.expires)).Sum(pair => Math.Min(pair.row.OnHand, pair.row.Allocated)));
        return Available(_ => true) < needed ? "stock" : Available(expires => expires.DayNumber - day.DayNumber >= customer.MinimumShelfLifeDays) < needed ? "shelf life" : null;
    }

    private static Task<Result<Answer>> Check(AskedTurn turn, Order order) => new CheckOrder(turn.Context).AnswerAsync(order.Id, TestContext.Current.CancellationToken);
}
