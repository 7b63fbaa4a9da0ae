namespace Copilot.Plugins.Receivables.Risk;

/// <summary>Where a probability comes from.</summary>
internal enum RiskBasis
{
    /// <summary>The model learned from the company's own invoices.</summary>
    Model,

    /// <summary>Too little history for a model: the customer's own share of late payments, leaning on everybody's.</summary>
    CustomerShare,

    /// <summary>It is overdue: late already.</summary>
    Overdue,
}

/// <summary>What is to be expected of an open invoice.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Probability">Probability of payment after the due date, rounded to a thousandth so that amounts at risk can be recomputed.</param>
/// <param name="ExpectedDaysLate">Probability × days late when late; for an overdue one the days it will probably have been late.</param>
/// <param name="Reasons">The biggest reasons.</param>
/// <param name="Basis">Where the probability comes from.</param>
/// <param name="LikelyLate">Whether late payment is likelier than over all customers.</param>
internal sealed record RiskScore(RiskInvoice Invoice, decimal Probability, decimal ExpectedDaysLate, IReadOnlyList<Reason> Reasons, RiskBasis Basis, bool LikelyLate);
