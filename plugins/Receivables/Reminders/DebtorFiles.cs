using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Rules;

namespace Copilot.Plugins.Receivables.Reminders;

/// <summary>Reads what letters to customers are made from.</summary>
internal static class DebtorFiles
{
    private const int Chunk = 200;

    /// <summary>The files of those customers that the person may see.</summary>
    public static async Task<IReadOnlyDictionary<Id<Customer>, DebtorFile>> ReadAsync(FunctionContext context, IReadOnlyCollection<Id<Customer>> customers, CancellationToken cancellationToken)
    {
        var files = new Dictionary<Id<Customer>, DebtorFile>();
        foreach (var ids in customers.Distinct().OrderBy(id => id.Value).Chunk(Chunk))
        {
            foreach (var file in await ReadChunkAsync(context, ids, cancellationToken))
            {
                files[file.Customer.Id] = file;
            }
        }

        return files;
    }

    private static async Task<IEnumerable<DebtorFile>> ReadChunkAsync(FunctionContext context, Id<Customer>[] ids, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        var customers = await read.ListAsync(read.Customers.Where(row => ids.Contains(row.Id)), cancellationToken);
        var invoices = await read.ListAsync(read.Invoices.Where(row => row.OpenMinor != 0 && row.IssuedOn <= today && ids.Contains(row.CustomerId)).OrderBy(row => row.DueOn).ThenBy(row => row.Number), cancellationToken);
        var rows = new List<OpenRow>();
        foreach (var piece in invoices.Chunk(FunctionLimits.MaximumRows))
        {
            rows.AddRange(await OpenRows.ReadAsync(context, [.. piece.Select(Item)], today, cancellationToken));
        }

        var items = invoices.Zip(rows, (invoice, row) => new DebtorItem(invoice, row)).ToLookup(item => item.Invoice.CustomerId);
        var credits = (await read.ListAsync(read.CreditNotes.Where(row => row.OpenMinor > 0 && ids.Contains(row.CustomerId)).OrderBy(row => row.IssuedOn).ThenBy(row => row.Number), cancellationToken))
            .ToLookup(row => row.CustomerId, row => new OffsetRow(row.Number, "credit note", row.IssuedOn, new Money(row.OpenMinor, row.Currency), row.Reason));
        var cash = (await read.ListAsync(
            read.Payments.Where(row => row.UnappliedMinor > 0 && row.ReceivedOn <= today && row.CustomerId != null && ids.Contains(row.CustomerId.Value)).OrderBy(row => row.ReceivedOn).ThenBy(row => row.Number), cancellationToken))
            .ToLookup(row => row.CustomerId!.Value, row => new OffsetRow(row.Number, "payment", row.ReceivedOn, new Money(row.UnappliedMinor, row.Currency), row.Reference));
        var contacts = (await read.ListAsync(read.Contacts.Where(row => ids.Contains(row.CustomerId)), cancellationToken)).ToLookup(row => row.CustomerId);
        var promises = (await read.ListAsync(read.PaymentPromises.Where(row => row.KeptOn == null && ids.Contains(row.CustomerId)).OrderBy(row => row.MadeOn).ThenBy(row => row.Id), cancellationToken)).ToLookup(row => row.CustomerId);
        return customers.Select(customer => new DebtorFile(
            customer, [.. items[customer.Id]], [.. credits[customer.Id]], [.. cash[customer.Id]], Addressees.Of([.. contacts[customer.Id]]), [.. promises[customer.Id]]));
    }

    private static OpenItem Item(Invoice row) => new()
    {
        Id = row.Id, Number = row.Number, CustomerId = row.CustomerId, IssuedOn = row.IssuedOn, DueOn = row.DueOn, Currency = row.Currency, AmountMinor = row.AmountMinor, BalanceMinor = row.OpenMinor,
        ReminderCount = row.ReminderCount, LastRemindedOn = row.LastRemindedOn, RemindersOff = row.RemindersOff,
    };
}
