namespace Copilot.Plugins.Receivables.Risk;

/// <summary>What is known of a payer on a given day; kept up to date while days pass.</summary>
internal sealed class CustomerRecord
{
    private const double NewestWeight = 0.3;
    private readonly SortedDictionary<(int DueDay, string Number), int> _overdue = [];

    /// <summary>Invoices settled.</summary>
    public int Settled { get; private set; }

    /// <summary>Of those, settled after the due date.</summary>
    public int Late { get; private set; }

    /// <summary>Sum of days past due over the late ones.</summary>
    public long LateDays { get; private set; }

    /// <summary>Sum of days from due date to settlement, early ones negative; capped so that one old case does not speak for all.</summary>
    public double LagSum { get; private set; }

    /// <summary>Sum of their squares.</summary>
    public double LagSquares { get; private set; }

    /// <summary>Exponentially weighted lateness of the settled ones; the newest weighs <c>0.3</c>.</summary>
    public double? Recent { get; private set; }

    /// <summary>Invoices issued.</summary>
    public int Issued { get; private set; }

    /// <summary>Sum of their amounts' logarithms.</summary>
    public double LogAmounts { get; private set; }

    /// <summary>Invoices known to be disputed.</summary>
    public int Disputed { get; private set; }

    /// <summary>Invoices issued and not settled; those paid before they were issued never were open.</summary>
    public int Open { get; private set; }

    /// <summary>Of those, past their due date.</summary>
    public int Overdue => _overdue.Count;

    /// <summary>For how many days the oldest of those is overdue.</summary>
    public int OldestOverdueDays(DateOnly today)
    {
        foreach (var entry in _overdue)
        {
            return today.DayNumber - entry.Key.DueDay;
        }

        return 0;
    }

    /// <summary>An invoice goes out.</summary>
    public void Issue(RiskInvoice invoice)
    {
        Issued++;
        LogAmounts += LogAmount(invoice);
        Open += WasOpen(invoice) ? 1 : 0;
    }

    /// <summary>An open invoice passes its due date.</summary>
    public void FallDue(RiskInvoice invoice) => _overdue[(invoice.DueOn.DayNumber, invoice.Number)] = 1;

    /// <summary>A dispute becomes known.</summary>
    public void Dispute() => Disputed++;

    /// <summary>An invoice is settled.</summary>
    public void Settle(RiskInvoice invoice, int daysPastDue)
    {
        _overdue.Remove((invoice.DueOn.DayNumber, invoice.Number));
        Open -= WasOpen(invoice) ? 1 : 0;
        var late = daysPastDue > 0;
        Settled++;
        Late += late ? 1 : 0;
        LateDays += Math.Max(0, daysPastDue);
        var lag = Math.Clamp(daysPastDue, -60, 90);
        LagSum += lag;
        LagSquares += (double)lag * lag;
        Recent = Recent is { } before ? before + (NewestWeight * ((late ? 1 : 0) - before)) : late ? 1 : 0;
    }

    private static bool WasOpen(RiskInvoice invoice) => invoice.ClosedOn is not { } closed || closed >= invoice.IssuedOn;

    /// <summary>The logarithm of an amount; nought and less count as the smallest unit.</summary>
    public static double LogAmount(RiskInvoice invoice) => Math.Log(Math.Max(0.01, (double)invoice.Amount));
}
