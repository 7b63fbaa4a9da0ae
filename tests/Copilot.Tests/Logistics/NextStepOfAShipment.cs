using Copilot.Core;
using Copilot.Plugins.Logistics.Rules;

namespace Copilot.Tests.Logistics;

public sealed class NextStepOfAShipment
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(ShipmentStatus.Released, "picking")]
    [InlineData(ShipmentStatus.Picking, "packing")]
    [InlineData(ShipmentStatus.Packed, "hand-over to Maasvracht")]
    public void ShipmentStillAtTheSite_Asked_NamesTheDeadlineAndWhetherItHasPassed(ShipmentStatus status, string expected)
    {
        var shipment = new Shipment { Status = status, Carrier = "Maasvracht" };

        var ahead = NextStep.Of(shipment, Now.AddHours(1), "15:00", null, Now, Today);
        var past = NextStep.Of(shipment, Now.AddHours(-1), "11:00", null, Now, Today);

        Assert.StartsWith(expected, ahead.Text, StringComparison.Ordinal);
        Assert.EndsWith("15:00", ahead.Text, StringComparison.Ordinal);
        Assert.Equal((false, true), (ahead.Overdue, past.Overdue));
    }

    [Theory]
    [InlineData(2, 0, false, "delivery on 2026-11-23")]
    [InlineData(-2, 1, true, "2 days ago")]
    [InlineData(2, 3, true, "no event for 3 days: ask Maasvracht about MA123")]
    public void ShipmentOnTheWay_Asked_NamesTheDayAndTheSilence(int promised, int silent, bool overdue, string expected)
    {
        var shipment = new Shipment { Status = ShipmentStatus.InTransit, Carrier = "Maasvracht", TrackingNumber = "MA123", PromisedOn = Today.AddDays(promised) };

        var step = NextStep.Of(shipment, Now, "", Today.AddDays(-silent), Now, Today);

        Assert.Equal(overdue, step.Overdue);
        Assert.Contains(expected, step.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ShipmentDeliveredOrReturned_Asked_IsDoneOrToBeDecided()
    {
        Assert.False(NextStep.Of(new Shipment { Status = ShipmentStatus.Delivered }, Now, "", null, Now, Today).Overdue);
        Assert.True(NextStep.Of(new Shipment { Status = ShipmentStatus.Returned }, Now, "", null, Now, Today).Overdue);
    }
}
