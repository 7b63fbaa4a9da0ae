namespace Copilot.Plugins.Receivables.Risk;

/// <summary>An invoice with its features and what stood behind them on the day of issue.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Values">One value a <see cref="Feature"/>.</param>
/// <param name="Known">The figures behind them, for the reasons in words.</param>
internal sealed record FeatureRow(RiskInvoice Invoice, double[] Values, KnownThen Known);

/// <summary>What was known of the customer on the day of issue.</summary>
internal sealed record KnownThen(int Settled, int Late, double AverageLag, double UsualAmount, int Open, int Overdue, int OldestOverdueDays, int Disputed, int Issued);

/// <summary>
/// Makes the features of all invoices in one walk through time. An invoice issued on a day sees only what had happened before that day:
/// invoices settled, issued, fallen due or disputed earlier. Nothing that comes later can reach it, because it has not been walked past yet.
/// </summary>
internal sealed class FeatureSweep
{
    private const double PriorWeight = 3;
    private readonly Dictionary<int, CustomerRecord> _customers = [];
    private readonly CustomerRecord _everybody = new();

    /// <summary>The rows, in order of issue.</summary>
    public static IReadOnlyList<FeatureRow> Of(IReadOnlyCollection<RiskInvoice> invoices)
    {
        var sweep = new FeatureSweep();
        var issued = invoices.OrderBy(invoice => invoice.IssuedOn).ThenBy(invoice => invoice.Number, StringComparer.Ordinal).ToArray();
        var settled = invoices.Where(invoice => invoice.ClosedOn is not null).OrderBy(invoice => invoice.ClosedOn).ThenBy(invoice => invoice.Number, StringComparer.Ordinal).ToArray();
        var due = invoices.OrderBy(invoice => invoice.DueOn).ThenBy(invoice => invoice.Number, StringComparer.Ordinal).ToArray();
        var disputed = invoices.Where(invoice => invoice.DisputedOn is not null).OrderBy(invoice => invoice.DisputedOn).ThenBy(invoice => invoice.Number, StringComparer.Ordinal).ToArray();
        var rows = new List<FeatureRow>(issued.Length);
        var (nextSettled, nextDue, nextDisputed) = (0, 0, 0);
        for (var start = 0; start < issued.Length;)
        {
            var day = issued[start].IssuedOn;
            for (; nextDue < due.Length && due[nextDue].DueOn < day; nextDue++)
            {
                sweep.FallDue(due[nextDue]);
            }

            for (; nextSettled < settled.Length && settled[nextSettled].ClosedOn < day; nextSettled++)
            {
                sweep.Settle(settled[nextSettled]);
            }

            for (; nextDisputed < disputed.Length && disputed[nextDisputed].DisputedOn < day; nextDisputed++)
            {
                sweep.Customer(disputed[nextDisputed]).Dispute();
                sweep._everybody.Dispute();
            }

            var end = start;
            for (; end < issued.Length && issued[end].IssuedOn == day; end++)
            {
                rows.Add(sweep.Row(issued[end]));
            }

            for (; start < end; start++)
            {
                sweep.Customer(issued[start]).Issue(issued[start]);
                sweep._everybody.Issue(issued[start]);
            }
        }

        return rows;
    }

    private void FallDue(RiskInvoice invoice)
    {
        // a document dated after its own due date has not been issued yet when that day passes; one that is paid by then is never overdue
        if (invoice.DueOn >= invoice.IssuedOn && LateModel.IsLate(invoice))
        {
            Customer(invoice).FallDue(invoice);
        }
    }

    private void Settle(RiskInvoice invoice)
    {
        Customer(invoice).Settle(invoice, invoice.DaysPastDue!.Value);
        _everybody.Settle(invoice, invoice.DaysPastDue!.Value);
    }

    private CustomerRecord Customer(RiskInvoice invoice)
    {
        if (!_customers.TryGetValue(invoice.Customer, out var record))
        {
            _customers[invoice.Customer] = record = new CustomerRecord();
        }

        return record;
    }

    private FeatureRow Row(RiskInvoice invoice)
    {
        var own = Customer(invoice);
        var share = (_everybody.Late + 1.0) / (_everybody.Settled + 2.0);
        var lag = _everybody.Settled == 0 ? 0 : _everybody.LagSum / _everybody.Settled;
        var averageLag = (own.LagSum + (PriorWeight * lag)) / (own.Settled + PriorWeight);
        var spread = Math.Sqrt(Math.Max(0, ((own.LagSquares + (PriorWeight * averageLag * averageLag)) / (own.Settled + PriorWeight)) - (averageLag * averageLag)));
        var disputes = (_everybody.Disputed + 1.0) / (_everybody.Issued + 2.0);
        var usual = own.Issued == 0 ? CustomerRecord.LogAmount(invoice) : own.LogAmounts / own.Issued;
        var values = new double[Enum.GetValues<Feature>().Length];
        values[(int)Feature.LateShare] = Math.Log((own.Late + (PriorWeight * share)) / (own.Settled - own.Late + (PriorWeight * (1 - share))));
        values[(int)Feature.RecentLateness] = own.Recent ?? share;
        values[(int)Feature.AverageLag] = averageLag;
        values[(int)Feature.LagSpread] = spread;
        values[(int)Feature.AmountAgainstUsual] = Math.Clamp(CustomerRecord.LogAmount(invoice) - usual, -3, 3);
        values[(int)Feature.Amount] = CustomerRecord.LogAmount(invoice);
        values[(int)Feature.Terms] = Math.Log(1 + invoice.TermsDays);
        values[(int)Feature.DisputeShare] = (own.Disputed + (PriorWeight * disputes)) / (own.Issued + PriorWeight);
        values[(int)Feature.OpenInvoices] = Math.Log(1 + own.Open);
        values[(int)Feature.OverdueInvoices] = Math.Log(1 + own.Overdue);
        values[(int)Feature.OldestOverdue] = Math.Log(1 + own.OldestOverdueDays(invoice.IssuedOn));
        values[(int)Feature.History] = Math.Log(1 + own.Settled);
        values[(int)Feature.Electronic] = invoice.Electronic switch { true => 1, false => -1, null => 0 };
        Calendar(invoice, values);
        var known = new KnownThen(own.Settled, own.Late, own.Settled == 0 ? 0 : own.LagSum / own.Settled, Math.Exp(usual), own.Open, own.Overdue, own.OldestOverdueDays(invoice.IssuedOn), own.Disputed, own.Issued);
        return new FeatureRow(invoice, values, known);
    }

    private static void Calendar(RiskInvoice invoice, double[] values)
    {
        var due = invoice.DueOn;
        values[(int)Feature.DueOnWeekend] = due.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 1 : 0;
        values[(int)Feature.DueAtMonthEnd] = due.Day > DateTime.DaysInMonth(due.Year, due.Month) - 5 ? 1 : 0;
        values[(int)Feature.IssuedEarlyInWeek] = invoice.IssuedOn.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday ? 1 : 0;
        var angle = 2 * Math.PI * due.DayOfYear / 365.25;
        (values[(int)Feature.SeasonSine], values[(int)Feature.SeasonCosine]) = Math.SinCos(angle);
    }
}
