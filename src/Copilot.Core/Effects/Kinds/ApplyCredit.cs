namespace Copilot.Core;

/// <summary>An open credit note is set against an invoice.</summary>
/// <param name="Credit">The credit note.</param>
/// <param name="Invoice">The invoice.</param>
/// <param name="Applied">How much of the credit note.</param>
/// <param name="OpenBefore">What is open on the invoice.</param>
/// <param name="CreditBefore">What of the credit note is not used.</param>
public sealed record ApplyCredit(Target Credit, Target Invoice, Money Applied, Money OpenBefore, Money CreditBefore) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.CashApplication;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [Credit, Invoice];

    /// <inheritdoc/>
    public override Money? Amount() => Applied;

    /// <inheritdoc/>
    public override EffectText Describe() => new(
        $"Set {Applied} of {Credit.Document} against {Invoice.Document}",
        [new($"{Invoice.Document} open", OpenBefore.ToString(), (OpenBefore - Applied).ToString()), new($"{Credit.Document} not used", CreditBefore.ToString(), (CreditBefore - Applied).ToString())]);
}
