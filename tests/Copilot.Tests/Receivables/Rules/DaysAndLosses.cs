using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Receivables.Rules;

/// <summary>Days sales outstanding and loss rates for any books.</summary>
public sealed class DaysAndLosses
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Fact]
    public void TextbookBooks_Measured_GiveTheTextbookFigures()
    {
        // 900 open of which 600 not due, 450 at the beginning, 1,800 sold in 90 days
        var measures = new DsoMeasures(900, 600, 450, 1_800, 90);

        Assert.Equal(45, measures.Dso);
        Assert.Equal(30, measures.BestPossible);
        Assert.Equal(15, measures.Delinquent);
        Assert.Equal(81.8m, decimal.Round(measures.Effectiveness!.Value, 1));
    }

    [Fact]
    public void AnyBooks_Measured_BestPossibleIsNeverAboveAndEffectivenessNeverAboveAHundred() => Prop.ForAll(
        Gen.Choose(0, 1_000_000).Four().ToArbitrary(), books =>
        {
            var (open, beginning, sales) = ((decimal)books.Item1, (decimal)books.Item3, (decimal)books.Item4);
            var measures = new DsoMeasures(open, Math.Min(open, books.Item2), beginning, sales, 90);
            return (sales == 0) == (measures.Dso is null) && (measures.Dso is null || measures.BestPossible <= measures.Dso) && (measures.Effectiveness is null || measures.Effectiveness <= 100);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void TextbookMonths_CountedBack_UseTheNewestSalesFirst()
    {
        // 250 open: November's 100 (20 days so far), October's 100 (31 days), half of September's 100 (15 of 30 days)
        var months = CountBack.Months(Day, 4).Select(month => (month, 100L));
        var result = CountBack.Of(250, months);

        Assert.Equal(66, result.Days);
        Assert.True(result.Exhausted);
        Assert.Equal(["2026-11", "2026-10", "2026-09"], result.Months.Select(month => $"{month.Month.From:yyyy-MM}"));
    }

    [Fact]
    public void AnySales_CountedBack_MoreReceivablesNeverTakeFewerDays() => Prop.ForAll(
        Gen.Choose(0, 1_000).ArrayOf(12).ToArbitrary(), Gen.Choose(0, 5_000).ToArbitrary(), Gen.Choose(0, 5_000).ToArbitrary(), (sales, open, more) =>
        {
            CountBackResult Of(long receivables) => CountBack.Of(receivables, CountBack.Months(Day, 12).Zip(sales, (month, sold) => (month, (long)sold)));
            var (less, greater) = (Of(open), Of(open + more));
            return greater.Days >= less.Days && (less.Exhausted || !greater.Exhausted) && (sales.Sum() < open) == !less.Exhausted;
        }).Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData("2026-10-01..2026-12-31", "2026-07-01..2026-09-30")]
    [InlineData("2026-01-01..2026-12-31", "2025-01-01..2025-12-31")]
    [InlineData("2026-03-01..2026-03-31", "2026-02-01..2026-02-28")]
    [InlineData("2026-11-02..2026-11-08", "2026-10-26..2026-11-01")]
    [InlineData("2026-11-20..2026-11-20", "2026-11-19..2026-11-19")]
    public void APeriod_TheOneBefore_IsAsManyMonthsOrDays(string period, string before) =>
        Assert.Equal(before, PriorPeriod.Of(Period.Of(period).Resolve(Day, new FiscalCalendar(1))).ToString());

    [Fact]
    public void AnyHistory_LearnedFrom_RatesNeverFallWithAgeAndStayShares() => Prop.ForAll(Histories, Gen.Choose(0, 1_000).Zip(Gen.Choose(0, 50)).ToArbitrary(), (cohorts, outcome) =>
    {
        var rates = LossRates.Learn(cohorts, new LossOutcome(outcome.Item1, Math.Min(outcome.Item1, outcome.Item2 * 7), outcome.Item2));
        return rates.Count == 5 && rates.All(rate => rate is >= 0 and <= 1) && rates.Zip(rates.Skip(1)).All(pair => pair.First <= pair.Second);
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void AnyShare_MadePrudent_IsNoLowerAndComesCloserWithMoreCases() => Prop.ForAll(Gen.Choose(0, 1_000).ToArbitrary(), Gen.Choose(1, 10_000).ToArbitrary(), (thousandths, cases) =>
    {
        var share = thousandths / 1_000m;
        var (few, many) = (LossRates.Prudent(share, cases), LossRates.Prudent(share, cases * 2L));
        return few >= many && many >= share && few <= 1;
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void RatesSetByAge_FromYoungToOld_NeverFall() => Assert.True(LossRates.ByAge.Zip(LossRates.ByAge.Skip(1)).All(pair => pair.First < pair.Second));

    private static Arbitrary<LossCohort[]> Histories =>
        (from reached in Gen.Choose(0, 4)
         from observable in Gen.Choose(1, 4)
         from amount in Gen.Choose(0, 100_000)
         from count in Gen.Choose(1, 500)
         select new LossCohort((AgeBucket)Math.Min(reached, observable), (AgeBucket)observable, amount, count)).ArrayOf().ToArbitrary();
}
