using Copilot.Core;
using Copilot.Data;

namespace Copilot.Connectors.Company;

/// <summary>Sets a payment against an invoice, with the discount that goes along.</summary>
internal sealed class ApplyPayments(CompanyStore store) : CompanyExecutor<ApplyCash>(store)
{
    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(ApplyCash effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var payment = await work.PaymentAsync(effect.Payment, cancellationToken);
        var invoice = await work.InvoiceAsync(effect.Invoice, cancellationToken);
        if (effect.Applied.Currency != payment.Currency || effect.Applied.Minor > payment.UnappliedMinor)
        {
            throw new RecordMoved($"{new Money(payment.UnappliedMinor, payment.Currency)} of {payment.Number} is left to apply, not {effect.Applied}; nothing was done. Ask for it anew.");
        }

        if (effect.Payer is { } payer && payment.CustomerId is null)
        {
            payment.CustomerId = await work.StillThereAsync(payer, cancellationToken);
        }

        await work.KeepPromisesAsync(invoice, payment, effect.Applied, cancellationToken);
        work.Settle(invoice, ApplicationKind.Payment, effect.Applied, payment: payment.Id);
        if (effect.Discount.Minor > 0)
        {
            work.Settle(invoice, ApplicationKind.Discount, effect.Discount);
        }

        payment.UnappliedMinor -= effect.Applied.Minor;
        var rest = payment.UnappliedMinor == 0 ? $"{payment.Number} is used up" : $"{new Money(payment.UnappliedMinor, payment.Currency)} of {payment.Number} stays unapplied";
        return $"{effect.Applied} of {payment.Number} is applied to {invoice.Number}: {invoice.Left()}, {rest}.";
    }
}
