namespace Copilot.Plugins.Receivables.Risk;

/// <summary>
/// What has become known of an open invoice since the day of issue, as factors on its odds (Bayes' rule): that it is still unpaid although
/// part of its term has passed, and that it is disputed. Learned from invoices that had fallen due.
/// </summary>
internal sealed class SinceIssue
{
    private const double PriorWeight = 5;
    private readonly double[] _fractions;
    private readonly Dictionary<int, double[]> _fractionsByCustomer;

    private SinceIssue(double[] fractions, Dictionary<int, double[]> fractionsByCustomer, double disputeRatio) =>
        (_fractions, _fractionsByCustomer, DisputeRatio) = (fractions, fractionsByCustomer, disputeRatio);

    /// <summary>How much more often late invoices had been disputed by their due date than those paid in time; from 1 to 20.</summary>
    public double DisputeRatio { get; }

    /// <summary>Learns from invoices as known on a day.</summary>
    public static SinceIssue Learn(IReadOnlyCollection<RiskInvoice> invoices, DateOnly today)
    {
        var due = invoices.Where(invoice => invoice.DueOn < today && invoice.DueOn >= invoice.IssuedOn).ToList();
        var inTime = due.FindAll(invoice => !LateModel.IsLate(invoice));
        var late = due.FindAll(LateModel.IsLate);
        var ratio = Share(late) / Share(inTime);
        return new SinceIssue(Fractions(inTime), inTime.GroupBy(invoice => invoice.Customer).ToDictionary(group => group.Key, Fractions), Math.Clamp(ratio, 1, 20));
    }

    /// <summary>Share of the payments in time that come later in the term than this invoice's age: the customer's own habit, leaning on everybody's.</summary>
    public double StillToCome(RiskInvoice invoice, DateOnly today)
    {
        var fraction = Fraction(invoice, today);
        var all = (Above(_fractions, fraction) + 1.0) / (_fractions.Length + 2.0);
        var own = _fractionsByCustomer.GetValueOrDefault(invoice.Customer, []);
        return Math.Max(0.01, (Above(own, fraction) + (PriorWeight * all)) / (own.Length + PriorWeight));
    }

    private static double Share(List<RiskInvoice> invoices) =>
        (invoices.Count(invoice => invoice.DisputedOn is { } day && day <= invoice.DueOn) + 1.0) / (invoices.Count + 2.0);

    private static double[] Fractions(IEnumerable<RiskInvoice> inTime) => [.. inTime.Select(invoice => Fraction(invoice, invoice.ClosedOn!.Value)).Order()];

    // how far into its term the day lies: 0 at issue, 1 on the due date
    private static double Fraction(RiskInvoice invoice, DateOnly day) =>
        invoice.TermsDays == 0 ? 1 : Math.Clamp((double)(day.DayNumber - invoice.IssuedOn.DayNumber) / invoice.TermsDays, 0, 1);

    private static int Above(double[] sorted, double fraction)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] > fraction ? (low, middle) : (middle + 1, high);
        }

        return sorted.Length - low;
    }
}
