using System.Globalization;
using Copilot.Core;
using Copilot.Data.Sample;
using Copilot.Plugins.Orders;
using Copilot.Tests.Support;

namespace Copilot.Tests.Orders;

public sealed class MeasuringDelivery(SampleFixture sample)
{
    private static readonly Period Quarter = Period.Of("2026-Q3");

    private SampleRecords Records => sample.Records;

    [Theory]
    [InlineData(null)]
    [InlineData("Maple & Main")]
    public async Task OrdersOfAQuarter_Measured_GiveTheRatiosOfPlainCode(string? name)
    {
        await using var turn = await sample.AskAsync("nadia.hassan");
        var customer = name is null ? null : Records.Customers.Single(row => row.Name == name);
        var answer = await Ask(turn, Quarter, null, customer?.Id).SoundAsync();

        var due = Due(customer?.Id);
        Assert.NotEmpty(due);
        Assert.Equal(Percent(due.Count(order => Lines(order).All(line => OnTimeInFull(order, line))), due.Count), answer.Number("on_time_in_full"));
        Assert.Equal(Percent(due.Sum(order => Lines(order).Count(line => OnTimeInFull(order, line))), due.Sum(order => Lines(order).Count)), answer.Number("lines_on_time_in_full"));
        Assert.Equal(Percent(due.Count(order => order.DeliveredOn <= Day(order)), due.Count), answer.Number("on_time"));
        Assert.Equal(Percent(due.Sum(order => Lines(order).Sum(line => Math.Min(line.Quantity, Units(line, (_, shipment) => LocalDay(shipment) <= Day(order))))), due.Sum(order => Lines(order).Sum(line => line.Quantity))), answer.Number("fill_rate"));
        Assert.Equal(Percent(due.Count(order => Lines(order).All(line => OnTimeInFull(order, line)) && Accurate(order) && InvoicedRight(order)), due.Count), answer.Number("perfect_order"));
        Assert.Equal(Percent(due.Count(Accurate), due.Count), answer.Number("order_accuracy"));
        Assert.Equal(decimal.Round((decimal)due.Average(order => order.DeliveredOn!.Value.DayNumber - order.OrderedOn.DayNumber), 1, MidpointRounding.AwayFromZero), answer.Number("cycle_time"));
    }

