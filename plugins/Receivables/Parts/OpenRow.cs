using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>An open invoice with what a collector wants to see beside it.</summary>
internal sealed record OpenRow(OpenItem Item, Customer? Customer, Money? Disputed, DateOnly? PromisedFor, ReminderStanding Reminder, int DaysLate);

/// <summary>Adds customer, dispute, promise and reminder to open items.</summary>
internal static class OpenRows
{
    private const int ChunkRows = 500;

    /// <summary>The rows of items already read, in their order.</summary>
    public static async Task<IReadOnlyList<OpenRow>> ReadAsync(FunctionContext context, IReadOnlyList<OpenItem> items, DateOnly day, CancellationToken cancellationToken)
    {
        if (items.Count == 0)
        {
            return [];
        }

        var read = context.Read;
        var ids = items.Select(item => item.Id).ToArray();
        var customerIds = items.Select(item => item.CustomerId).Distinct().ToArray();
        var customers = await CustomersAsync(read, customerIds, cancellationToken);
        var disputes = (await read.ListAsync(
            OpenDisputes.At(read, day).Where(row => ids.Contains(row.InvoiceId)).Select(row => new { row.InvoiceId, row.AmountMinor, row.Currency }), cancellationToken))
            .ToLookup(row => row.InvoiceId, row => new Money(row.AmountMinor, row.Currency));
        var promises = (await read.ListAsync(
            read.PaymentPromises.Where(row => customerIds.Contains(row.CustomerId) && row.KeptOn == null && row.MadeOn <= day && row.PromisedFor >= day)
                .Select(row => new { row.CustomerId, row.InvoiceId, row.PromisedFor }),
            cancellationToken)).ToLookup(row => row.CustomerId);
        var covered = await CashCover.ReadAsync(context, customerIds, cancellationToken);
        return
        [
            .. items.Select(item =>
            {
                var customer = customers.GetValueOrDefault(item.CustomerId);
                var disputed = disputes[item.Id].ToList();
                DateOnly? promised = promises[item.CustomerId].Where(row => row.InvoiceId is null || row.InvoiceId == item.Id).Select(row => (DateOnly?)row.PromisedFor).Max();
                var facts = new ReminderFacts(item.DueOn, item.LastRemindedOn, item.RemindersOff, customer?.RemindersOff ?? false, customer?.CollectionFlag ?? CollectionFlag.None, disputed.Count > 0, promised)
                {
                    ReminderCount = item.ReminderCount, CashCovers = covered.Contains((item.CustomerId, item.Currency)),
                };
                return new OpenRow(
                    item, customer, disputed.Count > 0 ? disputed.Aggregate((sum, money) => sum + money) : null, promised,
                    ReminderRules.For(facts, context.Turn.Today), AgeBuckets.DaysLate(item.DueOn, day));
            }),
        ];
    }

    /// <summary>All rows of a query, for an export.</summary>
    public static async IAsyncEnumerable<OpenRow> StreamAsync(
        FunctionContext context, IQueryable<OpenItem> items, DateOnly day, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // the items are read to their end before their companions are asked for: a connection carries one reader at a time on PostgreSQL
        foreach (var piece in (await context.Read.ListAsync(items, cancellationToken)).Chunk(ChunkRows))
        {
            foreach (var row in await ReadAsync(context, piece, day, cancellationToken))
            {
                yield return row;
            }
        }
    }

    // pieces of an export, and the question itself, are about the same customers again and again
    private static async Task<Dictionary<Id<Customer>, Customer>> CustomersAsync(IReadSession read, Id<Customer>[] ids, CancellationToken cancellationToken)
    {
        var unknown = Array.FindAll(ids, id => read.Memory.Find<Customer>(id) is null);
        var rows = unknown.Length == 0 ? [] : await read.ListAsync(read.Customers.Where(row => unknown.Contains(row.Id)), cancellationToken);
        rows.ForEach(row => read.Memory.Keep(row.Id, row));
        return ids.Select(id => read.Memory.Find<Customer>(id)).OfType<Customer>().ToDictionary(row => row.Id);
    }
}
