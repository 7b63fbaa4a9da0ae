using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using FsCheck;
using FsCheck.Fluent;
using Property = FsCheck.Check;

namespace Copilot.Tests.Orders.Rules;

public sealed class LatenessOfOrders
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    private static readonly Gen<DateOnly?> Day = Gen.OneOf(Gen.Constant((DateOnly?)null), Gen.Choose(-9, 9).Select(offset => (DateOnly?)Today.AddDays(offset)));

    private static readonly Arbitrary<Order> AnyOrder = Arb.From(
        from status in Gen.Elements(Enum.GetValues<OrderStatus>())
        from requested in Day
        from promised in Day
        from delivered in Day
        select new Order { Status = status, RequestedOn = requested, PromisedOn = promised, DeliveredOn = delivered });

    [Fact]
    public void AnyOrder_AskedInAQueryAndInMemory_IsLateInBothOrNeither()
    {
        var (isLate, isOpen) = (Lateness.IsLate(Today).Compile(), Lateness.IsLateAndOpen(Today).Compile());
        Property.QuickThrowOnFailure(Prop.ForAll(AnyOrder, order =>
        {
            var days = Lateness.Days(order.Status, order.PromisedOn, order.RequestedOn, order.DeliveredOn, Today);
            return isLate(order) == (days > 0) && (!isOpen(order) || (isLate(order) && order.DeliveredOn is null));
        }));
    }

    [Fact]
    public void AnyOrder_LateOrNot_IsOneOfTheTwo()
    {
        var (late, not) = (Lateness.IsLate(Today).Compile(), Lateness.Not(Lateness.IsLate(Today)).Compile());
        Property.QuickThrowOnFailure(Prop.ForAll(AnyOrder, order => late(order) != not(order)));
    }

    [Theory]
    [InlineData(OrderStatus.Shipped, -3, null, 3)]
    [InlineData(OrderStatus.Confirmed, -3, null, 3)]
    [InlineData(OrderStatus.Confirmed, 0, null, 0)]
    [InlineData(OrderStatus.Delivered, -9, -5, 4)]
    [InlineData(OrderStatus.Delivered, -9, -9, 0)]
    [InlineData(OrderStatus.Invoiced, -9, null, 0)]
    [InlineData(OrderStatus.Cancelled, -9, null, 0)]
    public void OrderPromisedForADay_Measured_IsSoManyDaysLate(OrderStatus status, int promised, int? delivered, int expected) => Assert.Equal(
        expected, Lateness.Days(status, Today.AddDays(promised), Today.AddDays(-20), delivered is { } offset ? Today.AddDays(offset) : null, Today));
}
