using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>A promise with how it stands.</summary>
/// <param name="Promise">The promise.</param>
/// <param name="InvoiceNumber">The invoice it is for; none for the account.</param>
/// <param name="Judgement">How it stands.</param>
/// <param name="UnappliedSinceMinor">Cash of the customer in that currency that came in since it was made and is not applied: it may be the promised money.</param>
internal sealed record JudgedPromise(PaymentPromise Promise, string? InvoiceNumber, PromiseJudgement Judgement, long UnappliedSinceMinor)
{
    /// <summary>How it stands.</summary>
    public PromiseState State => Judgement.State;

    /// <summary>What was promised.</summary>
    public Money Promised => new(Promise.AmountMinor, Promise.Currency);

    /// <summary>What has been paid since it was made.</summary>
    public Money Paid => new(Judgement.PaidMinor, Promise.Currency);

    /// <summary>What is missing; nought once it is fulfilled.</summary>
    public Money Missing => new(Judgement.FulfilledOn is null ? Math.Max(0, Promise.AmountMinor - Judgement.PaidMinor) : 0, Promise.Currency);

    /// <summary>Whether unapplied cash may already be the missing money, so that nobody should be blamed before it is applied.</summary>
    public bool MayBePaid => Missing.Minor > 0 && UnappliedSinceMinor >= Missing.Minor;
}
