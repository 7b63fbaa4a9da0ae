using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Copilot.Tests.Receivables.Rules;

/// <summary>Whom to call, what a promise is worth, when a reminder is allowed.</summary>
public sealed class CallsPromisesReminders
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Fact]
    public void AnyCustomer_Weighed_NeverExpectsMoreThanIsOwedNorLessForMoreMoney() => Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(5).ToArbitrary(), Gen.Choose(0, 100_000).ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), (buckets, more, where) =>
    {
        var (less, greater) = (Weigh(buckets), Weigh([.. buckets.Select((minor, index) => index == where ? minor + more : minor)]));
        return less.Expected.Minor >= 0 && less.Expected.Minor <= buckets.Skip(1).Sum(minor => (long)minor) && greater.Expected >= less.Expected;
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void WhatIsKnown_OfACustomer_MovesTheCallAsACollectorWould()
    {
        var plain = Facts();

        Assert.True(Weigh(plain with { BrokenPromiseOn = Today.AddDays(-3) }).Expected > Weigh(plain).Expected);
        Assert.True(Weigh(plain with { PromisedFor = Today.AddDays(4) }).Expected < Weigh(plain).Expected);
        Assert.True(Weigh(plain with { LastReachedOn = Today.AddDays(-4), LastContactOn = Today.AddDays(-4) }).Expected < Weigh(plain).Expected);
        Assert.True(Weigh(plain with { LastContactOn = Today.AddDays(-40) }).Expected > Weigh(plain).Expected);
        Assert.True(Weigh(plain with { UnappliedCash = new Money(900_000, CurrencyCode.Eur) }).Expected < Weigh(plain).Expected);
    }

    [Fact]
    public void NextCall_AfterAContactOrAPromise_WaitsAndIsOnAWorkingDay()
    {
        // Friday the 20th: three days after Thursday is Sunday, so Monday; a promise for Friday the 27th waits until Monday the 30th
        Assert.Equal(new DateOnly(2026, 11, 23), Weigh(Facts() with { LastContactOn = new DateOnly(2026, 11, 19) }).AllowedFrom);
        Assert.Equal(new DateOnly(2026, 11, 30), Weigh(Facts() with { PromisedFor = new DateOnly(2026, 11, 27) }).AllowedFrom);
        Assert.Equal(Today, Weigh(Facts()).AllowedFrom);
    }

    [Theory]
    [InlineData(null, 0, "open")]
    [InlineData(null, 1, "broken")]
    [InlineData(1000, 1, "kept")]
    [InlineData(999, 1, "broken")]
    public void Promise_AroundItsDay_IsJudgedByWhatWasPaidSince(int? paid, int daysAfter, string state)
    {
        (DateOnly, long)[] payments = paid is { } minor ? [(Today.AddDays(-2), minor), (Today.AddDays(-20), 5_000)] : [(Today.AddDays(-20), 5_000)];
        var judged = PromiseRules.Judge(Today.AddDays(-10), Today, 1_000, null, payments, Today.AddDays(daysAfter));

        Assert.Equal(state, PromiseRules.Label(judged.State));
    }

    [Fact]
    public void PromisePaidAfterItsDay_Judged_IsKeptLateAndNoLongerBroken()
    {
        (DateOnly, long)[] payments = [(Today.AddDays(3), 1_000)];

        Assert.Equal(PromiseState.Broken, PromiseRules.Judge(Today.AddDays(-10), Today, 1_000, null, payments, Today.AddDays(2)).State);
        Assert.Equal(PromiseState.KeptLate, PromiseRules.Judge(Today.AddDays(-10), Today, 1_000, null, payments, Today.AddDays(3)).State);
    }

    [Fact]
    public void AnyPromise_MorePaid_NeverBreaksIt() => Prop.ForAll(
        Gen.Choose(0, 30).Zip(Gen.Choose(1, 500)).ArrayOf().ToArbitrary(), Gen.Choose(1, 2_000).ToArbitrary(), Gen.Choose(0, 30).ToArbitrary(), (payments, amount, promised) =>
        {
            var rows = payments.Select(row => (Today.AddDays(row.Item1), (long)row.Item2)).ToList();
            PromiseState Judge(IEnumerable<(DateOnly, long)> paid) => PromiseRules.Judge(Today, Today.AddDays(promised), amount, null, paid, Today.AddDays(40)).State;
            return Judge([.. rows, (Today, 100)]) >= Judge(rows);
        }).Check(Config.QuickThrowOnFailure);

    public static TheoryData<string> Stops => new("legal", "bad debt", "customer", "invoice", "disputed");

    [Theory]
    [MemberData(nameof(Stops))]
    public void AnythingThatStopsReminders_Asked_AllowsNoneAndSaysWhy(string stop)
    {
        var facts = new ReminderFacts(Today.AddDays(-40), null, stop == "invoice", stop == "customer", stop switch { "legal" => CollectionFlag.Legal, "bad debt" => CollectionFlag.BadDebt, _ => CollectionFlag.None }, stop == "disputed", null);
        var standing = ReminderRules.For(facts, Today);

        Assert.Null(standing.AllowedFrom);
        Assert.Contains(stop, standing.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AnyInvoice_NextReminder_KeepsTheIntervalThePromiseAndTheWeekend() => Prop.ForAll(
        Gen.Choose(-30, 90).ToArbitrary(), Gen.Choose(-1, 60).ToArbitrary(), Gen.Choose(-30, 30).ToArbitrary(), (daysLate, lastAgo, promisedIn) =>
        {
            DateOnly? last = lastAgo < 0 ? null : Today.AddDays(-lastAgo);
            DateOnly? promised = promisedIn < 0 ? null : Today.AddDays(promisedIn);
            var due = Today.AddDays(-daysLate);
            var allowed = ReminderRules.For(new ReminderFacts(due, last, false, false, CollectionFlag.None, false, promised), Today).AllowedFrom!.Value;
            return allowed >= Today && allowed > due && (last is null || allowed >= last.Value.AddDays(ReminderRules.MinimumIntervalDays)) && (promised is null || allowed > promised)
                && allowed.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
        }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void AnyTwoDays_WorkingDaysBetween_AreCountedOneByOne() => Prop.ForAll(Gen.Choose(0, 60).ToArbitrary(), Gen.Choose(-3, 60).ToArbitrary(), (start, length) =>
    {
        var (from, to) = (Today.AddDays(start), Today.AddDays(start + length));
        var counted = Enumerable.Range(1, Math.Max(0, length)).Count(day => from.AddDays(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        return BusinessDays.Between(from, to) == counted;
    }).Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData(100_00, 100_00, 2, 2_00)]
    [InlineData(100_00, 1_50, 2, 1_50)]
    public void Discount_OfAnInvoice_IsAShareOfItAndNeverMoreThanIsOwed(long amount, long balance, int percent, long expected) =>
        Assert.Equal(new Money(expected, CurrencyCode.Eur), EarlyDiscount.Amount(new Money(amount, CurrencyCode.Eur), new Money(balance, CurrencyCode.Eur), percent));

    private static CallFacts Facts() => new([.. new long[] { 0, 500_000, 200_000, 0, 0 }.Select(minor => new Money(minor, CurrencyCode.Eur))], 45, Today.AddDays(-12), null, null, null, Money.Zero(CurrencyCode.Eur));

    private static CallVerdict Weigh(CallFacts facts) => CallBenefit.Weigh(facts, Today);

    private static CallVerdict Weigh(int[] buckets) => Weigh(Facts() with { Buckets = [.. buckets.Select(minor => new Money(minor, CurrencyCode.Eur))] });
}
