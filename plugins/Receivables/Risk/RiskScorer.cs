using System.Globalization;

namespace Copilot.Plugins.Receivables.Risk;

/// <summary>Says of open invoices how likely they are to be paid late, from all invoices known on a day.</summary>
internal sealed class RiskScorer
{
    /// <summary>Invoices that must have been paid before anything at all is said of who pays late.</summary>
    public const int FewestPaid = 20;

    private const double PriorWeight = 3;
    private const int PastDays = 9;
    private const int BetweenPastDays = 15;
    private const int NewestPastDay = 75;
    private readonly DateOnly _today;
    private readonly Dictionary<string, FeatureRow> _rows;
    private readonly SinceIssue _since;
    private readonly DaysLate _daysLate;
    private readonly double _share;
    private readonly Dictionary<int, (int Late, int Count)> _shares;

    private RiskScorer(IReadOnlyCollection<RiskInvoice> known, DateOnly today)
    {
        var rows = FeatureSweep.Of(known);
        var due = known.Where(invoice => invoice.DueOn < today).ToList();
        (_today, _since, _daysLate) = (today, SinceIssue.Learn(known, today), DaysLate.Learn(known));
        _rows = rows.ToDictionary(row => row.Invoice.Number, StringComparer.Ordinal);
        _share = due.Count == 0 ? 0 : (double)due.Count(LateModel.IsLate) / due.Count;
        _shares = due.GroupBy(invoice => invoice.Customer).ToDictionary(group => group.Key, group => (group.Count(LateModel.IsLate), group.Count()));
        Model = LateModel.Learn(rows, today);
        DueBefore = due.Count;
        StillOpen = OpenOnPastDays(known, today);
        Paid = known.Count(invoice => invoice.ClosedOn is not null);
    }

    /// <summary>The model; none when there is too little history.</summary>
    public LateModel? Model { get; }

    /// <summary>How many invoices had fallen due, late or not: what anything said rests on.</summary>
    public int DueBefore { get; }

    /// <summary>
    /// Invoices that were open and not yet due on earlier days, and how many of them were then late. It is the share to hold probabilities against:
    /// above <see cref="LateShare"/>, because what was paid early is no longer open.
    /// </summary>
    public (int Count, int Late) StillOpen { get; }

    /// <summary>How many invoices have been paid so far.</summary>
    public int Paid { get; }

    /// <summary>Whether enough has been paid for a probability to mean anything.</summary>
    public bool CanSay => Paid >= FewestPaid;

    /// <summary>Share of those that were paid late or are overdue.</summary>
    public double LateShare => _share;

    /// <summary>Learns from invoices as they were known at the end of a day; what happened later is taken out first.</summary>
    public static RiskScorer Learn(IEnumerable<RiskInvoice> invoices, DateOnly today) => new([.. AsKnownOn(invoices, today)], today);

    /// <summary>Invoices as they were known at the end of a day: issued by then; settled or disputed later counts as neither.</summary>
    public static IEnumerable<RiskInvoice> AsKnownOn(IEnumerable<RiskInvoice> invoices, DateOnly today) =>
        from invoice in invoices
        where invoice.IssuedOn <= today
        select invoice with
        {
            ClosedOn = invoice.ClosedOn <= today ? invoice.ClosedOn : null,
            DisputedOn = invoice.DisputedOn <= today ? invoice.DisputedOn : null,
            DisputeEndedOn = invoice.DisputeEndedOn <= today ? invoice.DisputeEndedOn : null,
        };

    /// <summary>Late share of the customer's invoices that had fallen due, and how many those are.</summary>
    public (int Late, int Count) Record(int customer) => _shares.GetValueOrDefault(customer);

    /// <summary>What is to be expected of an invoice that was open on the day; it must be among those learned from.</summary>
    public RiskScore Score(string number)
    {
        var row = _rows[number];
        var invoice = row.Invoice;
        var overdue = _today.DayNumber - invoice.DueOn.DayNumber;
        if (overdue > 0)
        {
            return new RiskScore(invoice, 1, Days(_daysLate.WhenOverdue(overdue)), [new Reason(1, $"overdue for {overdue} days already")], RiskBasis.Overdue, LikelyLate: true);
        }

        var record = Record(invoice.Customer);
        var atIssue = Model?.Probability(row) ?? ((record.Late + (PriorWeight * _share)) / (record.Count + PriorWeight));
        var since = Since(invoice);
        var odds = atIssue / Math.Max(1e-6, 1 - atIssue) * Math.Exp(since.Sum(reason => reason.Weight));
        var probability = Math.Clamp(odds / (1 + odds), 0.001, 0.999);
        var likely = probability >= _share;
        var reasons = Model is null
            ? [new Reason(0, ShareInWords(record)), .. since]
            : Reasons.Of(row, Model.Contributions(row), since, likely);
        return new RiskScore(
            invoice, decimal.Round((decimal)probability, 3, MidpointRounding.AwayFromZero), Days(probability * _daysLate.WhenLate(invoice.Customer)), reasons,
            Model is null ? RiskBasis.CustomerShare : RiskBasis.Model, likely);
    }

    private static (int Count, int Late) OpenOnPastDays(IReadOnlyCollection<RiskInvoice> known, DateOnly today)
    {
        var open = Enumerable.Range(0, PastDays).Select(step => today.AddDays(-NewestPastDay - (BetweenPastDays * step)))
            .SelectMany(day => known.Where(invoice => invoice.IssuedOn <= day && invoice.DueOn >= day && invoice.DueOn < today && !(invoice.ClosedOn <= day))).ToList();
        return (open.Count, open.Count(LateModel.IsLate));
    }

    private List<Reason> Since(RiskInvoice invoice)
    {
        var toCome = _since.StillToCome(invoice, _today);
        var result = new List<Reason>
        {
            new(-Math.Log(toCome), string.Create(CultureInfo.InvariantCulture, $"still open now that {(1 - toCome) * 100:0} % of payments in time have usually come in")),
        };
        if (invoice.InDisputeSince(_today) is { } day)
        {
            result.Add(new Reason(Math.Log(_since.DisputeRatio), $"disputed since {day:yyyy-MM-dd}"));
        }

        return result;
    }

    private static string ShareInWords((int Late, int Count) record) =>
        record.Count == 0 ? "nothing of this customer's has fallen due before: everybody's share of late payments" : $"paid {record.Late} of {record.Count} invoices late";

    private static decimal Days(double days) => decimal.Round((decimal)days, 1, MidpointRounding.AwayFromZero);
}
