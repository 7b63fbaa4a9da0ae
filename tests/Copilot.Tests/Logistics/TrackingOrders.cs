using Copilot.Core;
using Copilot.Data.Sample;
using Copilot.Plugins.Logistics;
using Copilot.Tests.Support;

namespace Copilot.Tests.Logistics;

public sealed class TrackingOrders(SampleFixture sample)
{
    private SampleRecords Records => sample.Records;

    [Theory]
    [InlineData(OrderStatus.Invoiced)]
    [InlineData(OrderStatus.Picking)]
    [InlineData(OrderStatus.Shipped)]
    public async Task OrderWithShipments_Tracked_ShowsEachWithItsEventsAndNextStep(OrderStatus status)
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var order = Records.Orders.Last(row => row.Status == status);
        var answer = await Ask(turn, order.Id).SoundAsync();

        var shipments = Records.Shipments.Where(row => row.OrderId == order.Id).ToList();
        var rows = await answer.RowsAsync("shipments");
        Assert.Equal(shipments.Count, answer.Number("shipments"));
        Assert.Equal(shipments.Sum(row => row.Cartons), answer.Number("cartons"));
        Assert.Equal(shipments.Select(row => row.Number), rows.Select(row => row["shipment"]));
        Assert.All(rows, row => Assert.NotEmpty(row["next"]));
        Assert.Equal(Records.ShipmentEvents.Count(row => shipments.Exists(shipment => shipment.Id == row.ShipmentId)), answer.Table("events").TotalRows);
        Assert.All(shipments.Zip(rows), pair => Assert.Equal(
            Math.Max(0, ((pair.First.DeliveredOn ?? SampleFixture.Day).DayNumber - pair.First.PromisedOn?.DayNumber) ?? 0), pair.Second["days_late"].Length == 0 ? 0 : int.Parse(pair.Second["days_late"].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task StuckShipment_Tracked_SaysToAskTheCarrier()
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var stuck = Records.ShipmentExceptions.First(row => row is { Kind: ExceptionKind.Stuck, ClosedOn: null });
        var shipment = Records.Shipments.Single(row => row.Id == stuck.ShipmentId);

        var answer = await Ask(turn, shipment.OrderId).SoundAsync();

        Assert.Contains($"ask {shipment.Carrier} about {shipment.TrackingNumber}", answer.Said(), StringComparison.Ordinal);
        Assert.Contains(await answer.RowsAsync("exceptions"), row => row["kind"] == "stuck" && row["owner"] == "Ilse de Vries");
    }

    [Fact]
    public async Task OrderWithoutShipments_Tracked_SaysHowFarItIs()
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var order = Records.Orders.First(row => row.Status == OrderStatus.OnHold);
        var answer = await Ask(turn, order.Id).SoundAsync();

        Assert.Contains("has no shipment yet; the order is on hold", answer.Said(), StringComparison.Ordinal);
        Assert.Contains($"What would release {order.Number}?", answer.Next);
    }

    [Fact]
    public async Task OrderThatIsNotThere_Tracked_IsAFault()
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        Assert.Equal("LO-001", (await Ask(turn, new Id<Order>(999_999))).Fault!.Code);
    }

    private static Task<Result<Answer>> Ask(AskedTurn turn, Id<Order> order) => new TrackOrder(turn.Context).AnswerAsync(order, TestContext.Current.CancellationToken);
}
