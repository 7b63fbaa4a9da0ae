using Copilot.Core;
using Copilot.Plugins.Orders;
using Copilot.Plugins.Orders.Rules;
using FsCheck;
using FsCheck.Fluent;
using Property = FsCheck.Check;

namespace Copilot.Tests.Orders.Rules;

public sealed class MeasuringOneOrder
{
    private static readonly DateOnly Due = new(2026, 10, 15);

    [Fact]
    public void OrderInFullOnItsDay_Measured_IsPerfect()
    {
        var order = Measure([Line(40, Sent(40, 0))], delivered: 0);

        Assert.True(order.OnTime && order.OnTimeInFull && order.Accurate && order.Perfect);
        Assert.Equal((40, 40, 14), (order.UnitsOrdered, order.UnitsFilled, order.CycleDays));
    }

    [Fact]
    public void ADayLate_Measured_IsInFullAndNotOnTime()
    {
        var order = Measure([Line(40, Sent(40, 1))], delivered: 1);

        Assert.False(order.OnTime || order.OnTimeInFull);
        Assert.Equal(40, order.UnitsFilled);
    }

    [Fact]
    public void RestCancelledAfterAShortShipment_Measured_IsNotInFull()
    {
        var order = Measure([Line(40, Sent(34, 0)) with { Cancelled = 6 }], delivered: 0);

        Assert.True(order.OnTime);
        Assert.False(order.OnTimeInFull);
        Assert.Equal((40, 34), (order.UnitsOrdered, order.UnitsFilled));
    }

    [Fact]
    public void LineCancelledWhole_Measured_DoesNotCount()
    {
        var order = Measure([Line(40, Sent(40, 0)), Line(12) with { Cancelled = 12, LineNo = 2 }], delivered: 0);

        Assert.True(order.OnTimeInFull);
        Assert.Equal(40, order.UnitsOrdered);
    }

    [Fact]
    public void AnotherProductSent_Measured_IsNeitherInFullNorAccurate()
    {
        var order = Measure([Line(40, Sent(40, 0) with { ProductId = new(8) })], delivered: 0);

        Assert.False(order.OnTimeInFull || order.Accurate);
        Assert.Equal(0, order.UnitsFilled);
    }

    [Fact]
    public void DamagedOrWronglyInvoiced_Measured_IsNotPerfect()
    {
        var damaged = Measure([Line(40, Sent(40, 0) with { Damaged = 1 })], delivered: 0);
        var wrong = Line(40, Sent(40, 0)) with { Billed = [new("INV-1", null, Due, 39, new Money(10_00, CurrencyCode.Eur), new Money(390_00, CurrencyCode.Eur))] };

        Assert.True(damaged.OnTimeInFull);
        Assert.False(damaged.Perfect);
        Assert.False(Measure([wrong], delivered: 0).Perfect);
        Assert.True(Measure([wrong], delivered: 0, seesInvoices: false).Perfect);
    }

    [Fact]
    public void DeliveredWithoutAShipmentOnRecord_Measured_HasNoKnownQuantities()
    {
        Assert.False(Measure([Line(40)], delivered: 0).QuantitiesKnown);
        Assert.True(new OrderPerformance(new OrderRow { Status = OrderStatus.Confirmed, PromisedOn = Due }, [Line(40)], true).QuantitiesKnown);
    }

    [Fact]
    public void AnyShipments_Measured_FillNeverExceedsTheOrderAndPerfectImpliesTheRest() => Property.QuickThrowOnFailure(Prop.ForAll(
        Arb.From((from units in Gen.Choose(0, 50) from day in Gen.Choose(-5, 5) from product in Gen.Choose(7, 8) select Sent(units, day) with { ProductId = new(product) }).ArrayOf()),
        sent =>
        {
            var order = Measure([Line(40, sent)], delivered: 0);
            return order.UnitsFilled <= order.UnitsOrdered && order.UnitsFilled >= 0 && (!order.Perfect || (order.OnTimeInFull && order.Accurate)) && (!order.OnTimeInFull || order.UnitsFilled == order.UnitsOrdered);
        }));

    [Fact]
    public void AnyBatch_GrowingOlder_OnlyGetsWorse() => Property.QuickThrowOnFailure(Prop.ForAll(
        Arb.From(Gen.Choose(-20, 400)), Arb.From(Gen.Choose(0, 300).ArrayOf()), (days, minimums) => ShelfLife.Of(days - 1, minimums) <= ShelfLife.Of(days, minimums)));

    private static OrderPerformance Measure(IEnumerable<LineTrail> lines, int delivered, bool seesInvoices = true) => new(
        new OrderRow { Number = "SO-10001", Status = OrderStatus.Invoiced, OrderedOn = Due.AddDays(-14), PromisedOn = Due, DeliveredOn = Due.AddDays(delivered) }, lines, seesInvoices);

    private static LineTrail Line(int ordered, params SentUnits[] sent) => new()
    {
        OrderId = new(1), OrderNumber = "SO-10001", LineNo = 1, CustomerId = new(1), ProductId = new(7), Status = OrderStatus.Invoiced, OrderedOn = Due.AddDays(-14),
        UnitPrice = new Money(10_00, CurrencyCode.Eur), Ordered = ordered, Cancelled = 0, Sent = sent,
    };

    private static SentUnits Sent(int units, int day) => new(new(1), new(7), units, Due.AddDays(day - 2)) { DeliveredOn = Due.AddDays(day) };
}
