using Copilot.Core;
using Copilot.Data.Sample;
using Copilot.Plugins.Orders;
using Copilot.Tests.Support;

namespace Copilot.Tests.Orders;

public sealed class StockAndBackorders(SampleFixture sample)
{
    private SampleRecords Records => sample.Records;

    [Theory]
    [InlineData(null, null)]
    [InlineData("LL-CDL-200", null)]
    [InlineData(null, "VEN")]
    [InlineData("LL-EDP-050", "VEN")]
    public async Task StockOfAProductAndSite_Asked_AddsUpOverAllBatches(string? sku, string? site)
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var (product, warehouse) = (sku is null ? null : Records.Products.Single(row => row.Sku == sku), site is null ? null : Records.Warehouses.Single(row => row.Code == site));
        var answer = await new ShowStock(turn.Context).AnswerAsync(product?.Id, warehouse?.Id, 100, TestContext.Current.CancellationToken).SoundAsync();

        var rows = Records.Stock.Where(row => (product is null || row.ProductId == product.Id) && (warehouse is null || row.WarehouseId == warehouse.Id)).ToList();
        Assert.Equal(rows.Sum(row => row.OnHand), answer.Number("on_hand"));
        Assert.Equal(rows.Sum(row => row.Allocated), answer.Number("allocated"));
        var good = Records.Batches.Where(batch => batch.ExpiresOn >= SampleFixture.Day).Select(batch => batch.Id).ToHashSet();
        Assert.Equal(rows.Where(row => good.Contains(row.BatchId)).Sum(row => Math.Max(0, row.OnHand - row.Allocated)), answer.Number("free"));
        Assert.Equal(rows.Count, answer.Table("stock").TotalRows);
        Assert.Equal(
            Open().Where(line => (product is null || line.Line.ProductId == product.Id) && (warehouse is null || line.Order.WarehouseId == warehouse.Id)).Sum(line => line.ToShip), answer.Number("demand"));
    }

    [Fact]
    public async Task BatchThatHasExpired_Asked_IsOnHandAndNotFree()
    {
        var bad = Records.Batches.Where(batch => batch.ExpiresOn < SampleFixture.Day).Select(batch => batch.Id).ToHashSet();
        var row = Records.Stock.First(stock => bad.Contains(stock.BatchId) && stock.OnHand > stock.Allocated);
        await using var turn = await sample.AskAsync("ilse.devries");

        var answer = await new ShowStock(turn.Context).AnswerAsync(row.ProductId, row.WarehouseId, 100, TestContext.Current.CancellationToken).SoundAsync();

        var shown = (await answer.RowsAsync("stock")).Single(line => line["batch"] == Records.Batches.Single(batch => batch.Id == row.BatchId).Number);
        Assert.Equal(("0", row.OnHand.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)), (shown["free"], shown["on_hand"]));
        Assert.Contains("not counted as free", answer.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProductThatIsNowhere_Asked_SaysNothingIsInStock()
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var service = Records.Products.Single(row => row.Sku == "LL-SRV-100");

        var answer = await new ShowStock(turn.Context).AnswerAsync(service.Id, null, null, TestContext.Current.CancellationToken).SoundAsync();

        Assert.Contains("nothing is in stock", answer.Said(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Kaufhaus Adler", null)]
    [InlineData(null, "LL-EDP-050")]
    public async Task Backorders_Asked_AreTheUnshippedLinesOfWaitingOrders(string? name, string? sku)
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var (customer, product) = (name is null ? null : Records.Customers.Single(row => row.Name == name), sku is null ? null : Records.Products.Single(row => row.Sku == sku));
        var answer = await new FindBackorders(turn.Context).AnswerAsync(customer?.Id, product?.Id, 50, TestContext.Current.CancellationToken).SoundAsync();

        var waiting = Open().Where(line => line.Order.Status == OrderStatus.Backordered || Records.OrderHolds.Exists(hold => hold.OrderId == line.Order.Id && hold is { Reason: HoldReason.Stock, ReleasedOn: null }))
            .Where(line => (customer is null || line.Order.CustomerId == customer.Id) && (product is null || line.Line.ProductId == product.Id)).ToList();
        Assert.NotEmpty(waiting);
        Assert.Equal(waiting.Sum(line => line.ToShip), answer.Number("units"));
        Assert.Equal(waiting.Count, answer.Table("backorders").TotalRows);
        Assert.Equal(Figured.InBase(Records, waiting.Select(line => (line.ToShip * line.Line.UnitPriceMinor, line.Order.Currency)), SampleFixture.Day), Total(answer));
        var rows = await answer.RowsAsync("backorders");
        Assert.All(rows, row => Assert.True(row["missing"].Length > 0 || row["would_fill"] != "nothing free"));
        Assert.Equal(answer.Number("fillable"), rows.Sum(row => int.Parse(row["waiting"], System.Globalization.CultureInfo.InvariantCulture) - (row["missing"].Length == 0 ? 0 : int.Parse(row["missing"], System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task ScarceProduct_Backordered_CannotBeFilledFromItsOwnSite()
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var product = Records.Products.Single(row => row.Sku == "LL-EDP-050");

        var rows = await (await new FindBackorders(turn.Context).AnswerAsync(null, product.Id, null, TestContext.Current.CancellationToken).SoundAsync()).RowsAsync("backorders");

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.DoesNotContain("VEN", row["would_fill"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task CustomerWithoutBackorders_Asked_SaysSo()
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var customer = Records.Customers.Single(row => row.Name == "Casa Alameda");

        var answer = await new FindBackorders(turn.Context).AnswerAsync(customer.Id, null, null, TestContext.Current.CancellationToken).SoundAsync();

        Assert.Equal("No orders are waiting for stock, customer Casa Alameda.", answer.Said());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Kaufhaus Adler")]
    [InlineData("Kingsway Boutiques")]
    public async Task ShelfLife_AgainstMinimums_PutsAtRiskWhatSomebodyRefuses(string? name)
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var customer = name is null ? null : Records.Customers.Single(row => row.Name == name);
        var answer = await new ListFreshness(turn.Context).AnswerAsync(customer?.Id, null, null, 100, TestContext.Current.CancellationToken).SoundAsync();

        var minimums = Records.Customers.Where(row => customer is null ? row is { Active: true, MinimumShelfLifeDays: > 0 } : row == customer).Select(row => row.MinimumShelfLifeDays).ToList();
        var rows = Records.Stock.Where(row => row.OnHand > 0).Select(row => (row, left: Records.Batches.Single(batch => batch.Id == row.BatchId).ExpiresOn.DayNumber - SampleFixture.Day.DayNumber)).ToList();
        var risk = rows.Where(pair => pair.left < 0 || minimums.Exists(minimum => pair.left < minimum)).ToList();
        Assert.NotEmpty(risk);
        Assert.Equal(risk.Sum(pair => pair.row.OnHand), answer.Number("units_at_risk"));
        Assert.Equal(risk.Sum(pair => pair.row.OnHand * ListPrice(pair.row.ProductId)) / 100m, answer.Number("value_at_risk"));
        Assert.Equal(rows.Where(pair => pair.left < 0).Sum(pair => pair.row.OnHand * ListPrice(pair.row.ProductId)) / 100m, answer.Number("expired"));
    }

    [Fact]
    public async Task ShelfLifeOfOneProductAndSite_Asked_NamesTheFilter()
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var (product, site) = (Records.Products.Single(row => row.Sku == "LL-BDY-200"), Records.Warehouses.Single(row => row.Code == "VEN"));

        var answer = await new ListFreshness(turn.Context).AnswerAsync(null, product.Id, site.Id, null, TestContext.Current.CancellationToken).SoundAsync();

        Assert.StartsWith("on hand, product LL-BDY-200, warehouse VEN, against the minimums of", answer.Evidence[0].Filter, StringComparison.Ordinal);
        Assert.All(await answer.RowsAsync("freshness"), row => Assert.Equal(("LL-BDY-200", "VEN"), (row["sku"], row["warehouse"])));
    }

    private long ListPrice(Id<Product> product) => Records.Prices
        .Where(price => price.ProductId == product && price.CustomerId is null && price.Currency == CurrencyCode.Eur && price.ValidFrom <= SampleFixture.Day && !(price.ValidTo < SampleFixture.Day))
        .MaxBy(price => price.ValidFrom)!.PriceMinor;

    private static decimal Total(Answer answer) => answer.Figure("value").Value is { Currency: { } currency } value && currency == CurrencyCode.Eur ? value.Number : throw new InvalidOperationException("not in the base currency");

    private List<(Order Order, OrderLine Line, int ToShip)> Open() =>
    [
        .. Records.Orders.Where(order => order.Status is OrderStatus.Unconfirmed or OrderStatus.Confirmed or OrderStatus.OnHold or OrderStatus.Backordered or OrderStatus.Picking)
            .SelectMany(order => Records.OrderLines.Where(line => line.OrderId == order.Id).Select(line => (order, line, line.Quantity - line.Cancelled - Figured.Shipped(Records, line)))).Where(line => line.Item3 > 0),
    ];
}
