using Copilot.Plugins.Receivables.Cash;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>A payment with its suggestion, ready to be shown.</summary>
/// <param name="Suggestion">What it is probably for.</param>
/// <param name="Customer">The name of who paid, where that can be told.</param>
/// <param name="BaseMinor">What is not applied, in the base currency, to order by.</param>
internal sealed record CashRow(CashSuggestion Suggestion, string? Customer, long BaseMinor)
{
    /// <summary>The payment.</summary>
    public CashPayment Payment => Suggestion.Payment;
}
