using Copilot.Core;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Core;

public sealed class MoneyArithmetic
{
    private static readonly CurrencyCode Gbp = CurrencyCode.Of("GBP");

    [Fact]
    public void TwoCurrencies_AddedSubtractedOrCompared_Throws()
    {
        var (euro, pound) = (new Money(1, CurrencyCode.Eur), new Money(1, Gbp));
        Assert.Throws<InvalidOperationException>(() => euro + pound);
        Assert.Throws<InvalidOperationException>(() => euro - pound);
        Assert.Throws<InvalidOperationException>(() => euro < pound);
    }

    [Fact]
    public void SumBeyondSixtyFourBits_Added_Throws() =>
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, Gbp) + new Money(1, Gbp));

    [Fact]
    public void AnyMinorAmount_ToMajorAndBack_IsUnchanged() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<long>().Filter(minor => minor > long.MinValue),
        ArbMap.Default.ArbFor<bool>(),
        (minor, yen) =>
        {
            var money = new Money(minor, yen ? CurrencyCode.Of("JPY") : Gbp);
            return Money.FromMajor(money.Major, money.Currency) == money;
        }));

    [Fact]
    public void AnyTwoAmounts_AddedThenTakenAway_GiveTheFirst() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        ArbMap.Default.ArbFor<int>(),
        (left, right) => new Money(left, Gbp) + new Money(right, Gbp) - new Money(right, Gbp) == new Money(left, Gbp)));

    [Theory]
    [InlineData("0.005", 1)]
    [InlineData("-0.005", -1)]
    [InlineData("1.234", 123)]
    public void HalfAMinorUnit_FromMajor_RoundsAwayFromZero(string major, long minor) =>
        Assert.Equal(minor, Money.FromMajor(decimal.Parse(major, System.Globalization.CultureInfo.InvariantCulture), Gbp).Minor);

    [Fact]
    public void AnotherCurrency_Converted_RoundsToItsMinorUnit() =>
        Assert.Equal(new Money(162, CurrencyCode.Of("JPY")), new Money(100, CurrencyCode.Eur).Convert(CurrencyCode.Of("JPY"), 161.6m));

    [Theory]
    [InlineData(123456, "EUR", "EUR 1,234.56")]
    [InlineData(123456, "JPY", "JPY 123,456")]
    [InlineData(123456, "KWD", "KWD 123.456")]
    public void Amount_Written_IsTheSameInEveryCulture(long minor, string currency, string text) =>
        Assert.Equal(text, new Money(minor, CurrencyCode.Of(currency)).ToString());
}
