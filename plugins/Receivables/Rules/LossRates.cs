namespace Copilot.Plugins.Receivables.Rules;

/// <summary>Invoices of the past that have come equally far: the oldest bucket that each reached, and the oldest that it has had the time to reach.</summary>
/// <param name="Reached">The oldest bucket in which it was open.</param>
/// <param name="Observable">The oldest bucket that its due day allows as of the day.</param>
/// <param name="Amount">Their amounts in the base currency.</param>
/// <param name="Count">How many invoices.</param>
internal sealed record LossCohort(AgeBucket Reached, AgeBucket Observable, decimal Amount, long Count);

/// <summary>What became of invoices that were more than 90 days late.</summary>
/// <param name="Amount">Amounts of those whose outcome is known: settled, or more than a year late and still open.</param>
/// <param name="Lost">Of it, written off or more than a year late.</param>
/// <param name="Count">How many invoices.</param>
internal sealed record LossOutcome(decimal Amount, decimal Lost, long Count);

/// <summary>
/// Loss rates by bucket. Learned: the share of money that rolls from each bucket into the next (roll rates), times the share of what got beyond 90 days
/// that was lost; each share is raised to the upper end of its 90 % Wilson interval, so that little history makes a high rate. This is the provision
/// matrix of the simplified approach for trade receivables (IFRS 9, paragraphs 5.5.15 and B5.5.35) with the company's own history. The rates never fall
/// with age, because no share is above one.
/// </summary>
internal static class LossRates
{
    // one-sided 90 %
    private const double Z = 1.2815515655446004;

    /// <summary>Rates set by hand for the provision by ageing alone: the customary steps of small trade books.</summary>
    public static IReadOnlyList<decimal> ByAge { get; } = [0.005m, 0.02m, 0.08m, 0.20m, 0.50m];

    /// <summary>The learned rate of each bucket, as a fraction with four decimals.</summary>
    public static IReadOnlyList<decimal> Learn(IReadOnlyCollection<LossCohort> cohorts, LossOutcome outcome)
    {
        var rates = new decimal[AgeBuckets.All.Count];
        rates[^1] = outcome.Count == 0 ? ByAge[^1] : Prudent(Ratio(outcome.Lost, outcome.Amount), outcome.Count);
        for (var bucket = rates.Length - 2; bucket >= 0; bucket--)
        {
            // only invoices that have had the time to reach the next bucket say whether they did
            var timely = cohorts.Where(cohort => (int)cohort.Observable > bucket && (int)cohort.Reached >= bucket).ToList();
            var count = timely.Sum(cohort => cohort.Count);
            var rolled = Ratio(timely.Where(cohort => (int)cohort.Reached > bucket).Sum(cohort => cohort.Amount), timely.Sum(cohort => cohort.Amount));
            rates[bucket] = count == 0 ? rates[bucket + 1] : Prudent(rolled, count) * rates[bucket + 1];
        }

        return [.. rates.Select(rate => decimal.Round(rate, 4, MidpointRounding.ToPositiveInfinity))];
    }

    /// <summary>The upper end of the one-sided 90 % Wilson interval of a share seen in that many cases.</summary>
    public static decimal Prudent(decimal share, long cases)
    {
        var (p, n, z2) = ((double)share, (double)cases, Z * Z);
        var upper = (p + (z2 / (2 * n)) + (Z * Math.Sqrt(((p * (1 - p)) + (z2 / (4 * n))) / n))) / (1 + (z2 / n));
        return Math.Clamp((decimal)upper, share, 1);
    }

    private static decimal Ratio(decimal part, decimal whole) => whole <= 0 ? 0 : Math.Clamp(part / whole, 0, 1);
}
