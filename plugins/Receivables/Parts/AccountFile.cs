using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>What was paid in a quarter, and how fast.</summary>
internal sealed record PaidQuarter(string Name, IReadOnlyList<(string Number, int DaysToPay, int DaysLate)> Invoices)
{
    /// <summary>Days from invoice date to settlement, averaged over the invoices.</summary>
    public decimal DaysToPay => (decimal)Invoices.Average(row => row.DaysToPay);

    /// <summary>Days past due at settlement, averaged; negative for early.</summary>
    public decimal DaysLate => (decimal)Invoices.Average(row => row.DaysLate);
}

/// <summary>A call or letter.</summary>
internal sealed record ContactRow(DateOnly On, string Kind, string Outcome, string Text, string? By);

/// <summary>An open credit note or unapplied payment.</summary>
internal sealed record OffsetRow(string Document, string Kind, DateOnly On, Money Open, string Text);

/// <summary>What is known of a customer's account.</summary>
internal static class AccountFile
{
    private const int QuartersShown = 4;
    private const int ContactsShown = 5;

    /// <summary>Invoices settled in the last quarters of the fiscal calendar, oldest quarter first; quarters without any are left away.</summary>
    public static async Task<IReadOnlyList<PaidQuarter>> PaidAsync(FunctionContext context, Id<Customer> customer, CancellationToken cancellationToken)
    {
        var (today, fiscal) = (context.Turn.Today, context.Turn.Fiscal);
        var from = fiscal.Quarter(fiscal.Of(today).Year, fiscal.Of(today).Quarter).From.AddMonths(-3 * (QuartersShown - 1));
        var rows = await context.Read.ListAsync(
            context.Read.Invoices.Where(row => row.CustomerId == customer && row.ClosedOn != null && row.ClosedOn >= from && row.ClosedOn <= today)
                .Select(row => new { row.Number, row.IssuedOn, row.DueOn, row.ClosedOn }),
            cancellationToken);
        return
        [
            .. rows.GroupBy(row => fiscal.Of(row.ClosedOn!.Value)).OrderBy(group => group.Key).Select(group => new PaidQuarter(
                $"{group.Key.Year}-Q{group.Key.Quarter}",
                [.. group.OrderBy(row => row.Number, StringComparer.Ordinal).Select(row => (row.Number, row.ClosedOn!.Value.DayNumber - row.IssuedOn.DayNumber, AgeBuckets.DaysLate(row.DueOn, row.ClosedOn.Value)))])),
        ];
    }

    /// <summary>The last calls and letters, newest first.</summary>
    public static async Task<IReadOnlyList<ContactRow>> ContactsAsync(FunctionContext context, Id<Customer> customer, CancellationToken cancellationToken)
    {
        var rows = await context.Read.ListAsync(context.Read.ContactLogs.Where(row => row.CustomerId == customer).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(ContactsShown), cancellationToken);
        var people = await context.PeopleAsync(rows.Select(row => row.ById), cancellationToken);
        return [.. rows.Select(row => new ContactRow(DateOnly.FromDateTime(row.At.UtcDateTime), row.Kind, Wording.Plain(row.Outcome), row.Text, row.ById is { } by ? people.GetValueOrDefault(by) : null))];
    }

    /// <summary>Open credit notes and unapplied payments, oldest first.</summary>
    public static async Task<IReadOnlyList<OffsetRow>> OffsetsAsync(FunctionContext context, Id<Customer> customer, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var credits = await read.ListAsync(read.CreditNotes.Where(row => row.CustomerId == customer && row.OpenMinor != 0), cancellationToken);
        var cash = await read.ListAsync(read.Payments.Where(row => row.CustomerId == customer && row.UnappliedMinor != 0), cancellationToken);
        return
        [
            .. credits.Select(row => new OffsetRow(row.Number, "credit note", row.IssuedOn, new Money(row.OpenMinor, row.Currency), Wording.Plain(row.Reason)))
                .Concat(cash.Select(row => new OffsetRow(row.Number, "payment", row.ReceivedOn, new Money(row.UnappliedMinor, row.Currency), row.Reference)))
                .OrderBy(row => row.On).ThenBy(row => row.Document, StringComparer.Ordinal),
        ];
    }
}
