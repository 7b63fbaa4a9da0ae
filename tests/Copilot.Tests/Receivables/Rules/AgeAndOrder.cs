using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Receivables.Rules;

/// <summary>Buckets, the day of an open item and the order that matters hold for any ledger.</summary>
public sealed class AgeAndOrder
{
    private static readonly DateOnly Day = new(2026, 11, 20);
    private static readonly CurrencyCode Gbp = CurrencyCode.Of("GBP");

    [Theory]
    [InlineData(-1, AgeBucket.NotDue)]
    [InlineData(0, AgeBucket.NotDue)]
    [InlineData(1, AgeBucket.To30)]
    [InlineData(30, AgeBucket.To30)]
    [InlineData(31, AgeBucket.To60)]
    [InlineData(60, AgeBucket.To60)]
    [InlineData(61, AgeBucket.To90)]
    [InlineData(90, AgeBucket.To90)]
    [InlineData(91, AgeBucket.Over90)]
    internal void DaysLate_AtTheEdges_FallIntoTheirBucket(int daysLate, AgeBucket bucket) => Assert.Equal(bucket, AgeBuckets.Of(Day.AddDays(-daysLate), Day));

    [Fact]
    public void AnyDueDay_InEachBucketsQuery_IsInExactlyTheOneThatTheRuleNames() => Prop.ForAll(Gen.Choose(-400, 400).ToArbitrary(), daysLate =>
    {
        var item = new OpenItem { DueOn = Day.AddDays(-daysLate) };
        var found = AgeBuckets.All.Where(bucket => new[] { item }.AsQueryable().In(bucket, Day).Any()).ToList();
        return found.Count == 1 && found[0] == AgeBuckets.Of(item.DueOn, Day);
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void AnyInvoice_AsDaysGoBy_ItsBucketNeverGetsYounger() => Prop.ForAll(Gen.Choose(-200, 200).ToArbitrary(), Gen.Choose(0, 200).ToArbitrary(), (daysLate, more) =>
        AgeBuckets.Of(Day.AddDays(-daysLate), Day) <= AgeBuckets.Of(Day.AddDays(-daysLate), Day.AddDays(more))).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void AnyApplications_AppliedByLaterDays_NeverRaiseTheBalance() => Prop.ForAll(
        Gen.Choose(0, 60).Zip(Gen.Choose(1, 500)).ArrayOf().ToArbitrary(), Gen.Choose(0, 60).ToArbitrary(), (applications, days) =>
        {
            var rows = applications.Select(row => (Day.AddDays(row.Item1), (long)row.Item2)).ToList();
            var (earlier, later) = (OpenItems.BalanceMinor(100_000, rows, Day.AddDays(days)), OpenItems.BalanceMinor(100_000, rows, Day.AddDays(days + 1)));
            return later <= earlier && OpenItems.BalanceMinor(100_000, rows, Day.AddDays(-1)) == 100_000;
        }).Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData("2026-11-20", null, true)]
    [InlineData("2026-11-21", null, false)]
    [InlineData("2026-10-01", "2026-11-20", false)]
    [InlineData("2026-10-01", "2026-11-21", true)]
    public void IssuedAndSettled_AroundTheDay_DecideWhetherItIsOpen(string issued, string? closed, bool open) =>
        Assert.Equal(open, OpenItems.IsOpen(Parse(issued)!.Value, Parse(closed), Day));

    [Fact]
    public void AnyLedger_FirstItems_LieOnTheDaysThatMatter() => Prop.ForAll(Ledgers, Gen.Choose(1, 12).ToArbitrary(), (ledger, count) =>
    {
        var rates = new RateTable(CurrencyCode.Eur, Day, [new ExchangeRate { Currency = Gbp, Day = Day, BasePerUnit = 1.17m }]);
        var items = ledger.Select((row, index) => (Id: index, DueOn: Day.AddDays(-row.Item1), Currency: row.Item2 % 2 == 0 ? CurrencyCode.Eur : Gbp, Minor: (long)row.Item2)).ToList();
        var sums = items.GroupBy(item => (item.DueOn, item.Currency)).Select(group => new DueDaySum(group.Key.DueOn, group.Key.Currency, group.Sum(item => item.Minor), group.Count(), group.Max(item => item.Minor))).ToList();
        var days = Lateness.DaysThatMatter(sums, rates, count);
        decimal Weight((int Id, DateOnly DueOn, CurrencyCode Currency, long Minor) item) => AgeBuckets.DaysLate(item.DueOn, Day) * item.Minor * rates.Find(item.Currency)!.Value.Rate;
        var first = items.Select(Weight).OrderDescending().Take(count);
        return days is null || items.Where(item => days.Contains(item.DueOn)).Select(Weight).OrderDescending().Take(count).SequenceEqual(first);
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void AnyThreshold_InAnotherCurrency_IsTheLeastAmountThatReachesIt() => Prop.ForAll(Gen.Choose(0, 5_000_000).ToArbitrary(), minor =>
    {
        var rates = new RateTable(CurrencyCode.Eur, Day, [new ExchangeRate { Currency = Gbp, Day = Day, BasePerUnit = 1.1683m }]);
        var thresholds = ByCurrency.Thresholds(rates, minor / 100m, Gbp)!.ToDictionary();
        var asked = minor * 1.1683m;
        return thresholds[Gbp] == minor && thresholds[CurrencyCode.Eur] >= asked && thresholds[CurrencyCode.Eur] - 1 < asked;
    }).Check(Config.QuickThrowOnFailure);

    private static Arbitrary<(int, int)[]> Ledgers => Gen.Choose(1, 200).Zip(Gen.Choose(1, 1_000_000)).Select(pair => (pair.Item1, pair.Item2)).ArrayOf().ToArbitrary();

    private static DateOnly? Parse(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
