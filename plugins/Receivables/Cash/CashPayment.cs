using Copilot.Core;

namespace Copilot.Plugins.Receivables.Cash;

/// <summary>A payment of which something is not applied yet.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Customer">Who paid, where that is known.</param>
/// <param name="Payer">The payer's name on the bank statement.</param>
/// <param name="ReceivedOn">Value date.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="UnappliedMinor">What is not applied yet.</param>
/// <param name="Reference">Text on the bank statement.</param>
/// <param name="Lines">The remittance advice, line by line; empty when none came.</param>
internal sealed record CashPayment(
    string Number, int? Customer, string Payer, DateOnly ReceivedOn, CurrencyCode Currency, long UnappliedMinor, string Reference, IReadOnlyList<CashAdvice> Lines)
{
    /// <summary>What is not applied yet.</summary>
    public Money Unapplied => new(UnappliedMinor, Currency);
}

/// <summary>A line of a remittance advice.</summary>
/// <param name="InvoiceNumber">The invoice as the payer wrote it.</param>
/// <param name="PaidMinor">What is paid of it; negative where a credit is taken.</param>
/// <param name="DeductionMinor">What was kept back.</param>
/// <param name="DeductionReason">Why, as the payer wrote it.</param>
internal sealed record CashAdvice(string InvoiceNumber, long PaidMinor, long DeductionMinor, string? DeductionReason);
