using Copilot.Core;
using Copilot.Data;

namespace Copilot.Connectors.Company;

/// <summary>Notes a promise to pay, for the account or for one invoice of it.</summary>
internal sealed class NotePromises(CompanyStore store) : CompanyExecutor<RecordPromise>(store)
{
    /// <inheritdoc/>
    protected override async Task<string> ApplyAsync(RecordPromise effect, CompanyWork work, CancellationToken cancellationToken)
    {
        if (effect.PromisedFor < work.Day)
        {
            throw new RecordMoved($"{effect.PromisedFor:yyyy-MM-dd} is past by now: a promise for it would be broken as soon as it is noted. Nothing was done.");
        }

        work.Records.PaymentPromises.Add(new PaymentPromise
        {
            CustomerId = await work.StillThereAsync(effect.Customer, cancellationToken), MadeOn = work.Day, PromisedFor = effect.PromisedFor,
            Currency = effect.Promised.Currency, AmountMinor = effect.Promised.Minor, InvoiceId = effect.Invoice is { } invoice ? new Id<Invoice>(invoice.Key) : null, TakenById = await work.PersonAsync(cancellationToken),
        });
        return $"The promise of {effect.Customer.Document} is noted: {effect.Promised} for {effect.PromisedFor:yyyy-MM-dd}{(effect.Invoice is { Document: var number } ? $", of {number}" : "")}.";
    }
}