    [Theory]
    [InlineData(Breakdown.Warehouse)]
    [InlineData(Breakdown.Customer)]
    [InlineData(Breakdown.Region)]
    [InlineData(Breakdown.Channel)]
    [InlineData(Breakdown.Month)]
    public async Task Breakdown_OfAQuarter_HoldsEveryOrderOnce(Breakdown by)
    {
        await using var turn = await sample.AskAsync("nadia.hassan");
        var rows = await (await Ask(turn, Quarter, by, null).SoundAsync()).RowsAsync("kpis");

        var due = Due(null);
        Assert.Equal(due.Count, rows.Sum(row => int.Parse(row["orders"], CultureInfo.InvariantCulture)));
        Assert.Equal(due.Count(order => !Lines(order).All(line => OnTimeInFull(order, line))), rows.Sum(row => int.Parse(row["failed"], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task SiteThatFailedForAMonth_Measured_StandsFirst()
    {
        await using var turn = await sample.AskAsync("nadia.hassan");
        var rows = await (await Ask(turn, Period.Of("2026-09"), Breakdown.Warehouse, null).SoundAsync()).RowsAsync("kpis");

        Assert.Equal("RNO", rows[0]["warehouse"]);
    }

    [Fact]
    public async Task OrdersCancelledOrNotYetDue_Measured_AreNamedAsLeftOut()
    {
        await using var turn = await sample.AskAsync("nadia.hassan");
        var answer = await Ask(turn, Period.Of("2026-Q4"), null, null).SoundAsync();

        var (from, to) = (new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 31));
        var left = answer.Figure("on_time_in_full").Bridge.LeftOut.ToDictionary(item => item.Reason, item => item.Count);
        Assert.Equal(Records.Orders.Count(row => row.Status == OrderStatus.Cancelled && Day(row) >= from && Day(row) <= to), left.GetValueOrDefault("cancelled"));
        Assert.Equal(Records.Orders.Count(row => row.Status != OrderStatus.Cancelled && Day(row) >= SampleFixture.Day && Day(row) <= to && row.DeliveredOn is null), left["not due yet and not delivered"]);
    }

    [Fact]
    public async Task PeriodWithoutOrders_Measured_SaysSo()
    {
        await using var turn = await sample.AskAsync("nadia.hassan");
        var answer = await Ask(turn, Period.Of("1999"), Breakdown.Warehouse, null).SoundAsync();

        Assert.StartsWith("No orders to measure", answer.Said(), StringComparison.Ordinal);
        Assert.Empty(answer.Figures);
    }

    [Fact]
    public async Task RoleWithoutReceivables_Measures_LooksAtNoInvoicesAndSaysSo()
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var answer = await Ask(turn, Quarter, null, null).SoundAsync();

        var due = Due(null);
        Assert.Equal("Perfect orders, invoices not looked at", answer.Figure("perfect_order").Label);
        Assert.Equal(Percent(due.Count(order => Lines(order).All(line => OnTimeInFull(order, line)) && Accurate(order)), due.Count), answer.Number("perfect_order"));
    }

    private List<Order> Due(Id<Customer>? customer) => [.. Records.Orders.Where(order => order.Status != OrderStatus.Cancelled && Day(order) >= new DateOnly(2026, 7, 1) && Day(order) <= new DateOnly(2026, 9, 30)
        && (customer is null || order.CustomerId == customer))];

    private static DateOnly? Day(Order order) => order.PromisedOn ?? order.RequestedOn;

    private List<OrderLine> Lines(Order order) => [.. Records.OrderLines.Where(line => line.OrderId == order.Id)];

    private int Units(OrderLine line, Func<ShipmentLine, Shipment, bool> counts) => Records.ShipmentLines.Where(sent => sent.OrderLineId == line.Id && sent.ProductId == line.ProductId)
        .Where(sent => Records.Shipments[sent.ShipmentId.Value - 1] is { ShippedAt: not null } shipment && counts(sent, shipment)).Sum(sent => sent.Quantity);

    private bool OnTimeInFull(Order order, OrderLine line) => Units(line, (_, shipment) => shipment.DeliveredOn <= Day(order)) >= line.Quantity;

    private bool Accurate(Order order) => Lines(order).All(line => Records.ShipmentLines.Where(sent => sent.OrderLineId == line.Id).All(sent => sent.ProductId == line.ProductId && sent.Damaged == 0)
        && Units(line, (_, _) => true) <= line.Quantity);

    private bool InvoicedRight(Order order) => Lines(order).All(line =>
    {
        var billed = Records.InvoiceLines.Where(item => item.OrderLineId == line.Id).ToList();
        var sent = Records.ShipmentLines.Where(item => item.OrderLineId == line.Id).Sum(item => item.Quantity);
        return billed.Count == 0 || (billed.Sum(item => item.AmountMinor) == sent * line.UnitPriceMinor && !Records.CreditNoteLines.Exists(item => item.OrderLineId == line.Id));
    });

    private DateOnly LocalDay(Shipment shipment) => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(shipment.ShippedAt!.Value, TimeZoneInfo.FindSystemTimeZoneById(Records.Warehouses.Single(site => site.Id == shipment.WarehouseId).TimeZone)).DateTime);

    private static decimal Percent(int part, int whole) => decimal.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);

    private static Task<Result<Answer>> Ask(AskedTurn turn, Period? period, Breakdown? by, Id<Customer>? customer) => new MeasureOrders(turn.Context).AnswerAsync(period, by, customer, 100, TestContext.Current.CancellationToken);
}
