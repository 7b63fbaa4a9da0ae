using Copilot.Core;
using Copilot.Plugins.Receivables.Risk;
using Copilot.Plugins.Receivables.Rules;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>An invoice that is open and not yet due, with its score.</summary>
internal sealed record RiskRow(OpenItem Item, RiskScore Score, string? Customer, Money AtRisk, long BaseMinor);

/// <summary>What the late-payment model learns from, and what it is asked about.</summary>
/// <param name="Invoices">The newest invoices that the person may see, settled and open.</param>
/// <param name="Older">How many older ones are left out.</param>
/// <param name="Open">Open invoices.</param>
internal sealed record RiskReader(IReadOnlyList<RiskInvoice> Invoices, int Older, IReadOnlyList<OpenItem> Open)
{
    /// <summary>Invoices learned from, at most: more would cost time and hardly change the weights.</summary>
    public const int MostInvoices = 20_000;

    /// <summary>Reads as of a day. Two records of one company count as one payer.</summary>
    public static async Task<RiskReader> ReadAsync(FunctionContext context, OpenDay on, RateTable rates, CancellationToken cancellationToken)
    {
        var (read, day) = (context.Read, on.Day);
        var customers = (await read.ListAsync(read.Customers.Select(row => new { row.Id, row.DuplicateOfId, row.Edi }), cancellationToken)).ToDictionary(row => row.Id);
        var known = read.Invoices.Where(row => row.IssuedOn <= day);
        var rows = await read.ListAsync(
            known.OrderByDescending(row => row.IssuedOn).ThenByDescending(row => row.Number).Take(MostInvoices)
                .Select(row => new { row.Id, row.Number, row.CustomerId, row.IssuedOn, row.DueOn, row.Currency, row.AmountMinor, row.ClosedOn, row.Disputed }),
            cancellationToken);
        var disputes = (await read.ListAsync(read.Disputes.Where(row => row.OpenedOn <= day).Select(row => new { row.InvoiceId, row.OpenedOn, row.ClosedOn }), cancellationToken))
            .GroupBy(row => row.InvoiceId)
            .ToDictionary(group => group.Key, group => Standing([.. group.Select(row => (row.OpenedOn, row.ClosedOn))], day));
        var open = await read.ListAsync(OpenItems.At(read, on), cancellationToken);
        var weights = rows.Select(row => row.Currency).Distinct().ToDictionary(currency => currency, currency => rates.Find(currency)?.Rate ?? 1);
        var invoices = rows.ConvertAll(row => new RiskInvoice(
            row.Number, (customers.GetValueOrDefault(row.CustomerId)?.DuplicateOfId ?? row.CustomerId).Value, row.IssuedOn, row.DueOn,
            new Money(row.AmountMinor, row.Currency).Major * weights[row.Currency], row.ClosedOn,
            // a dispute whose day is not recorded was known when the invoice was settled, at the latest
            disputes.TryGetValue(row.Id, out var dispute) ? dispute.Opened : row.Disputed ? row.ClosedOn : null,
            customers.GetValueOrDefault(row.CustomerId)?.Edi == true ? true : null,
            dispute.Ended));
        var older = rows.Count < MostInvoices ? 0 : await read.CountAsync(known, cancellationToken) - rows.Count;
        return new RiskReader(invoices, older, open);
    }

    // of several disputes over one invoice the first that is open on the day stands for all, else the first of them
    private static (DateOnly Opened, DateOnly? Ended) Standing(List<(DateOnly Opened, DateOnly? Ended)> disputes, DateOnly day)
    {
        var open = disputes.FindAll(row => row.Ended is not { } ended || ended > day);
        return open.Count > 0 ? (open.Min(row => row.Opened), null) : (disputes.Min(row => row.Opened), disputes.Max(row => row.Ended));
    }
}
