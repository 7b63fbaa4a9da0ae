using Copilot.Core;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Core;

public sealed class PeriodsOfTheCatalogue
{
    private static readonly FiscalCalendar January = new(1);

    // 2026-11-21 is a Saturday
    [Theory]
    [InlineData("2026-Q3", "2026-07-01..2026-09-30")]
    [InlineData("2026-10", "2026-10-01..2026-10-31")]
    [InlineData("2026", "2026-01-01..2026-12-31")]
    [InlineData("today", "2026-11-21..2026-11-21")]
    [InlineData("yesterday", "2026-11-20..2026-11-20")]
    [InlineData("this-week", "2026-11-16..2026-11-22")]
    [InlineData("last-week", "2026-11-09..2026-11-15")]
    [InlineData("this-month", "2026-11-01..2026-11-30")]
    [InlineData("last-month", "2026-10-01..2026-10-31")]
    [InlineData("this-quarter", "2026-10-01..2026-12-31")]
    [InlineData("last-quarter", "2026-07-01..2026-09-30")]
    [InlineData("next-quarter", "2027-01-01..2027-03-31")]
    [InlineData("this-year", "2026-01-01..2026-12-31")]
    [InlineData("last-30-days", "2026-10-23..2026-11-21")]
    [InlineData("2026-10-01..2026-10-31", "2026-10-01..2026-10-31")]
    public void CanonicalName_Resolved_GivesItsDays(string token, string days) =>
        Assert.Equal(days, Period.Of(token).Resolve(new DateOnly(2026, 11, 21), January).ToString());

    [Theory]
    [InlineData("2026-Q1", "2025-04-01..2025-06-30")]
    [InlineData("this-quarter", "2026-10-01..2026-12-31")]
    [InlineData("this-year", "2026-04-01..2027-03-31")]
    [InlineData("last-quarter", "2026-07-01..2026-09-30")]
    public void FiscalYearFromApril_Resolved_FollowsTheFiscalCalendar(string token, string days) =>
        Assert.Equal(days, Period.Of(token).Resolve(new DateOnly(2026, 11, 21), new FiscalCalendar(4)).ToString());

    [Theory]
    [InlineData("2026-Q5")]
    [InlineData("2026-Q0")]
    [InlineData("2026-13")]
    [InlineData("2026-02-30..2026-03-01")]
    [InlineData("2026-10-31..2026-10-01")]
    [InlineData("last-0-days")]
    [InlineData("last--5-days")]
    [InlineData("last-99999-days")]
    [InlineData("next-30-days")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData(null)]
    public void ImpossiblePeriod_Read_IsRefused(string? token) => Assert.False(Period.TryParse(token, out _));

    [Fact]
    public void AnyDay_ThisQuarterOfAnyFiscalYear_ContainsItAndHoldsThreeMonths() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt>(),
        ArbMap.Default.ArbFor<PositiveInt>(),
        (offset, month) =>
        {
            var day = new DateOnly(2000, 1, 1).AddDays(offset.Get % 20000);
            var range = Period.Of("this-quarter").Resolve(day, new FiscalCalendar((month.Get % 12) + 1));
            return range.Contains(day) && range.From.AddMonths(3) == range.To.AddDays(1);
        }));

    [Fact]
    public void AnyDay_QuartersOfItsFiscalYear_CoverTheYearWithoutGapOrOverlap() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt>(),
        ArbMap.Default.ArbFor<PositiveInt>(),
        (year, month) =>
        {
            var fiscal = new FiscalCalendar((month.Get % 12) + 1);
            var named = 2000 + (year.Get % 100);
            var quarters = Enumerable.Range(1, 4).Select(quarter => fiscal.Quarter(named, quarter)).ToArray();
            return quarters[0].From == fiscal.Year(named).From && quarters[3].To == fiscal.Year(named).To
                && quarters.Zip(quarters.Skip(1)).All(pair => pair.First.To.AddDays(1) == pair.Second.From);
        }));

    [Fact]
    public void AnyDay_LastQuarter_EndsTheDayBeforeThisQuarter() => Check.QuickThrowOnFailure(Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt>(),
        offset =>
        {
            var day = new DateOnly(2000, 1, 1).AddDays(offset.Get % 20000);
            return Period.Of("last-quarter").Resolve(day, January).To.AddDays(1) == Period.Of("this-quarter").Resolve(day, January).From;
        }));
}
