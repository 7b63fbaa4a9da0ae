using Copilot.Core;
using Copilot.Data.Sample;
using Copilot.Plugins.Orders;
using Copilot.Tests.Support;

namespace Copilot.Tests.Orders;

public sealed class ReconcilingOrders(SampleFixture sample)
{
    private static readonly Period Year = Period.Of("2025-11-21..2026-11-20");

    private SampleRecords Records => sample.Records;

    [Theory]
    [InlineData(null)]
    [InlineData("Kaufhaus Adler")]
    [InlineData("Maple & Main")]
    public async Task OrdersOfAYear_Reconciled_BridgeFromOrderedToInvoicedLessCredited(string? name)
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var customer = name is null ? null : Records.Customers.Single(row => row.Name == name);
        var answer = await Ask(turn, Year, customer?.Id).SoundAsync();

        var lines = Lines(new(2025, 11, 21), new(2026, 11, 20), customer?.Id);
        Assert.Equal(InBase(lines.Select(line => (line.Line.Quantity * line.Line.UnitPriceMinor, line.Order.Currency))), InBase(answer.Figure("ordered")));
        Assert.Equal(InBase(lines.Select(line => ((line.Line.Quantity - line.Shipped) * line.Line.UnitPriceMinor, line.Order.Currency))), InBase(answer.Figure("not_delivered")));
        Assert.Equal(InBase(lines.Select(line => (line.Invoiced - line.Credited - (line.Shipped * line.Line.UnitPriceMinor), line.Order.Currency))), InBase(answer.Figure("billing_difference")));
        Assert.Equal(0, answer.Number("unexplained"));
        Assert.InRange(answer.Number("invoiced") - InBase(lines.Select(line => (line.Invoiced - line.Credited, line.Order.Currency))), -0.05m, 0.05m);
    }

    [Fact]
    public async Task PlantedDifferences_Reconciled_AreAllNamedWithTheirCause()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var rows = await (await Ask(turn, Year, null).SoundAsync()).RowsAsync("differences");
        HashSet<string> Orders(string cause) => [.. rows.Where(row => row["cause"].Contains(cause, StringComparison.Ordinal)).Select(row => row["order"])];

        var lines = Lines(new(2025, 11, 21), new(2026, 11, 20), null);
        Assert.Equal(lines.Where(line => Sent(line.Line).Any(sent => sent.ProductId != line.Line.ProductId)).Select(line => line.Order.Number).ToHashSet(), Orders("substitution"));
        Assert.Equal(
            lines.Where(line => Records.InvoiceLines.Any(item => item.OrderLineId == line.Line.Id && item.UnitPriceMinor != line.Line.UnitPriceMinor)).Select(line => line.Order.Number).ToHashSet(),
            Orders("price changed"));
        Assert.Equal(
            Records.Invoices.Where(row => row.ShipmentId is not null).GroupBy(row => row.ShipmentId).Where(group => group.Count() > 1).Select(group => Records.Orders.Single(order => order.Id == group.First().OrderId).Number).ToHashSet(),
            Orders("duplicate invoice"));
        Assert.NotEmpty(Orders("duplicate invoice"));
        Assert.NotEmpty(Orders("invoiced before shipped"));
        Assert.NotEmpty(Orders("invoiced more than shipped"));
        Assert.NotEmpty(Orders("invoiced less than shipped"));
        Assert.NotEmpty(Orders("short pick"));
    }

    [Fact]
    public async Task LinesThatOnlyAwaitTheirInvoice_Listed_ComeLastAndAreCountedApart()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        var answer = await Ask(turn, null, null).SoundAsync();
        var rows = await answer.RowsAsync("differences");

        var differing = (int)answer.Number("differing");
        Assert.Equal(rows.Count, differing + answer.Number("awaiting_invoice"));
        Assert.All(rows.Skip(differing), row => Assert.StartsWith("not yet invoiced", row["cause"], StringComparison.Ordinal));
        Assert.All(rows.Take(differing), row => Assert.NotEqual("not yet invoiced", row["cause"].Split(" (")[0]));
    }

    [Fact]
    public async Task PeriodWithoutOrders_Reconciled_SaysSo()
    {
        await using var turn = await sample.AskAsync("victor.stein");
        Assert.StartsWith("No orders were ordered 1999-01-01 to 1999-12-31", (await Ask(turn, Period.Of("1999"), null).SoundAsync()).Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RoleWithoutReceivables_Reconciles_ComparesOrderedAndShippedAlone()
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var answer = await Ask(turn, Year, null).SoundAsync();

        Assert.Contains("Only ordered and shipped are compared", answer.Said(), StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Figures, figure => figure.Key is "invoiced" or "billing_difference");
        Assert.All(await answer.RowsAsync("differences"), row => Assert.DoesNotContain("INV-", row["cause"], StringComparison.Ordinal));
        Assert.Equal(InBase(Lines(new(2025, 11, 21), new(2026, 11, 20), null).Select(line => ((line.Line.Quantity - line.Shipped) * line.Line.UnitPriceMinor, line.Order.Currency))), InBase(answer.Figure("not_delivered")));
    }

    private List<(Order Order, OrderLine Line, int Shipped, long Invoiced, long Credited)> Lines(DateOnly from, DateOnly to, Id<Customer>? customer)
    {
        var left = Records.Shipments.Where(row => row.ShippedAt is not null && row.Status != ShipmentStatus.Returned).Select(row => row.Id).ToHashSet();
        var sent = Records.ShipmentLines.Where(row => left.Contains(row.ShipmentId)).ToLookup(row => row.OrderLineId);
        var billed = Records.InvoiceLines.ToLookup(row => row.OrderLineId);
        var credited = Records.CreditNoteLines.ToLookup(row => row.OrderLineId);
        var orders = Records.Orders.Where(row => row.OrderedOn >= from && row.OrderedOn <= to && row.Status != OrderStatus.Cancelled && (customer is null || row.CustomerId == customer)).ToDictionary(row => row.Id);
        return [.. Records.OrderLines.Where(row => orders.ContainsKey(row.OrderId))
            .Select(row => (orders[row.OrderId], row, sent[row.Id].Sum(line => line.Quantity), billed[row.Id].Sum(line => line.AmountMinor), credited[row.Id].Sum(line => line.AmountMinor)))];
    }

    private IEnumerable<ShipmentLine> Sent(OrderLine line) => Records.ShipmentLines.Where(row => row.OrderLineId == line.Id);

    private decimal InBase(IEnumerable<(long Minor, CurrencyCode Currency)> amounts) => Figured.InBase(Records, amounts, SampleFixture.Day);

    private decimal InBase(Figure figure) => decimal.Round(figure.Value.Number * Figured.Rate(Records, figure.Value.Currency!.Value, SampleFixture.Day), 2, MidpointRounding.AwayFromZero);

    private static Task<Result<Answer>> Ask(AskedTurn turn, Period? period, Id<Customer>? customer) => new ReconcileOrders(turn.Context).AnswerAsync(period, customer, null, TestContext.Current.CancellationToken);
}
