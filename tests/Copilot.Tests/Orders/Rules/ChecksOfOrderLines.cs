using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using FsCheck;
using FsCheck.Fluent;
using Kind = Copilot.Plugins.Orders.Rules.Check;
using Property = FsCheck.Check;

namespace Copilot.Tests.Orders.Rules;

public sealed class ChecksOfOrderLines
{
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly CurrencyCode Gbp = CurrencyCode.Of("GBP");
    private static readonly Product Candle = new() { Id = new(7), Sku = "LL-CDL-200", PackSize = 6, MinimumQuantity = 12 };
    private static readonly Order Order = new() { Number = "SO-10482", CustomerId = new(3), Currency = Gbp, OrderedOn = Day };

    private static readonly Price[] Prices =
    [
        new() { Id = new(1), ProductId = new(7), Currency = Gbp, PriceMinor = 15_00, ValidFrom = new(2025, 1, 1), ValidTo = new(2025, 12, 31) },
        new() { Id = new(2), ProductId = new(7), Currency = Gbp, PriceMinor = 16_00, ValidFrom = new(2026, 1, 1) },
        new() { Id = new(3), ProductId = new(7), Currency = CurrencyCode.Eur, PriceMinor = 18_00, ValidFrom = new(2026, 1, 1) },
        new() { Id = new(4), ProductId = new(7), CustomerId = new(3), Currency = Gbp, PriceMinor = 14_50, ValidFrom = new(2026, 6, 1), ValidTo = new(2026, 11, 2) },
        new() { Id = new(5), ProductId = new(7), CustomerId = new(4), Currency = Gbp, PriceMinor = 11_00, ValidFrom = new(2026, 1, 1) },
    ];

    [Fact]
    public void LineAsAgreed_Checked_HasNoFinding() => Assert.Empty(Findings(12, 14_50));

    [Fact]
    public void LineAtTheListPriceThoughAnotherIsAgreed_Checked_NamesTheAgreedPrice()
    {
        var finding = Assert.Single(Findings(12, 16_00));

        Assert.Equal(Kind.Price, finding.Check);
        Assert.True(finding.Blocks);
        Assert.Equal("line 2, LL-CDL-200", finding.Where);
        Assert.Equal("GBP 14.50 (agreed price since 2026-06-01)", Text(finding.Expected));
        Assert.Equal("GBP 16.00", Text(finding.Found));
        Assert.Contains("SO-10482", Text(finding.Mend), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2026, 11, 2, 14_50)]
    [InlineData(2026, 11, 3, 16_00)]
    [InlineData(2026, 5, 31, 16_00)]
    [InlineData(2025, 12, 31, 15_00)]
    public void PriceOfADay_LookedUp_IsTheAgreedOneWhileItHolds(int year, int month, int day, long expected) =>
        Assert.Equal(expected, PriceBook.Find(Prices, new(7), new(3), Gbp, new DateOnly(year, month, day))!.PriceMinor);

    [Fact]
    public void PriceInAnotherCurrency_LookedUp_IsNotFound() => Assert.Null(PriceBook.Find(Prices, new(7), new(3), CurrencyCode.Of("PLN"), Day));

    [Fact]
    public void OddQuantity_Checked_NamesTheCartonsOnEitherSide()
    {
        var finding = Assert.Single(Findings(20, 14_50));

        Assert.Equal(Kind.PackSize, finding.Check);
        Assert.Contains("18 or 24", Text(finding.Mend), StringComparison.Ordinal);
    }

    [Fact]
    public void TooFewUnits_Checked_NamesTheMinimum() => Assert.Equal(Kind.MinimumQuantity, Assert.Single(Findings(6, 14_50)).Check);

    [Fact]
    public void LineWhollyCancelled_Checked_HasNoFinding() => Assert.Empty(Findings(7, 1, cancelled: 7));

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public void ProductDiscontinuedOnADay_Ordered_IsAFindingFromThatDayOn(int offset, bool found)
    {
        var product = new Product { Id = new(7), Sku = "LL-CDL-200", PackSize = 6, MinimumQuantity = 12, DiscontinuedOn = Day.AddDays(offset) };

        Assert.Equal(found, LineChecks.Of(Order, Line(12, 14_50, 0), product, Prices).Any(finding => finding.Check == Kind.Discontinued));
    }

    [Fact]
    public void AnyQuantityAndPack_RoundedToCartons_LiesBetweenTheTwo() => Property.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<PositiveInt>(), (quantity, pack) =>
        {
            var (below, above) = LineChecks.WholeCartons(quantity.Get, pack.Get);
            return below % pack.Get == 0 && above % pack.Get == 0 && below <= quantity.Get && above >= quantity.Get && above - below is var gap && (gap == 0 || gap == pack.Get);
        }));

    private static List<Finding> Findings(int quantity, long price, int cancelled = 0) => [.. LineChecks.Of(Order, Line(quantity, price, cancelled), Candle, Prices)];

    private static OrderLine Line(int quantity, long price, int cancelled) => new() { LineNo = 2, ProductId = new(7), Quantity = quantity, UnitPriceMinor = price, Cancelled = cancelled };

    private static string Text(FormattableString text) => text.ToString(Copilot.Plugins.Shared.AmountFormat.Showing);
}
