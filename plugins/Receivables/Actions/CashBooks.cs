using Copilot.Core;
using Copilot.Plugins.Receivables.Cash;
using Copilot.Plugins.Receivables.Parts;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>The records that a suggestion touches, by number.</summary>
/// <param name="Payment">The payment.</param>
/// <param name="Payer">Whose account it is on or is put on.</param>
/// <param name="Invoices">The invoices.</param>
/// <param name="Credits">The credit notes.</param>
/// <param name="Disputed">Numbers of invoices with an open dispute.</param>
internal sealed record CashBooks(
    Payment Payment, Customer? Payer, IReadOnlyDictionary<string, Invoice> Invoices, IReadOnlyDictionary<string, CreditNote> Credits, IReadOnlySet<string> Disputed)
{
    /// <summary>What of the payment is not applied.</summary>
    public Money Unapplied => new(Payment.UnappliedMinor, Payment.Currency);

    /// <summary>What the proposal rests on.</summary>
    public Basis Basis => Basis.Of("cash", Payment.Number,
    [
        new($"{Payment.Number} unapplied", Unapplied.ToString()),
        .. Invoices.Values.OrderBy(row => row.Number, StringComparer.Ordinal).Select(row => new BasisFact($"{row.Number} open", new Money(row.OpenMinor, row.Currency).ToString())),
        .. Credits.Values.OrderBy(row => row.Number, StringComparer.Ordinal).Select(row => new BasisFact($"{row.Number} not used", new Money(row.OpenMinor, row.Currency).ToString())),
    ]);

    /// <summary>Reads them.</summary>
    public static async Task<CashBooks> ReadAsync(FunctionContext context, Payment payment, CashSuggestion suggestion, CashReader reader, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        string[] numbers = [.. suggestion.Lines.Where(line => !line.Item.IsCredit).Select(line => line.Item.Number)];
        string[] notes = [.. suggestion.Lines.Where(line => line.Item.IsCredit).Select(line => line.Item.Number)];
        var invoices = await read.ListAsync(read.Invoices.Where(row => numbers.Contains(row.Number)), cancellationToken);
        var credits = notes.Length == 0 ? [] : await read.ListAsync(read.CreditNotes.Where(row => notes.Contains(row.Number)), cancellationToken);
        var ids = invoices.Select(row => row.Id).ToList();
        var disputed = await read.ListAsync(OpenDisputes.At(read, today).Where(row => ids.Contains(row.InvoiceId)).Select(row => row.InvoiceId), cancellationToken);

        // a payment of nobody's goes to the account of the invoices, unless they are another company's than the payer's
        var owner = payment.CustomerId ?? invoices.Where(row => reader.Groups[row.CustomerId] == suggestion.Customer).Select(row => (Id<Customer>?)row.CustomerId).FirstOrDefault()
            ?? (suggestion.Customer is { } group ? new Id<Customer>(group) : null as Id<Customer>?);
        return new CashBooks(
            payment, await read.FirstOrDefaultAsync(read.Customers.Where(row => row.Id == owner), cancellationToken),
            invoices.ToDictionary(row => row.Number, StringComparer.Ordinal), credits.ToDictionary(row => row.Number, StringComparer.Ordinal),
            invoices.Where(row => disputed.Contains(row.Id)).Select(row => row.Number).ToHashSet(StringComparer.Ordinal));
    }
}
