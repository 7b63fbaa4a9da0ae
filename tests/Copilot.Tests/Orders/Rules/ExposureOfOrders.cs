using Copilot.Core;
using FsCheck;
using FsCheck.Fluent;
using Property = FsCheck.Check;

namespace Copilot.Tests.Orders.Rules;

public sealed class ExposureOfOrders
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly CurrencyCode Gbp = CurrencyCode.Of("GBP");
    private static readonly RateTable Rates = new(CurrencyCode.Eur, Today, [new ExchangeRate { Currency = Gbp, Day = Today, BasePerUnit = 1.17m }]);

    private static readonly Arbitrary<ExposureLine[]> AnyLines = Arb.From((
        from order in Gen.Choose(1, 4)
        from ordered in Gen.Choose(0, 60)
        from cancelled in Gen.Choose(0, 20)
        from shipped in Gen.Choose(0, 70)
        from invoiced in Gen.Choose(0, 70)
        from price in Gen.Choose(0, 50_00)
        select new ExposureLine(new(order), $"SO-{order}", new(1), (OrderStatus)(order % 4), order == 4, new Money(price, CurrencyCode.Eur), ordered, cancelled, shipped, invoiced)).ArrayOf());

    [Fact]
    public void AnyLine_Counted_NoUnitCountsTwice() => Property.QuickThrowOnFailure(Prop.ForAll(AnyLines, lines => lines.All(line =>
    {
        var price = line.UnitPrice.Minor;
        var units = price == 0 ? 0 : (ExposureRules.ShippedNotInvoiced(line).Minor + ExposureRules.NotShipped(line).Minor) / price;
        return units >= 0 && (price == 0 || units + line.Invoiced == Math.Max(Math.Max(line.Shipped, line.Invoiced), line.Ordered - line.Cancelled));
    })));

    [Fact]
    public void AnyLines_Grouped_EveryCentEitherCountsOrWaits() => Property.QuickThrowOnFailure(Prop.ForAll(AnyLines, lines =>
    {
        var (items, waiting) = ExposureRules.Of(lines);
        var all = lines.Sum(line => ExposureRules.ShippedNotInvoiced(line).Minor + ExposureRules.NotShipped(line).Minor);
        return items.Sum(item => item.Amount.Minor) + waiting.Sum(item => item.Amount.Minor) == all && waiting.All(item => item.Document != "SO-4" || item.Reason == ExposureWaitReason.OnCreditHold);
    }));

    [Theory]
    [InlineData(OrderStatus.Confirmed, false, null)]
    [InlineData(OrderStatus.OnHold, false, null)]
    [InlineData(OrderStatus.OnHold, true, ExposureWaitReason.OnCreditHold)]
    [InlineData(OrderStatus.Unconfirmed, false, ExposureWaitReason.NotConfirmed)]
    [InlineData(OrderStatus.Shipped, false, ExposureWaitReason.ShippedShort)]
    public void OpenUnits_OfAnOrder_CountUnlessTheyGoNowhere(OrderStatus status, bool held, ExposureWaitReason? expected) => Assert.Equal(expected, ExposureRules.WaitReason(status, held));

    [Fact]
    public async Task ItemsOfOneCurrency_AddedUp_StayInIt()
    {
        var exposure = Of(Gbp, Item(ExposurePart.OpenInvoice, 100_00, Gbp), Item(ExposurePart.ConfirmedNotShipped, 40_00, Gbp), Item(ExposurePart.UnappliedCash, 25_00, Gbp), Item(ExposurePart.OpenCredit, 5_00, Gbp));

        Assert.Equal(new Money(110_00, Gbp), exposure.Total);
        Assert.Equal(new Money(-10_00, Gbp), exposure.Headroom);
        Assert.True(exposure.Over);
        Assert.Empty(await BridgeCheck.FaultsAsync(exposure.Figure, TestContext.Current.CancellationToken));
        Assert.Empty(await BridgeCheck.FaultsAsync(exposure.HeadroomFigure("room")!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ItemsOfTwoCurrencies_AddedUp_AreConvertedToTheBase()
    {
        var exposure = Of(Gbp, Item(ExposurePart.OpenInvoice, 100_00, Gbp), Item(ExposurePart.OpenInvoice, 10_00, CurrencyCode.Eur));

        Assert.Equal(new Money(127_00, CurrencyCode.Eur), exposure.Total);
        Assert.Equal(new Money(117_00, CurrencyCode.Eur), exposure.LimitAmount);
        Assert.Empty(await BridgeCheck.FaultsAsync(exposure.Figure, TestContext.Current.CancellationToken));
        Assert.Empty(await BridgeCheck.FaultsAsync(exposure.HeadroomFigure("room")!, TestContext.Current.CancellationToken));
    }

    private static Exposure Of(CurrencyCode currency, params ExposureItem[] items) =>
        new(new Customer { Name = "Belmont & Hale", Currency = currency }, items, [], new CreditLimit { LimitMinor = 100_00, Currency = currency }, Rates);

    private static ExposureItem Item(ExposurePart part, long minor, CurrencyCode currency) => new(part, $"{part}-{minor}", new Money(minor, currency));
}
