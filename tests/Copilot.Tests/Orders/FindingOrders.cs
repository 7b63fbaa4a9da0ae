using Copilot.Core;
using Copilot.Data.Sample;
using Copilot.Plugins.Orders;
using Copilot.Tests.Support;

namespace Copilot.Tests.Orders;

public sealed class FindingOrders(SampleFixture sample)
{
    private SampleRecords Records => sample.Records;

    [Fact]
    public async Task OpenOrders_Asked_AddUpOverAllRowsInTheBaseCurrency()
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var answer = await Find(turn, status: OrderStatusFilter.Open).SoundAsync();

        var open = Records.Orders.Where(order => order.Status is not (OrderStatus.Invoiced or OrderStatus.Cancelled)).ToList();
        Assert.True(open.Count > FunctionLimits.DefaultRows);
        Assert.Equal(open.Count, answer.Number("orders"));
        Assert.Equal(InBase(open), answer.Number("value"));
        Assert.Equal(open.Count(IsLate), answer.Number("late"));
        Assert.Equal(open.Count, answer.Table("orders").TotalRows);
        Assert.Equal(FunctionLimits.DefaultRows, answer.Table("orders").Rows.Count);
        Assert.True(answer.Evidence[0].Truncated);
    }

    [Fact]
    public async Task OpenOrders_Listed_LateOnesStandFirstByDaysTimesAmount()
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var rows = await (await Find(turn, status: OrderStatusFilter.Open).SoundAsync()).RowsAsync("orders");

        var expected = Records.Orders.Where(IsLate).OrderByDescending(order => (SampleFixture.Day.DayNumber - Due(order)!.Value.DayNumber) * InBase([order])).Select(order => order.Number).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, rows.Take(expected.Count).Select(row => row["order"]));
        Assert.All(rows.Skip(expected.Count), row => Assert.Empty(row["days_late"]));
    }

    public static TheoryData<string> Filters => new("customer", "po", "channel", "warehouse", "period", "late", "notlate", "hold", "sku", "region", "country", "currency", "minimum", "minimum-gbp", "all");

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task OneFilter_Asked_GivesTheOrdersThatPlainCodeGives(string filter)
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var (harrowgate, site, product) = (Records.Customers[0], Records.Warehouses[1], Records.Products[8]);
        var held = Records.OrderHolds.Where(hold => hold is { Reason: HoldReason.Credit, ReleasedOn: null }).Select(hold => hold.OrderId).ToHashSet();
        var with = Records.OrderLines.Where(line => line.ProductId == product.Id).Select(line => line.OrderId).ToHashSet();
        var po = Records.Orders.First(order => order.CustomerPo is not null).CustomerPo!;
        var (from, to) = (new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31));
        Customer Of(Order order) => Records.Customers.Single(customer => customer.Id == order.CustomerId);
        var (asked, expected) = filter switch
        {
            "customer" => (Find(turn, customer: harrowgate.Id), Where(order => order.CustomerId == harrowgate.Id)),
            "po" => (Find(turn, po: $" {po} "), Where(order => order.CustomerPo == po)),
            "channel" => (Find(turn, channel: Channel.Ecom), Where(order => order.Channel == Channel.Ecom)),
            "warehouse" => (Find(turn, warehouse: site.Id), Where(order => order.WarehouseId == site.Id)),
            "period" => (Find(turn, period: Period.Of("2026-10")), Where(order => order.OrderedOn >= from && order.OrderedOn <= to)),
            "late" => (Find(turn, period: Period.Of("2026-10"), late: true), Where(order => order.Status != OrderStatus.Cancelled && Due(order) >= from && Due(order) <= to && (order.DeliveredOn > Due(order) || IsLate(order)))),
            "notlate" => (Find(turn, late: false), Where(order => !IsLate(order) && !(order.Status != OrderStatus.Cancelled && order.DeliveredOn > Due(order)))),
            "hold" => (Find(turn, holdReason: HoldReason.Credit), Where(order => held.Contains(order.Id))),
            "sku" => (Find(turn, sku: product.Id), Where(order => with.Contains(order.Id))),
            "region" => (Find(turn, region: new Region("DACH")), Where(order => Of(order).Region == "DACH")),
            "country" => (Find(turn, region: new Region("US")), Where(order => Of(order).Country == "US")),
            "currency" => (Find(turn, currency: CurrencyCode.Of("PLN")), Where(order => order.Currency.Code == "PLN")),
            "minimum" => (Find(turn, minValue: 8_000), Where(order => Exact(order, CurrencyCode.Eur) >= 8_000)),
            "minimum-gbp" => (Find(turn, minValue: 8_000, currency: CurrencyCode.Of("GBP")), Where(order => Exact(order, CurrencyCode.Of("GBP")) >= 8_000)),
            _ => (Find(turn), Records.Orders),
        };

        var answer = await asked.SoundAsync();

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(order => order.Number).Order(), (await answer.RowsAsync("orders")).Select(row => row["order"]).Order());
        Assert.Equal(InBase(expected.Where(order => order.Status != OrderStatus.Cancelled)), Base(answer.Figure("value").Value));
    }

    [Fact]
    public async Task SeveralFiltersTogether_Asked_AllApply()
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var site = Records.Warehouses[0];

        var answer = await Find(turn, status: OrderStatusFilter.Invoiced, warehouse: site.Id, channel: Channel.Wholesale, minValue: 5_000, region: new Region("UK"), limit: 3).SoundAsync();

        var expected = Where(order => order.Status == OrderStatus.Invoiced && order.WarehouseId == site.Id && order.Channel == Channel.Wholesale && Exact(order, CurrencyCode.Eur) >= 5_000
            && Records.Customers.Single(customer => customer.Id == order.CustomerId).Region == "UK");
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Count, answer.Number("orders"));
        Assert.Equal(3, answer.Table("orders").Rows.Count);
        Assert.Contains("warehouse DAV", answer.Evidence[0].Filter, StringComparison.Ordinal);
        Assert.Contains("worth EUR 5,000.00 or more", answer.Evidence[0].Filter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PeriodThatLiesAhead_Asked_MeansTheDayOnWhichTheyAreDue()
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var (from, to) = (SampleFixture.Day.AddDays(1), SampleFixture.Day.AddDays(9));
        var answer = await Find(turn, period: Period.Of($"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}")).SoundAsync();

        var expected = Where(order => Due(order) >= from && Due(order) <= to);
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(order => order.Number).Order(), (await answer.RowsAsync("orders")).Select(row => row["order"]).Order());
        Assert.Contains($"due {from:yyyy-MM-dd} to {to:yyyy-MM-dd} by the day promised, else requested", answer.Title, StringComparison.Ordinal);
        Assert.Contains($"due {from:yyyy-MM-dd} to {to:yyyy-MM-dd} by the day promised, else requested", answer.Evidence[0].Filter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PeriodOfDueOrders_Asked_MeansTheDayOnWhichTheyAreDue()
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var (from, to) = (SampleFixture.Day.AddDays(-6), SampleFixture.Day.AddDays(14));
        var answer = await Find(turn, period: Period.Of($"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}"), due: true).SoundAsync();

        var expected = Where(order => Due(order) >= from && Due(order) <= to);
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(order => order.Number).Order(), (await answer.RowsAsync("orders")).Select(row => row["order"]).Order());
        Assert.Contains($"due {from:yyyy-MM-dd} to {to:yyyy-MM-dd}", answer.Evidence[0].Filter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PeriodThatBeginsToday_Asked_StaysOnTheOrderDay()
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var answer = await Find(turn, period: Period.Of($"{SampleFixture.Day:yyyy-MM-dd}..{SampleFixture.Day.AddDays(9):yyyy-MM-dd}")).SoundAsync();

        Assert.Equal(Records.Orders.Count(order => order.OrderedOn >= SampleFixture.Day), answer.Figures.Any(figure => figure.Key == "orders") ? answer.Number("orders") : 0);
        Assert.Contains("ordered ", answer.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingThatMatches_Asked_SaysSoAndOffersMore()
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var answer = await Find(turn, customer: Records.Customers[0].Id, po: "nowhere").SoundAsync();

        Assert.Equal("No orders match: all, customer Harrowgate Department Stores, PO nowhere.", answer.Said());
        Assert.Empty(answer.Table("orders").Rows);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2e12)]
    public async Task ImpossibleMinimum_Asked_IsRefusedInWords(double minimum)
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var result = await Find(turn, minValue: (decimal)minimum);

        Assert.Equal("OR-002", result.Fault!.Code);
    }

    [Fact]
    public async Task SalesRep_Asked_SeesTheOrdersOfTheRegionAlone()
    {
        await using var turn = await sample.AskAsync("jonas.weber");
        var answer = await Find(turn).SoundAsync();

        var mine = Records.Customers.Where(customer => customer.Region == "DACH" || customer.OwnerId == turn.Context.Turn.Asker.Id).Select(customer => customer.Id).ToHashSet();
        Assert.Equal(Records.Orders.Count(order => mine.Contains(order.CustomerId)), answer.Number("orders"));
    }

    [Fact]
    public async Task RoleThatSeesNoOrders_Asked_GetsNone()
    {
        await using var turn = await sample.AskAsync("olivia.grant");
        Assert.StartsWith("No orders match", (await Find(turn).SoundAsync()).Said(), StringComparison.Ordinal);
    }

    private static bool IsLate(Order order) => order.DeliveredOn is null && order.Status is not (OrderStatus.Cancelled or OrderStatus.Delivered or OrderStatus.Invoiced) && Due(order) < SampleFixture.Day;

    private static DateOnly? Due(Order order) => order.PromisedOn ?? order.RequestedOn;

    private List<Order> Where(Func<Order, bool> condition) => [.. Records.Orders.Where(condition)];

    private decimal Rate(CurrencyCode currency) => currency == CurrencyCode.Eur
        ? 1
        : Records.ExchangeRates.Where(rate => rate.Currency == currency && rate.Day <= SampleFixture.Day).MaxBy(rate => rate.Day)!.BasePerUnit;

    private decimal Exact(Order order, CurrencyCode currency) => order.TotalMinor / 100m * Rate(order.Currency) / Rate(currency);

    private decimal Base(Measure value) => decimal.Round(value.Number * Rate(value.Currency!.Value), 2, MidpointRounding.AwayFromZero);

    private decimal InBase(IEnumerable<Order> orders) => orders.GroupBy(order => order.Currency)
        .Sum(group => decimal.Round(group.Sum(order => order.TotalMinor) / 100m * Rate(group.Key), 2, MidpointRounding.AwayFromZero));

    private static Task<Result<Answer>> Find(
        AskedTurn turn, Id<Customer>? customer = null, OrderStatusFilter? status = null, string? po = null, Channel? channel = null, Id<Warehouse>? warehouse = null, Period? period = null, bool? due = null, bool? late = null,
        HoldReason? holdReason = null, Id<Product>? sku = null, decimal? minValue = null, Region? region = null, CurrencyCode? currency = null, int? limit = null) =>
        new FindOrders(turn.Context).AnswerAsync(customer, status, po, channel, warehouse, period, due, late, holdReason, sku, minValue, region, currency, limit, TestContext.Current.CancellationToken);
}
