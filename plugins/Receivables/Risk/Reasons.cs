using System.Globalization;

namespace Copilot.Plugins.Receivables.Risk;

/// <summary>Puts the contributions of features that mean the same thing together and says them in words.</summary>
internal static class Reasons
{
    /// <summary>How many are given.</summary>
    public const int Most = 3;

    /// <summary>The biggest reasons, those for the outcome that is likelier first.</summary>
    /// <param name="row">The invoice and what was known.</param>
    /// <param name="contributions">One value a feature.</param>
    /// <param name="since">What became known since.</param>
    /// <param name="likelyLate">Whether late payment is likelier than is usual.</param>
    public static IReadOnlyList<Reason> Of(FeatureRow row, double[] contributions, IEnumerable<Reason> since, bool likelyLate)
    {
        double Sum(params ReadOnlySpan<Feature> features)
        {
            var sum = 0.0;
            foreach (var feature in features)
            {
                sum += contributions[(int)feature];
            }

            return sum;
        }

        var (known, invoice) = (row.Known, row.Invoice);
        Reason[] all =
        [
            .. since,
            new(Sum(Feature.LateShare, Feature.AverageLag, Feature.LagSpread, Feature.History), Habit(known)),
            new(Sum(Feature.RecentLateness), row.Values[(int)Feature.RecentLateness] >= 0.5 ? "its newest payments mostly came late" : "its newest payments mostly came in time"),
            new(Sum(Feature.OpenInvoices, Feature.OverdueInvoices, Feature.OldestOverdue), OpenThen(known)),
            new(Sum(Feature.AmountAgainstUsual, Feature.Amount), Amount(invoice, known)),
            new(Sum(Feature.Terms), $"payment terms of {invoice.TermsDays} days"),
            new(Sum(Feature.DisputeShare), known.Disputed == 0 ? "it has disputed nothing so far" : $"it disputed {known.Disputed} of {known.Issued} invoices"),
            new(Sum(Feature.Electronic), invoice.Electronic switch { true => "invoiced electronically", false => "invoiced on paper", null => "not known to be invoiced electronically" }),
            new(Sum(Feature.DueOnWeekend, Feature.DueAtMonthEnd, Feature.IssuedEarlyInWeek, Feature.SeasonCosine, Feature.SeasonSine), Calendar(invoice)),
        ];
        var sign = likelyLate ? 1 : -1;
        return [.. all.Where(reason => Math.Abs(reason.Weight) > 0.02)
            .OrderByDescending(reason => reason.Weight * sign > 0)
            .ThenByDescending(reason => Math.Abs(reason.Weight))
            .Take(Most)];
    }

    /// <summary>Reasons as one sentence, what speaks against the outcome after a "but".</summary>
    public static string Sentence(IReadOnlyList<Reason> reasons, bool likelyLate)
    {
        var agree = reasons.Where(reason => reason.Weight > 0 == likelyLate).Select(reason => reason.Text).ToArray();
        var differ = reasons.Where(reason => reason.Weight > 0 != likelyLate).Select(reason => reason.Text).ToArray();
        return (agree.Length, differ.Length) switch
        {
            (_, 0) => string.Join("; ", agree),
            (0, _) => string.Join("; ", differ),
            _ => $"{string.Join("; ", agree)}; but {string.Join("; ", differ)}",
        };
    }

    private static string Habit(KnownThen known) => known.Settled switch
    {
        0 => "nothing was paid before it, so its habit is not known",
        _ when known.AverageLag > 0.5 => string.Create(CultureInfo.InvariantCulture, $"paid {known.Late} of {known.Settled} invoices late; on average it pays {Days(known.AverageLag)} after the due date"),
        _ when known.AverageLag < -0.5 => string.Create(CultureInfo.InvariantCulture, $"paid {known.Late} of {known.Settled} invoices late; on average it pays {Days(-known.AverageLag)} before the due date"),
        _ => $"paid {known.Late} of {known.Settled} invoices late; on average it pays on the due date",
    };

    private static string OpenThen(KnownThen known) => known.Open switch
    {
        0 => "nothing else was open when it was issued",
        1 when known.Overdue == 0 => "1 other invoice was open when it was issued, not overdue",
        1 => $"the 1 other open invoice was overdue when it was issued, by {Days(known.OldestOverdueDays)}",
        _ when known.Overdue == 0 => $"{known.Open} other invoices were open when it was issued, none overdue",
        _ => $"{known.Overdue} of {known.Open} other open invoices were overdue when it was issued, the oldest by {Days(known.OldestOverdueDays)}",
    };

    private static string Days(double days) => Math.Round(days, MidpointRounding.ToEven) is 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days:0} days");

    private static string Amount(RiskInvoice invoice, KnownThen known)
    {
        var times = known.Issued == 0 ? 1 : (double)invoice.Amount / Math.Max(0.01, known.UsualAmount);
        return times switch
        {
            >= 1.5 => string.Create(CultureInfo.InvariantCulture, $"the amount is {times:0.0} times its usual one"),
            <= 0.67 => string.Create(CultureInfo.InvariantCulture, $"the amount is {times * 100:0} % of its usual one"),
            _ => "the amount is about its usual one",
        };
    }

    private static string Calendar(RiskInvoice invoice) =>
        $"falls due on {invoice.DueOn.ToString("dddd, d MMMM", CultureInfo.InvariantCulture)}";
}
