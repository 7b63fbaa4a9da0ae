namespace Copilot.Plugins.Receivables.Rules;

/// <summary>
/// How fast receivables turn into money, from five amounts of one currency.
/// Days sales outstanding = open ÷ credit sales × days; best possible = not yet due ÷ credit sales × days; average days delinquent = the difference.
/// Collection effectiveness index = (beginning + sales − ending) ÷ (beginning + sales − ending not due) × 100: what was collected of what could have been
/// (formulas as the Credit Research Foundation gives them).
/// </summary>
/// <param name="Open">Open receivables at the end.</param>
/// <param name="NotDue">Of them, what is not due.</param>
/// <param name="Beginning">Open receivables at the end of the day before the period.</param>
/// <param name="Sales">Invoices issued in the period.</param>
/// <param name="Days">Days of the period.</param>
internal sealed record DsoMeasures(decimal Open, decimal NotDue, decimal Beginning, decimal Sales, int Days)
{
    /// <summary>Days sales outstanding; nothing without sales.</summary>
    public decimal? Dso => Sales > 0 ? Open * Days / Sales : null;

    /// <summary>Best possible days sales outstanding.</summary>
    public decimal? BestPossible => Sales > 0 ? NotDue * Days / Sales : null;

    /// <summary>Average days delinquent.</summary>
    public decimal? Delinquent => Dso - BestPossible;

    /// <summary>Collection effectiveness index in percent; nothing when nothing could have been collected.</summary>
    public decimal? Effectiveness => Beginning + Sales - NotDue is > 0 and var collectable ? (Beginning + Sales - Open) * 100 / collectable : null;
}
