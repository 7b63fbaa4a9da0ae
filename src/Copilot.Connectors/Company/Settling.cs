using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Company;

/// <summary>
/// Sets something against an invoice and keeps its books: what is open is always the amount less the applications, and it is closed on the day on
/// which nothing was left.
/// </summary>
internal static class Settling
{
    /// <summary>Adds the application and takes it off what is open.</summary>
    public static void Settle(this CompanyWork work, Invoice invoice, ApplicationKind kind, Money amount, Id<Payment>? payment = null, Id<CreditNote>? credit = null)
    {
        if (amount.Currency != invoice.Currency || amount.Minor <= 0 || amount.Minor > invoice.OpenMinor)
        {
            throw new RecordMoved($"{amount} cannot be set against {invoice.Number}: {new Money(invoice.OpenMinor, invoice.Currency)} is open. Nothing was done; ask for it anew.");
        }

        work.Records.Applications.Add(new Application { InvoiceId = invoice.Id, PaymentId = payment, CreditNoteId = credit, Kind = kind, AppliedOn = work.Day, AmountMinor = amount.Minor });
        invoice.OpenMinor -= amount.Minor;
        if (invoice.OpenMinor == 0)
        {
            invoice.ClosedOn = work.Day;
        }
    }

    /// <summary>
    /// Marks the promises for an invoice that this payment fulfils: those whose amount was applied to it in payments since the promise was made. The
    /// day is that on which the money came in, not that on which somebody applied it: whoever paid in time kept the promise.
    /// </summary>
    public static async Task KeepPromisesAsync(this CompanyWork work, Invoice invoice, Payment payment, Money applied, CancellationToken cancellationToken)
    {
        var (id, day) = (invoice.Id, work.Day);
        var promises = await work.Records.PaymentPromises.Where(row => row.InvoiceId == id && row.KeptOn == null && row.MadeOn <= day).ToListAsync(cancellationToken);
        foreach (var promise in promises.Where(row => row.Currency == invoice.Currency))
        {
            var made = promise.MadeOn;
            var before = await work.Records.Applications
                .Where(row => row.InvoiceId == id && row.Kind == ApplicationKind.Payment && row.AppliedOn >= made && row.AppliedOn <= day).SumAsync(row => row.AmountMinor, cancellationToken);
            if (before + applied.Minor >= promise.AmountMinor)
            {
                promise.KeptOn = payment.ReceivedOn > made ? payment.ReceivedOn : made;
            }
        }
    }

    /// <summary>What is left of an invoice, for a receipt.</summary>
    public static string Left(this Invoice invoice) => invoice.OpenMinor == 0 ? $"{invoice.Number} is settled" : $"{new Money(invoice.OpenMinor, invoice.Currency)} stays open on {invoice.Number}";
}
