namespace Copilot.Core;

/// <summary>A payment is set against an invoice.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Invoice">The invoice.</param>
/// <param name="Applied">How much of the payment.</param>
/// <param name="Discount">Early-payment discount granted along with it; nothing where none is.</param>
/// <param name="OpenBefore">What is open on the invoice.</param>
/// <param name="UnappliedBefore">What of the payment is not applied.</param>
/// <param name="Payer">The customer to whose account the payment is put; none where it is on one already.</param>
public sealed record ApplyCash(Target Payment, Target Invoice, Money Applied, Money Discount, Money OpenBefore, Money UnappliedBefore, Target? Payer = null) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.CashApplication;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [Payment, Invoice];

    /// <inheritdoc/>
    public override Money? Amount() => Applied + Discount;

    /// <inheritdoc/>
    public override EffectText Describe() => new(
        $"Apply {Applied} of {Payment.Document} to {Invoice.Document}",
        [
            new($"{Invoice.Document} open", OpenBefore.ToString(), (OpenBefore - Applied - Discount).ToString()),
            new($"{Payment.Document} unapplied", UnappliedBefore.ToString(), (UnappliedBefore - Applied).ToString()),
            .. Discount.Minor == 0 ? [] : new[] { new Change("Early-payment discount", "", Discount.ToString()) },
            .. Payer is null ? [] : new[] { new Change($"{Payment.Document} is from", "not known", Payer.Document) },
        ]);
}
