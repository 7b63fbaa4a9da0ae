using Copilot.Core;
using Copilot.Data.Sample;
using Copilot.Plugins.Logistics;
using Copilot.Tests.Support;

namespace Copilot.Tests.Logistics;

public sealed class ServiceLevelOfTheSites(SampleFixture sample)
{
    private SampleRecords Records => sample.Records;

    [Theory]
    [InlineData(null, "2026-Q3")]
    [InlineData("RNO", "2026-09")]
    [InlineData("VEN", "last-30-days")]
    public async Task Shipments_AgainstTheirDeadlines_GiveTheShareOfPlainCode(string? code, string period)
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var site = code is null ? null : Records.Warehouses.Single(row => row.Code == code);
        var days = Period.Of(period).Resolve(SampleFixture.Day, new FiscalCalendar(1));
        var answer = await Ask(turn, site?.Id, Period.Of(period)).SoundAsync();

        var now = turn.Context.Turn.Now;
        var due = Records.Shipments.Where(row => site is null || row.WarehouseId == site.Id).Select(row => (row, deadline: Deadline(row))).Where(pair => days.Contains(pair.deadline.Day)).ToList();
        var measured = due.Where(pair => pair.row.ShippedAt is not null || now > pair.deadline.At).ToList();
        var late = measured.Where(pair => (pair.row.ShippedAt ?? now) > pair.deadline.At).Select(pair => pair.row.Number).ToList();
        Assert.NotEmpty(late);
        Assert.Equal(decimal.Round(100m * (measured.Count - late.Count) / measured.Count, 1, MidpointRounding.AwayFromZero), answer.Number("service_level"));
        Assert.Equal(late.Order(), (await answer.RowsAsync("late")).Select(row => row["shipment"]).Order());
        Assert.Equal(due.Count - measured.Count, answer.Figure("service_level").Bridge.LeftOut.Sum(left => left.Count));
    }

    [Fact]
    public async Task SiteThatFailedForAMonth_Measured_IsNamedFirst()
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        var answer = await Ask(turn, null, Period.Of("2026-09")).SoundAsync();

        Assert.Contains("The lowest is RNO Reno (Sierra Distribution)", answer.Said(), StringComparison.Ordinal);
        Assert.Equal("RNO Reno", (await answer.RowsAsync("sites"))[0]["warehouse"]);
    }

    [Fact]
    public async Task PeriodWithoutShipments_Measured_SaysSo()
    {
        await using var turn = await sample.AskAsync("ilse.devries");
        Assert.StartsWith("No shipment was to leave 1999-01-01", (await Ask(turn, null, Period.Of("1999")).SoundAsync()).Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RoleThatSeesNoLogistics_Measured_GetsNothing()
    {
        await using var turn = await sample.AskAsync("olivia.grant");
        Assert.StartsWith("No shipment was", (await Ask(turn, null, null).SoundAsync()).Said(), StringComparison.Ordinal);
    }

    // hour by hour on the wall: from the cut-off of the day it counts for, hours pass on working days alone
    private (DateTimeOffset At, DateOnly Day) Deadline(Shipment shipment)
    {
        var site = Records.Warehouses.Single(row => row.Id == shipment.WarehouseId);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone);
        bool Works(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Records.WarehouseHolidays.Exists(row => row.WarehouseId == site.Id && row.Day == day);
        var local = TimeZoneInfo.ConvertTime(shipment.ReleasedAt, zone).DateTime;
        var day = DateOnly.FromDateTime(local);
        if (!Works(day) || TimeOnly.FromDateTime(local) > site.Cutoff)
        {
            do
            {
                day = day.AddDays(1);
            }
            while (!Works(day));
        }

        var at = day.ToDateTime(site.Cutoff);
        for (var hours = site.ShipWithinHours; hours > 0; at = at.AddHours(1))
        {
            hours -= Works(DateOnly.FromDateTime(at)) ? 1 : 0;
        }

        return (new DateTimeOffset(at, zone.GetUtcOffset(at)), DateOnly.FromDateTime(at));
    }

    private static Task<Result<Answer>> Ask(AskedTurn turn, Id<Warehouse>? site, Period? period) => new MeasureSla(turn.Context).AnswerAsync(site, period, TestContext.Current.CancellationToken);
}
