using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>What an action on one invoice looks at.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Customer">Who owes it.</param>
/// <param name="Disputes">Its open disputes, oldest first.</param>
/// <param name="PromisedFor">The day of a promise for it or for the account that still stands.</param>
internal sealed record InvoiceCase(Invoice Invoice, Customer Customer, IReadOnlyList<Dispute> Disputes, DateOnly? PromisedFor)
{
    /// <summary>What is owed of it.</summary>
    public Money Open => new(Invoice.OpenMinor, Invoice.Currency);

    /// <summary>What every proposal about it rests on.</summary>
    public Basis Basis => Basis.Of("invoice", Invoice.Number,
    [
        new($"{Invoice.Number} open", Open.ToString()),
        new($"{Invoice.Number} disputed", Disputes.Count == 0 ? "no" : string.Join(", ", Disputes.Select(row => new Money(row.AmountMinor, row.Currency).ToString()))),
    ]);

    /// <summary>Reads it; nothing where the person may not see it.</summary>
    public static async Task<InvoiceCase?> ReadAsync(FunctionContext context, Id<Invoice> id, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        var invoice = await read.OneAsync(id, read.Invoices.Where(row => row.Id == id), cancellationToken);
        if (invoice is null || await context.CustomerAsync(invoice.CustomerId, cancellationToken) is not { } customer)
        {
            return null;
        }

        var disputes = await read.ListAsync(OpenDisputes.At(read, today).Where(row => row.InvoiceId == id).OrderBy(row => row.OpenedOn).ThenBy(row => row.Id), cancellationToken);
        var promise = await read.FirstOrDefaultAsync(
            read.PaymentPromises.Where(row => row.CustomerId == customer.Id && (row.InvoiceId == null || row.InvoiceId == id) && row.KeptOn == null && row.PromisedFor >= today).OrderByDescending(row => row.PromisedFor),
            cancellationToken);
        return new InvoiceCase(invoice, customer, disputes, promise?.PromisedFor);
    }

    /// <summary>
    /// An amount that was named, in the invoice's currency and within what is open; all that is open where none was.
    /// </summary>
    public Result<Money> Amount(string what, decimal? amount, CurrencyCode? currency)
    {
        if (currency is { } other && other != Invoice.Currency)
        {
            return ActionFaults.OtherCurrency(Invoice.Number, Invoice.Currency);
        }

        if (amount is not { } major)
        {
            return Open;
        }

        return major <= 0 || major > Open.Major || Money.FromMajor(major, Invoice.Currency) is not { Minor: > 0 } money ? ActionFaults.AmountOutOfBounds(what, Open) : money;
    }
}
