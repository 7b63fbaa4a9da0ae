using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>An open dispute with its invoice and who sees to it.</summary>
internal sealed record DisputeRow(
    string Number, Id<Customer> CustomerId, string? Customer, string Reason, DateOnly OpenedOn, int AgeDays, Money Disputed, Money Balance, DateOnly DueOn, string? Owner, string? Note, decimal Weight);

/// <summary>Reads open disputes.</summary>
internal static class DisputeRows
{
    /// <summary>The disputes of a scope that are open on the business day, age × amount first.</summary>
    public static async Task<IReadOnlyList<DisputeRow>> ReadAsync(FunctionContext context, CustomerScope scope, RateTable rates, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        var rows = await read.ListAsync(
            from dispute in OpenDisputes.At(read, today)
            join invoice in scope.Of(read.Invoices, row => row.CustomerId) on dispute.InvoiceId equals invoice.Id
            join customer in read.Customers on invoice.CustomerId equals customer.Id
            select new { invoice.Number, invoice.CustomerId, customer.Name, invoice.DueOn, invoice.OpenMinor, InvoiceCurrency = invoice.Currency, Dispute = dispute },
            cancellationToken);
        var owners = await context.PeopleAsync(rows.Select(row => row.Dispute.OwnerId), cancellationToken);
        return
        [
            .. rows.Select(row =>
            {
                var disputed = new Money(row.Dispute.AmountMinor, row.Dispute.Currency);
                var age = today.DayNumber - row.Dispute.OpenedOn.DayNumber;
                return new DisputeRow(
                    row.Number, row.CustomerId, row.Name, Wording.Plain(row.Dispute.Reason), row.Dispute.OpenedOn, age, disputed, new Money(row.OpenMinor, row.InvoiceCurrency), row.DueOn,
                    row.Dispute.OwnerId is { } owner ? owners.GetValueOrDefault(owner, "unknown") : null, row.Dispute.Note, (age + 1) * (rates.Convert(disputed)?.Major ?? 0));
            }).OrderByDescending(row => row.Weight).ThenBy(row => row.Number, StringComparer.Ordinal),
        ];
    }

    /// <summary>The disputes as a table.</summary>
    public static TableBlock Table(IReadOnlyList<DisputeRow> rows, int limit) => new Grid<DisputeRow>("disputes", "Open disputes, age × amount first")
        .Document("invoice", "Invoice", row => row.Number)
        .Text("customer", "Customer", row => row.Customer)
        .Text("reason", "Reason", row => row.Reason)
        .Day("opened_on", "Since", row => row.OpenedOn)
        .Number("age_days", "Days open", row => Measure.Count(row.AgeDays))
        .Amount("disputed", "Disputed", row => row.Disputed)
        .Amount("open", "Invoice owes", row => row.Balance)
        .Text("owner", "Seen to by", row => row.Owner ?? "nobody")
        .Text("note", "Note", row => row.Note)
        .Toned(row => row.Owner is null || row.AgeDays > 30 ? Tone.Warning : Tone.Plain)
        .Top(rows, limit, "No open disputes.");
}
