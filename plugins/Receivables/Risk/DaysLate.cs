namespace Copilot.Plugins.Receivables.Risk;

/// <summary>By how many days late invoices are paid late.</summary>
internal sealed class DaysLate
{
    private const double PriorWeight = 3;
    private readonly int[] _all;
    private readonly Dictionary<int, (int Count, long Sum)> _byCustomer;

    private DaysLate(int[] all, Dictionary<int, (int Count, long Sum)> byCustomer) => (_all, _byCustomer) = (all, byCustomer);

    /// <summary>Learns from settled invoices.</summary>
    public static DaysLate Learn(IReadOnlyCollection<RiskInvoice> invoices)
    {
        var late = invoices.Where(invoice => invoice.DaysPastDue > 0).Select(invoice => (invoice.Customer, Days: invoice.DaysPastDue!.Value)).ToList();
        return new DaysLate(
            [.. late.Select(row => row.Days).Order()],
            late.GroupBy(row => row.Customer).ToDictionary(group => group.Key, group => (group.Count(), group.Sum(row => (long)row.Days))));
    }

    /// <summary>Average days late of the customer's late invoices, leaning on everybody's while there are few; nought when nobody was ever late.</summary>
    public double WhenLate(int customer)
    {
        var own = _byCustomer.GetValueOrDefault(customer);
        var all = _all.Length == 0 ? 0 : _all.Average();
        return (own.Sum + (PriorWeight * all)) / (own.Count + PriorWeight);
    }

    /// <summary>Days late to be expected of an invoice that is already overdue by so many days: the average over invoices that were later still.</summary>
    public double WhenOverdue(int days)
    {
        var later = _all.Where(value => value > days).ToArray();
        return later.Length == 0 ? days : later.Average();
    }
}
