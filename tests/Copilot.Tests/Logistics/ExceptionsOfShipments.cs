using System.Globalization;
using Copilot.Core;
using Copilot.Data.Sample;
using Copilot.Plugins.Logistics;
using Copilot.Tests.Support;

namespace Copilot.Tests.Logistics;

public sealed class ExceptionsOfShipments(SampleFixture sample)
{
    private SampleRecords Records => sample.Records;

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("RNO", null, "2026-Q3")]
    [InlineData(null, ExceptionKind.Late, "2026")]
    [InlineData("VEN", ExceptionKind.Short, "2026")]
    public async Task Exceptions_BySiteKindAndPeriod_AreThoseOfPlainCode(string? code, ExceptionKind? kind, string? period)
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var site = code is null ? null : Records.Warehouses.Single(row => row.Code == code);
        var answer = await Ask(turn, site?.Id, kind, period is null ? null : Period.Of(period)).SoundAsync();

        var days = period is null ? (DateRange?)null : Period.Of(period).Resolve(SampleFixture.Day, new FiscalCalendar(1));
        var expected = Records.ShipmentExceptions.Where(row => (days is { } range ? range.Contains(row.OpenedOn) : row.ClosedOn is null) && (kind is null || row.Kind == kind)
            && (site is null || Shipment(row).WarehouseId == site.Id)).ToList();
        Assert.NotEmpty(expected);
        var rows = await answer.RowsAsync("exceptions");
        Assert.Equal(expected.Count, answer.Number("exceptions"));
        Assert.Equal(expected.Count(row => row.ClosedOn is null), answer.Number("open"));
        Assert.Equal(expected.Sum(row => row.Units), answer.Number("units"));
        Assert.Equal(expected.Select(row => $"{Shipment(row).Number} {Age(row)} {Owner(row)}").Order(), rows.Select(row => $"{row["shipment"]} {row["age"].Split(' ')[0]} {row["owner"]}").Order());
        Assert.Equal(rows.OrderBy(row => row["closed_on"].Length).Select(row => row["closed_on"].Length == 0), rows.Select(row => row["closed_on"].Length == 0));
    }

    [Fact]
    public async Task KindThatNeverHappened_Asked_SaysSo()
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        Assert.Equal("No shipment exceptions are opened 1999-01-01 to 1999-12-31, damaged.", (await Ask(turn, null, ExceptionKind.Damaged, Period.Of("1999")).SoundAsync()).Said());
    }

    [Fact]
    public async Task SalesRep_Asks_SeesTheRegionAlone()
    {
        await using var turn = await sample.AskAsync("jonas.weber");
        var answer = await Ask(turn, null, null, Period.Of("2026")).SoundAsync();

        var mine = Records.Customers.Where(row => row.Region == "DACH" || row.OwnerId == turn.Context.Turn.Asker.Id).Select(row => row.Id).ToHashSet();
        var days = new FiscalCalendar(1).Year(2026);
        Assert.Equal(
            Records.ShipmentExceptions.Count(row => days.Contains(row.OpenedOn) && mine.Contains(Records.Orders.Single(order => order.Id == Shipment(row).OrderId).CustomerId)), answer.Number("exceptions"));
    }

    private Shipment Shipment(ShipmentException exception) => Records.Shipments.Single(row => row.Id == exception.ShipmentId);

    private string Owner(ShipmentException exception) => Records.People.Find(row => row.Id == exception.OwnerId)?.Name ?? "nobody";

    private static string Age(ShipmentException exception) => ((exception.ClosedOn ?? SampleFixture.Day).DayNumber - exception.OpenedOn.DayNumber).ToString(CultureInfo.InvariantCulture);

    private static Task<Result<Answer>> Ask(AskedTurn turn, Id<Warehouse>? site, ExceptionKind? kind, Period? period) =>
        new ListExceptions(turn.Context).AnswerAsync(site, kind, period, 100, TestContext.Current.CancellationToken);
}
