using Copilot.Core;
using Copilot.Plugins.Receivables.Risk;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>A customer's invoices not yet due, together.</summary>
/// <param name="Name">Name.</param>
/// <param name="Invoices">How many are not yet due.</param>
/// <param name="Open">What is owed of them, in the base currency.</param>
/// <param name="AtRisk">Money at risk, in the base currency.</param>
/// <param name="Late">How many of the invoices that had fallen due were paid late or are overdue.</param>
/// <param name="Due">How many had fallen due.</param>
/// <param name="Overdue">How many are overdue now.</param>
internal sealed record RiskCustomer(string? Name, int Invoices, Money Open, Money AtRisk, int Late, int Due, int Overdue)
{
    /// <summary>Customers with the most money at risk first; amounts in a currency without a rate count nought.</summary>
    public static IReadOnlyList<RiskCustomer> Of(IReadOnlyList<RiskRow> rows, IReadOnlyList<OpenItem> overdue, RiskScorer scorer, Dictionary<Id<Customer>, string> names, RateTable rates)
    {
        var late = overdue.GroupBy(item => item.CustomerId).ToDictionary(group => group.Key, group => group.Count());
        return
        [
            .. rows.GroupBy(row => row.Item.CustomerId).Select(group =>
            {
                var record = scorer.Record(group.First().Score.Invoice.Customer);
                var open = group.Aggregate(Money.Zero(rates.Target), (sum, row) => sum + (rates.Convert(row.Item.Balance) ?? Money.Zero(rates.Target)));
                return new RiskCustomer(names.GetValueOrDefault(group.Key), group.Count(), open, new Money(group.Sum(row => row.BaseMinor), rates.Target), record.Late, record.Count, late.GetValueOrDefault(group.Key));
            }).OrderByDescending(row => row.AtRisk.Minor).ThenBy(row => row.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The table.</summary>
    public static Grid<RiskCustomer> Grid() => new Grid<RiskCustomer>("customers", "By customer, money at risk first")
        .Text("customer", "Customer", row => row.Name)
        .Number("invoices", "Not yet due", row => Measure.Count(row.Invoices))
        .Amount("open", "Open", row => row.Open)
        .Amount("at_risk", "At risk", row => row.AtRisk)
        .Text("record", "Paid late so far", row => row.Due == 0 ? "no record" : $"{row.Late} of {row.Due}")
        .Number("overdue", "Overdue now", row => Measure.Count(row.Overdue));
}
