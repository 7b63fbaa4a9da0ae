using Copilot.Core;

namespace Copilot.Plugins.Receivables.Cash;

/// <summary>What a payment is for, as far as that can be told.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Customer">Who paid; none when that cannot be told.</param>
/// <param name="Lines">What to apply; empty when nothing is suggested.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record CashSuggestion(CashPayment Payment, int? Customer, IReadOnlyList<CashLine> Lines, decimal Confidence, string Reason)
{
    /// <summary>How far it can be trusted.</summary>
    public CashCertainty Certainty => Lines.Count == 0 ? CashCertainty.Unknown : Confidence switch
    {
        >= CashConfidence.Sure => CashCertainty.Sure,
        >= CashConfidence.Likely => CashCertainty.Likely,
        _ => CashCertainty.Possible,
    };

    /// <summary>What of the payment would be applied.</summary>
    public long AppliedMinor => Lines.Sum(line => line.PaidMinor);

    /// <summary>What of the payment would stay unapplied.</summary>
    public long LeftMinor => Payment.UnappliedMinor - AppliedMinor;
}

/// <summary>A piece of a payment against a document.</summary>
/// <param name="Item">The invoice or credit note.</param>
/// <param name="PaidMinor">What of the payment goes to it; negative where a credit note adds to what can be applied.</param>
/// <param name="DiscountMinor">Early-payment discount taken.</param>
/// <param name="DeductionMinor">What stays open because it was kept back for a named reason.</param>
/// <param name="Why">What was kept back, in words; none when it is settled in full.</param>
internal sealed record CashLine(CashItem Item, long PaidMinor, long DiscountMinor = 0, long DeductionMinor = 0, string? Why = null)
{
    /// <summary>Money applied, in the document's currency.</summary>
    public Money Paid => new(PaidMinor, Item.Currency);
}

/// <summary>How far a suggestion can be trusted.</summary>
internal enum CashCertainty
{
    /// <summary>No suggestion.</summary>
    Unknown,

    /// <summary>One of several ways to read it.</summary>
    Possible,

    /// <summary>Probably right; a look is enough.</summary>
    Likely,

    /// <summary>Named by the payer and right to the penny.</summary>
    Sure,
}
