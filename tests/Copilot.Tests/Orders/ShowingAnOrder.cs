using Copilot.Core;
using Copilot.Data.Sample;
using Copilot.Plugins.Orders;
using Copilot.Tests.Support;

namespace Copilot.Tests.Orders;

public sealed class ShowingAnOrder(SampleFixture sample)
{
    private SampleRecords Records => sample.Records;

    [Theory]
    [InlineData(OrderStatus.Invoiced)]
    [InlineData(OrderStatus.Backordered)]
    [InlineData(OrderStatus.OnHold)]
    [InlineData(OrderStatus.Cancelled)]
    public async Task OrderOfAStatus_Shown_AddsUpToItsLinesShipmentsAndInvoices(OrderStatus status)
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var order = Records.Orders.Last(row => row.Status == status && row.Channel == Channel.Wholesale);
        var answer = await Show(turn, order).SoundAsync();

        var lines = Records.OrderLines.Where(line => line.OrderId == order.Id).ToList();
        var ids = lines.Select(line => line.Id).ToHashSet();
        var left = Records.Shipments.Where(row => row.OrderId == order.Id && row.ShippedAt is not null).Select(row => row.Id).ToHashSet();
        var shipped = Records.ShipmentLines.Where(line => left.Contains(line.ShipmentId)).ToList();
        Assert.Equal(order.TotalMinor / 100m, answer.Number("value"));
        Assert.Equal(lines.Sum(line => line.Quantity - line.Cancelled), answer.Number("ordered"));
        Assert.Equal(shipped.Sum(line => line.Quantity), answer.Number("shipped"));
        Assert.Equal(Records.InvoiceLines.Where(line => line.OrderLineId is { } id && ids.Contains(id)).Sum(line => line.Quantity), answer.Number("invoiced"));
        Assert.Equal(lines.Sum(line => Math.Max(0, line.Quantity - line.Cancelled - shipped.Where(sent => sent.OrderLineId == line.Id).Sum(sent => sent.Quantity))), answer.Number("open"));
        Assert.Equal(lines.Count, answer.Table("lines").TotalRows);
        Assert.Equal(Records.OrderEvents.Count(row => row.OrderId == order.Id), answer.Table("history").TotalRows);
        Assert.Equal(Records.Invoices.Count(row => row.OrderId == order.Id), answer.Has("invoices") ? answer.Table("invoices").TotalRows : 0);
    }

    [Theory]
    [InlineData(HoldReason.Credit, "Victor Stein (controller) or Amelia Frost (director)")]
    [InlineData(HoldReason.Price, "Ben Carter (order desk) or Nadia Hassan (sales ops manager)")]
    public async Task HeldOrder_Shown_SaysWhyAndWhoMayReleaseIt(HoldReason reason, string who)
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var hold = Records.OrderHolds.First(row => row.Reason == reason && row.ReleasedOn is null);

        var answer = await Show(turn, Records.Orders.Single(row => row.Id == hold.OrderId)).SoundAsync();

        Assert.Contains($"Held for {Words.Of(reason)} since {hold.PlacedOn:yyyy-MM-dd} ({hold.Note}). {who} may release it.", answer.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CustomerWithRequirements_OrderShown_ListsThemToTickOff()
    {
        await using var turn = await sample.AskAsync("ben.carter");
        var customer = Records.Customers.Single(row => row.Name == "Kaufhaus Adler");

        var rows = await (await Show(turn, Records.Orders.Last(row => row.CustomerId == customer.Id)).SoundAsync()).RowsAsync("requirements");

        Assert.Equal(Records.CustomerRequirements.Where(row => row.CustomerId == customer.Id).Select(row => row.Text).Order(), rows.Select(row => row["requirement"]).Order());
        Assert.All(rows, row => Assert.Equal("☐", row["done"]));
    }

    [Fact]
    public async Task RoleWithoutReceivables_OrderShown_SaysThatInvoicesAreNotShown()
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var answer = await Show(turn, Records.Orders.Last(row => row.Status == OrderStatus.Invoiced)).SoundAsync();

        Assert.Contains("Invoices are not shown", answer.Said(), StringComparison.Ordinal);
        Assert.False(answer.Has("invoices"));
        Assert.DoesNotContain(answer.Figures, figure => figure.Key == "invoiced");
        Assert.DoesNotContain(answer.Table("lines").Columns, column => column.Key == "invoiced");
    }

    [Fact]
    public async Task OrderOfAnotherRegion_AskedByASalesRep_IsNotFound()
    {
        await using var turn = await sample.AskAsync("jonas.weber");
        var order = Records.Orders.First(row => Records.Customers.Single(customer => customer.Id == row.CustomerId).Region == "UK");

        Assert.Equal("OR-001", (await Show(turn, order)).Fault!.Code);
    }

    [Fact]
    public async Task AmountsHiddenFromARole_OrderShown_HoldsNoMoney()
    {
        await using var plain = await sample.AskAsync("ben.carter");
        var rules = Records.RoleVisibilities.Where(row => row.Role == "order_desk").Select(row => new RoleVisibility { Role = row.Role, Area = row.Area, Level = row.Level, HideAmounts = row.Area == Area.Orders });
        await using var turn = await sample.AskAsync(plain.Context.Turn.Asker, new Access(plain.Context.Turn.Asker, ["order_desk"], rules));

        var answer = (await Show(turn, Records.Orders.Last(row => row.Status == OrderStatus.OnHold))).Value;

        Assert.Contains("(hidden)", answer.Said(), StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Figures, figure => figure.Value.Unit == Unit.Money);
        Assert.All(answer.Table("lines").Rows, row => Assert.DoesNotContain(row.Cells, cell => cell is NumberCell { Value.Unit: Unit.Money }));
    }

    private static Task<Result<Answer>> Show(AskedTurn turn, Order order) => new ShowOrder(turn.Context).AnswerAsync(order.Id, TestContext.Current.CancellationToken);
}
