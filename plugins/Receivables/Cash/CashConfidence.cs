namespace Copilot.Plugins.Receivables.Cash;

/// <summary>
/// How much each kind of evidence is trusted. Only what the payer named and the amount confirms to the penny reaches <see cref="Sure"/>:
/// two independent witnesses. An amount alone, however telling, stays below, because a second payment or a wrong amount looks the same.
/// </summary>
internal static class CashConfidence
{
    /// <summary>From here a suggestion is shown as sure.</summary>
    public const decimal Sure = 0.95m;

    /// <summary>From here it is shown as likely; below as possible.</summary>
    public const decimal Likely = 0.75m;

    /// <summary>Below this nothing is suggested.</summary>
    public const decimal Least = 0.4m;

    /// <summary>Named, and the amount is exactly what is open.</summary>
    public const decimal NamedExactly = 0.99m;

    /// <summary>Named, and the amount is what is open less the discount that the terms allow or the deduction that the payer states.</summary>
    public const decimal NamedLessDiscount = 0.98m;

    /// <summary>A number with a slip of the pen, where one document alone fits number and amount.</summary>
    public const decimal NamedWithSlip = 0.96m;

    /// <summary>Named by the order or purchase order, and the amount is exact.</summary>
    public const decimal NamedByOrder = 0.94m;

    /// <summary>Named; what is missing equals a dispute, a chargeback or a discount that came too late.</summary>
    public const decimal NamedShortExplained = 0.92m;

    /// <summary>Named; what is missing is small enough for bank charges.</summary>
    public const decimal NamedShortSmall = 0.85m;

    /// <summary>A remittance line that states part of an invoice.</summary>
    public const decimal NamedPart = 0.85m;

    /// <summary>More was named than was paid, and one choice of it fits the amount.</summary>
    public const decimal NamedSome = 0.82m;

    /// <summary>Named; the rest of the amount fits other open invoices in one way.</summary>
    public const decimal NamedAndMore = 0.76m;

    /// <summary>Named, of another customer than the payer, and the amount is exact.</summary>
    public const decimal NamedOfAnother = 0.8m;

    /// <summary>Named, and less was paid without a reason that is known.</summary>
    public const decimal NamedShort = 0.7m;

    /// <summary>Named, and more was paid than is open.</summary>
    public const decimal NamedOver = 0.7m;

    /// <summary>Not named: everything that is open or overdue.</summary>
    public const decimal WholeAccount = 0.9m;

    /// <summary>Not named: one invoice of exactly this amount.</summary>
    public const decimal AmountAlone = 0.88m;

    /// <summary>Not named: one invoice, less the discount that the terms allow.</summary>
    public const decimal AmountLessDiscount = 0.82m;

    /// <summary>Not named: invoices that follow one another by due date.</summary>
    public const decimal Run = 0.84m;

    /// <summary>Not named: one choice of a few invoices fits.</summary>
    public const decimal Combination = 0.78m;

    /// <summary>Not named: one invoice less its dispute or chargeback.</summary>
    public const decimal AmountShortExplained = 0.76m;

    /// <summary>Not named: several invoices of this very amount, the oldest taken.</summary>
    public const decimal SameAmounts = 0.45m;

    /// <summary>Payer unknown: one invoice in all the books has this amount.</summary>
    public const decimal AmountOfAnybody = 0.42m;

    /// <summary>A number that exists, when a neighbour of it fits the amount and it does not.</summary>
    public const decimal NamedNeighbour = 0.9m;

    /// <summary>What a reading by amount is multiplied with when the payer was recognised by a similar name only.</summary>
    public const decimal SimilarPayer = 0.9m;
}
