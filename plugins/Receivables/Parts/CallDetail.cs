using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>A customer to be called, with whom to ask for and what about.</summary>
/// <param name="Call">The customer.</param>
/// <param name="Contact">Whom to ask for, with the number where there is one; empty where nobody is noted.</param>
/// <param name="Invoices">The invoices that matter most: days late × amount.</param>
internal sealed record CallDetail(CallRow Call, string Contact, IReadOnlyList<string> Invoices)
{
    private const int InvoicesNamed = 3;

    /// <summary>The details of some calls of a list.</summary>
    public static async Task<IReadOnlyList<CallDetail>> ReadAsync(FunctionContext context, CallList list, IReadOnlyList<CallRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.CustomerId).ToArray();
        if (ids.Length == 0)
        {
            return [];
        }

        var items = (await context.Read.ListAsync(
            list.Callable.Where(item => ids.Contains(item.CustomerId)).Select(item => new { item.CustomerId, item.Number, item.DueOn, item.BalanceMinor }), cancellationToken)).ToLookup(item => item.CustomerId);
        var contacts = (await context.Read.ListAsync(
            context.Read.Contacts.Where(row => ids.Contains(row.CustomerId)).Select(row => new { row.CustomerId, row.Name, row.Phone, row.Function }), cancellationToken)).ToLookup(row => row.CustomerId);
        var today = context.Turn.Today;
        return
        [
            .. rows.Select(row =>
            {
                // accounts payable stands first among the functions
                var contact = contacts[row.CustomerId].OrderBy(person => person.Function).ThenBy(person => person.Name, StringComparer.Ordinal).FirstOrDefault();
                var numbers = items[row.CustomerId].OrderByDescending(item => AgeBuckets.DaysLate(item.DueOn, today) * (decimal)item.BalanceMinor).ThenBy(item => item.Number, StringComparer.Ordinal);
                return new CallDetail(row, contact is null ? "" : contact.Phone is { Length: > 0 } phone ? $"{contact.Name}, {phone}" : contact.Name, [.. numbers.Take(InvoicesNamed).Select(item => item.Number)]);
            }),
        ];
    }
}
