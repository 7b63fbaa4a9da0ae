using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Receivables.Rules;

public sealed class LateInterestByTheTerms
{
    private static readonly Gen<(Money Open, decimal Percent)> Debts =
        from minor in Gen.Choose(1, int.MaxValue)
        from currency in Gen.Elements("EUR", "GBP", "JPY", "KWD")
        from hundredths in Gen.Choose(1, 10_000)
        select (new Money(minor, CurrencyCode.Of(currency)), hundredths / 100m);

    [Theory]
    [InlineData(100_000, "8", 365, 8_000)]
    [InlineData(100_000, "8", 1, 22)]
    [InlineData(123_456, "9.5", 30, 964)]
    [InlineData(36_500, "10", 5, 50)]
    [InlineData(3_650, "1", 5, 1)]
    [InlineData(3_650, "1", 4, 0)]
    [InlineData(100_000, "8", 730, 16_000)]
    public void Interest_ByHand_IsOpenTimesPercentTimesDaysOver365(long open, string percent, int days, long expected) =>
        Assert.Equal(Eur(expected), LateInterest.On(Eur(open), decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture), days, disputed: false));

    [Fact]
    public void AnyDebt_OnAnyDay_BearsNeverLessThanNothingAndInItsOwnCurrency() => Prop.ForAll(
        Debts.Zip(Gen.Choose(-400, 4_000)).ToArbitrary(),
        pair => LateInterest.On(pair.Item1.Open, pair.Item1.Percent, pair.Item2, false) is var told && told.Minor >= 0 && told.Currency == pair.Item1.Open.Currency && (pair.Item2 > 0 || told.Minor == 0)).QuickCheckThrowOnFailure();

    [Fact]
    public void DaysTakenTogether_OrOneAfterTheOther_GiveTheSameUpToOneMinorUnit() => Prop.ForAll(
        Debts.Zip(Gen.Choose(0, 2_000), (debt, days) => (debt, days)).Zip(Gen.Choose(0, 2_000), (pair, more) => (pair.debt, pair.days, more)).ToArbitrary(),
        row => Math.Abs(On(row.debt, row.days + row.more) - On(row.debt, row.days) - On(row.debt, row.more)) <= 1).QuickCheckThrowOnFailure();

    [Fact]
    public void MoreDays_OrMoreOpen_NeverBearLess() => Prop.ForAll(
        Debts.Zip(Gen.Choose(0, 2_000)).ToArbitrary(),
        pair => On(pair.Item1, pair.Item2 + 1) >= On(pair.Item1, pair.Item2) && On((pair.Item1.Open * 2, pair.Item1.Percent), pair.Item2) >= On(pair.Item1, pair.Item2)).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyDebt_DisputedOrInTheCustomersFavourOrWithoutTerms_BearsNothing() => Prop.ForAll(
        Debts.Zip(Gen.Choose(1, 2_000)).ToArbitrary(),
        pair => LateInterest.On(pair.Item1.Open, pair.Item1.Percent, pair.Item2, true).Minor == 0 && LateInterest.On(-pair.Item1.Open, pair.Item1.Percent, pair.Item2, false).Minor == 0
            && LateInterest.On(pair.Item1.Open, null, pair.Item2, false).Minor == 0 && LateInterest.On(pair.Item1.Open, 0, pair.Item2, false).Minor == 0).QuickCheckThrowOnFailure();

    private static long On((Money Open, decimal Percent) debt, int days) => LateInterest.On(debt.Open, debt.Percent, days, false).Minor;

    private static Money Eur(long minor) => new(minor, CurrencyCode.Eur);
}
