using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>Reads promises and what was paid since each was made.</summary>
internal static class Promised
{
    /// <summary>
    /// Promises, judged on a day, made on or after <paramref name="since"/>. Paid since: for a promise on an invoice the payments applied to that
    /// invoice, for one on the account the payments received from the customer in its currency.
    /// </summary>
    public static async Task<IReadOnlyList<JudgedPromise>> ReadAsync(FunctionContext context, CustomerScope scope, DateOnly since, CancellationToken cancellationToken)
    {
        var today = context.Turn.Today;
        return await JudgeAsync(context, scope.Of(context.Read.PaymentPromises, row => row.CustomerId).Where(row => row.MadeOn >= since && row.MadeOn <= today), cancellationToken);
    }

    /// <summary>The promises that were made for one invoice.</summary>
    public static Task<IReadOnlyList<JudgedPromise>> OfInvoiceAsync(FunctionContext context, Invoice invoice, CancellationToken cancellationToken)
    {
        var (id, today) = (invoice.Id, context.Turn.Today);
        return JudgeAsync(context, context.Read.PaymentPromises.Where(row => row.InvoiceId == id && row.MadeOn <= today), cancellationToken);
    }

    private static async Task<IReadOnlyList<JudgedPromise>> JudgeAsync(FunctionContext context, IQueryable<PaymentPromise> query, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        var invoices = read.Invoices;
        var promises = await read.ListAsync(
            query.OrderBy(row => row.MadeOn).Select(row => new { Promise = row, Invoice = invoices.Where(invoice => invoice.Id == row.InvoiceId).Select(invoice => invoice.Number).FirstOrDefault() }), cancellationToken);
        if (promises.Count == 0)
        {
            return [];
        }

        var first = promises[0].Promise.MadeOn;
        var applied = (await read.ListAsync(
            read.Applications.Where(row => row.Kind == ApplicationKind.Payment && row.AppliedOn >= first && query.Any(promise => promise.InvoiceId == row.InvoiceId))
                .Select(row => new { row.InvoiceId, row.AppliedOn, row.AmountMinor }),
            cancellationToken)).ToLookup(row => row.InvoiceId, row => (row.AppliedOn, row.AmountMinor));
        var received = (await read.ListAsync(
            read.Payments.Where(row => row.CustomerId != null && row.ReceivedOn >= first && query.Any(promise => promise.CustomerId == row.CustomerId))
                .Select(row => new { row.CustomerId, row.Currency, row.ReceivedOn, row.AmountMinor, row.UnappliedMinor }),
            cancellationToken)).ToLookup(row => (row.CustomerId!.Value, row.Currency));
        return
        [
            .. promises.Select(row =>
            {
                var promise = row.Promise;
                var cash = received[(promise.CustomerId, promise.Currency)];
                var payments = promise.InvoiceId is { } invoice ? applied[invoice] : cash.Select(paid => (paid.ReceivedOn, paid.AmountMinor));
                return new JudgedPromise(
                    promise, row.Invoice,
                    PromiseRules.Judge(promise.MadeOn, promise.PromisedFor, promise.AmountMinor, promise.KeptOn, payments, today),
                    cash.Where(paid => paid.ReceivedOn >= promise.MadeOn).Sum(paid => paid.UnappliedMinor));
            }),
        ];
    }
}
