namespace Copilot.Core;

/// <summary>A payment is set against an invoice.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Invoice">The invoice.</param>
/// <param name="Applied">How much.</param>
/// <param name="OpenBefore">What is open on the invoice.</param>
/// <param name="UnappliedBefore">What of the payment is not applied.</param>
public sealed record ApplyCash(Target Payment, Target Invoice, Money Applied, Money OpenBefore, Money UnappliedBefore) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.CashApplication;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [Payment, Invoice];

    /// <inheritdoc/>
    public override Money? Amount() => Applied;

    /// <inheritdoc/>
    public override EffectText Describe() => new(
        $"Apply {Applied} of {Payment.Document} to {Invoice.Document}",
        [new($"{Invoice.Document} open", OpenBefore.ToString(), (OpenBefore - Applied).ToString()), new($"{Payment.Document} unapplied", UnappliedBefore.ToString(), (UnappliedBefore - Applied).ToString())]);
}
