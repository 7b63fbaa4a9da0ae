using Copilot.Core;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Core;

public sealed class MoneySplitting
{
    [Fact]
    public void AnyAmountAndWeights_Split_PartsSumExactly() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        ArbMap.Default.ArbFor<NonEmptyArray<ushort>>(),
        (amount, weights) =>
        {
            var shares = weights.Get.Select(weight => (long)weight).ToArray();
            if (shares.All(share => share == 0))
            {
                return true;
            }

            var money = new Money(amount, CurrencyCode.Eur);
            return money.Split(shares).Aggregate(Money.Zero(CurrencyCode.Eur), (sum, part) => sum + part) == money;
        }));

    [Fact]
    public void AnyAmountAndWeights_Split_NoPartIsAMinorUnitOffItsExactShare() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        ArbMap.Default.ArbFor<NonEmptyArray<PositiveInt>>(),
        (amount, weights) =>
        {
            var shares = weights.Get.Select(weight => (long)weight.Get).ToArray();
            var total = shares.Sum();
            var parts = new Money(amount, CurrencyCode.Eur).Split(shares);
            return parts.Select((part, i) => Math.Abs(part.Minor - ((decimal)amount * shares[i] / total))).All(off => off < 1);
        }));

    [Fact]
    public void TenCentsInThree_Split_FirstPartTakesTheOddCent() =>
        Assert.Equal([4, 3, 3], new Money(10, CurrencyCode.Eur).Split([1, 1, 1]).Select(part => part.Minor));

    [Theory]
    [InlineData(new long[0])]
    [InlineData(new long[] { 0, 0 })]
    [InlineData(new long[] { 1, -1 })]
    public void ImpossibleWeights_Split_Throws(long[] weights) => Assert.Throws<ArgumentException>(() => new Money(10, CurrencyCode.Eur).Split(weights));
}
