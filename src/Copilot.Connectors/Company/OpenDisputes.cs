using Copilot.Core;
using Copilot.Data;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Company;

/// <summary>Opens a dispute about an invoice; the customer's collector sees to it.</summary>
internal sealed class OpenDisputes(CompanyStore store) : CompanyExecutor<OpenDispute>(store)
{
    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(OpenDispute effect, CompanyWork work, CancellationToken cancellationToken)
    {
        var (invoice, day) = (await work.InvoiceAsync(effect.Invoice, cancellationToken), work.Day);
        var id = invoice.Id;
        if (effect.Disputed.Currency != invoice.Currency || effect.Disputed.Minor > invoice.OpenMinor)
        {
            throw new RecordMoved($"{new Money(invoice.OpenMinor, invoice.Currency)} is open on {invoice.Number}: {effect.Disputed} of it cannot be disputed. Nothing was done; ask for it anew.");
        }

        // a dispute is a row of its own: a second one would not show in the invoice's version the first time round
        if (await work.Records.Disputes.AnyAsync(row => row.InvoiceId == id && (row.ClosedOn == null || row.ClosedOn > day), cancellationToken))
        {
            throw new RecordMoved($"{invoice.Number} is disputed already; nothing was done.");
        }

        var owner = await work.Records.Customers.AsNoTracking().Where(row => row.Id == invoice.CustomerId).Select(row => row.CollectorId).FirstOrDefaultAsync(cancellationToken);
        work.Records.Disputes.Add(new Dispute
        {
            InvoiceId = id, Reason = effect.Reason, OpenedOn = day, Currency = invoice.Currency, AmountMinor = effect.Disputed.Minor, OwnerId = owner ?? await work.PersonAsync(cancellationToken),
        });
        invoice.Disputed = true;
        return $"A dispute over {effect.Disputed} is open on {invoice.Number}: it is not reminded of until that is settled.";
    }
}
