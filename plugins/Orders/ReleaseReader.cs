using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>What of a customer's account could bring the open items down, and what is overdue.</summary>
/// <param name="Options">Cash, credits, disputes and promises.</param>
/// <param name="BrokenPromises">Promises whose day has passed unpaid: not to be counted on.</param>
/// <param name="Overdue">Open invoices past due, oldest first.</param>
/// <param name="Disputed">Invoices that are in dispute on the day.</param>
internal sealed record ReleaseAccount(IReadOnlyList<ReleaseOption> Options, IReadOnlyList<PaymentPromise> BrokenPromises, IReadOnlyList<Invoice> Overdue, IReadOnlySet<Id<Invoice>> Disputed);

/// <summary>Reads what could release an order held for credit.</summary>
internal static class ReleaseReader
{
    /// <summary>The account of the exposure's customer; amounts in the exposure's currency, those without a rate left away.</summary>
    public static async Task<ReleaseAccount> ReleaseAccountAsync(this FunctionContext context, Exposure exposure, CancellationToken cancellationToken)
    {
        var (read, today, id) = (context.Read, context.Turn.Today, exposure.Customer.Id);
        var invoices = await read.ListAsync(read.Invoices.Where(row => row.CustomerId == id && row.OpenMinor > 0).OrderBy(row => row.DueOn).ThenBy(row => row.Number), cancellationToken);
        var byId = invoices.ToDictionary(row => row.Id);
        var options = await CashAsync(context, exposure, invoices, cancellationToken);
        options.AddRange(await CreditsAsync(context, exposure, cancellationToken));
        var disputes = await read.ListAsync(
            from dispute in read.DisputesOpen(today)
            join invoice in read.Invoices on dispute.InvoiceId equals invoice.Id
            where invoice.CustomerId == id && invoice.OpenMinor > 0
            orderby dispute.OpenedOn, dispute.Id
            select dispute,
            cancellationToken);
        foreach (var dispute in disputes)
        {
            Add(exposure, options, ReleaseMeans.SettleDispute, byId[dispute.InvoiceId], new Money(dispute.AmountMinor, dispute.Currency), $"disputed since {dispute.OpenedOn:yyyy-MM-dd}: {dispute.Reason}", null);
        }

        var promises = await read.ListAsync(read.PaymentPromises.Where(row => row.CustomerId == id && row.KeptOn == null).OrderBy(row => row.PromisedFor).ThenBy(row => row.Id), cancellationToken);
        foreach (var promise in promises.Where(row => row.PromisedFor >= today && (row.InvoiceId is null || byId.ContainsKey(row.InvoiceId.Value))))
        {
            var invoice = promise.InvoiceId is { } bound ? byId[bound] : null;
            Add(exposure, options, ReleaseMeans.PromiseDue, invoice, new Money(promise.AmountMinor, promise.Currency), $"promised on {promise.MadeOn:yyyy-MM-dd} for {promise.PromisedFor:yyyy-MM-dd}", promise.PromisedFor);
        }

        return new ReleaseAccount(options, [.. promises.Where(row => row.PromisedFor < today)], [.. invoices.Where(row => row.DueOn < today)], disputes.Select(row => row.InvoiceId).ToHashSet());
    }

    private static void Add(Exposure exposure, List<ReleaseOption> options, ReleaseMeans means, Invoice? invoice, Money amount, string detail, DateOnly? on)
    {
        var open = invoice is null ? exposure.OpenInvoices : exposure.In(new Money(invoice.OpenMinor, invoice.Currency));
        if (open is { } most && exposure.In(amount) is { } converted)
        {
            options.Add(new ReleaseOption(means, invoice?.Number ?? "", detail, converted < most ? converted : most, invoice?.Number, most, on));
        }
    }

    private static async Task<List<ReleaseOption>> CreditsAsync(FunctionContext context, Exposure exposure, CancellationToken cancellationToken)
    {
        var (read, id) = (context.Read, exposure.Customer.Id);
        var credits = await read.ListAsync(read.CreditNotes.Where(row => row.CustomerId == id && row.OpenMinor > 0).OrderBy(row => row.Number), cancellationToken);
        return
        [
            .. credits.Select(row => (row, amount: exposure.In(new Money(row.OpenMinor, row.Currency)))).Where(pair => pair.amount is not null)
                .Select(pair => new ReleaseOption(ReleaseMeans.ApplyCredit, pair.row.Number, $"credit of {pair.row.IssuedOn:yyyy-MM-dd}: {pair.row.Reason}", pair.amount!.Value, null, exposure.OpenInvoices, null) { TakenOff = true }),
        ];
    }

    /// <summary>The customer's unapplied payments, and payments of unknown payers whose payer or remittance points to the customer.</summary>
    private static async Task<List<ReleaseOption>> CashAsync(FunctionContext context, Exposure exposure, List<Invoice> invoices, CancellationToken cancellationToken)
    {
        var (read, id) = (context.Read, exposure.Customer.Id);
        var payments = await read.ListAsync(read.Payments.Where(row => row.UnappliedMinor > 0 && (row.CustomerId == id || row.CustomerId == null)).OrderBy(row => row.Number), cancellationToken);
        var unapplied = payments.ConvertAll(row => row.Id);
        var advised = (await read.ListAsync(read.RemittanceLines.Where(row => unapplied.Contains(row.PaymentId)), cancellationToken)).ToLookup(row => row.PaymentId, row => row.InvoiceNumber);
        var numbers = invoices.Select(row => row.Number).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var options = new List<ReleaseOption>();
        foreach (var payment in payments)
        {
            var named = advised[payment.Id].Where(numbers.Contains).Distinct().Order(StringComparer.Ordinal).ToList();
            var known = payment.CustomerId is not null;
            var theirs = known || named.Count > 0 || Folding.Fold(payment.Payer).Contains(exposure.Customer.NameFolded, StringComparison.Ordinal);
            if (theirs && exposure.In(new Money(payment.UnappliedMinor, payment.Currency)) is { } amount)
            {
                var detail = $"came in on {payment.ReceivedOn:yyyy-MM-dd}{(known ? "" : $" from \"{payment.Payer}\", payer not yet confirmed")}{(named.Count > 0 ? $", names {string.Join(", ", named)}" : "")}";
                options.Add(new ReleaseOption(ReleaseMeans.ApplyCash, payment.Number, detail, amount, null, exposure.OpenInvoices, null) { TakenOff = known });
            }
        }

        return options;
    }
}
