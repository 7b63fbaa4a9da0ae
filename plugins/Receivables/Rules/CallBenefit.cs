using Copilot.Core;

namespace Copilot.Plugins.Receivables.Rules;

/// <summary>
/// What a call is expected to bring: overdue money × the chance that a call moves it. The chances are set by judgement, not learned: they fall with
/// age, because old money seldom moves by one more call, and bend with what is known of the customer. They order a list; they are no forecast.
/// </summary>
internal static class CallBenefit
{
    /// <summary>Days that lie between two calls to one customer, at least.</summary>
    public const int DaysBetweenCalls = 3;

    private const decimal MostChance = 0.9m;
    private const int QuietDays = 21;
    private const int RecentDays = 7;

    /// <summary>The chance that a call moves money of a bucket, before anything is known of the customer.</summary>
    public static decimal Chance(AgeBucket bucket) => bucket switch
    {
        AgeBucket.NotDue => 0,
        AgeBucket.To30 => 0.45m,
        AgeBucket.To60 => 0.40m,
        AgeBucket.To90 => 0.30m,
        AgeBucket.Over90 => 0.15m,
        _ => throw new ArgumentOutOfRangeException(nameof(bucket)),
    };

    /// <summary>Weighs a call. Amounts are of one currency.</summary>
    public static CallVerdict Weigh(CallFacts facts, DateOnly today)
    {
        var (factor, why, next) = (1m, new List<string>(), today);
        if (facts.BrokenPromiseOn is { } broken)
        {
            factor *= 1.4m;
            why.Add($"promise for {broken:yyyy-MM-dd} broken");
        }

        if (facts.OldestDaysLate > 60)
        {
            why.Add($"oldest {facts.OldestDaysLate} days late");
        }

        if (facts.LastReachedOn is { } reached && today.DayNumber - reached.DayNumber <= RecentDays)
        {
            factor *= 0.5m;
            why.Add($"spoken to on {reached:yyyy-MM-dd}");
        }
        else if (facts.LastContactOn is not { } quiet || today.DayNumber - quiet.DayNumber > QuietDays)
        {
            factor *= 1.2m;
            why.Add(facts.LastContactOn is null ? "not contacted in two months" : $"no contact since {facts.LastContactOn:yyyy-MM-dd}");
        }

        if (facts.UnappliedCash > Money.Zero(facts.UnappliedCash.Currency))
        {
            factor *= facts.UnappliedCash >= facts.Overdue ? 0.1m : 0.6m;
            why.Add($"{facts.UnappliedCash} unapplied: look there first");
        }

        if (facts.LastContactOn is { } last && last.AddDays(DaysBetweenCalls) > next)
        {
            next = last.AddDays(DaysBetweenCalls);
        }

        if (facts.PromisedFor is { } promised)
        {
            factor *= 0.1m;
            why.Add($"promised for {promised:yyyy-MM-dd}: wait");
            next = promised >= next ? promised.AddDays(1) : next;
        }

        var expected = AgeBuckets.All.Select(bucket => facts.Buckets[(int)bucket].Share(Math.Min(MostChance, Chance(bucket) * factor))).Aggregate((sum, money) => sum + money);
        if (why.Count == 0)
        {
            why.Add($"most of it {AgeBuckets.Label(AgeBuckets.All.MaxBy(bucket => facts.Buckets[(int)bucket].Minor)).ToLowerInvariant()}");
        }

        return new CallVerdict(expected, Shared.BusinessDays.OnOrAfter(next), why);
    }
}

/// <summary>What decides about a call.</summary>
/// <param name="Buckets">Overdue money that may be chased, by bucket.</param>
/// <param name="OldestDaysLate">Days late of the oldest of it.</param>
/// <param name="LastContactOn">The last call or mail of the last two months, if any.</param>
/// <param name="LastReachedOn">The last one in which somebody was reached.</param>
/// <param name="BrokenPromiseOn">The day of a promise that was broken.</param>
/// <param name="PromisedFor">The day of a promise that still stands.</param>
/// <param name="UnappliedCash">Cash of the customer that is not applied.</param>
internal sealed record CallFacts(
    IReadOnlyList<Money> Buckets, int OldestDaysLate, DateOnly? LastContactOn, DateOnly? LastReachedOn, DateOnly? BrokenPromiseOn, DateOnly? PromisedFor, Money UnappliedCash)
{
    /// <summary>All of the money that may be chased.</summary>
    public Money Overdue => Buckets.Aggregate((sum, money) => sum + money);
}

/// <summary>A call weighed.</summary>
/// <param name="Expected">Overdue money × chance.</param>
/// <param name="AllowedFrom">The first working day on which the next call is allowed.</param>
/// <param name="Why">What speaks for it or against it, in words.</param>
internal sealed record CallVerdict(Money Expected, DateOnly AllowedFrom, IReadOnlyList<string> Why);
