using Copilot.Core;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>
/// Customers whose payments that are not applied yet cover all that is overdue in their currency: they have paid, the books do not say for what. Nobody of
/// them is reminded of it.
/// </summary>
internal static class CashCover
{
    /// <summary>Those among some customers, each with the currency.</summary>
    public static async Task<IReadOnlySet<(Id<Customer> Customer, CurrencyCode Currency)>> ReadAsync(FunctionContext context, IReadOnlyCollection<Id<Customer>> customers, CancellationToken cancellationToken)
    {
        var (read, invoices, today) = (context.Read, context.Read.Invoices, context.Turn.Today);
        var cash = await read.ListAsync(
            read.Payments.Where(row => row.UnappliedMinor > 0 && row.ReceivedOn <= today && row.CustomerId != null && customers.Contains(row.CustomerId.Value))
                .GroupBy(row => new { row.CustomerId, row.Currency }).Select(group => new
                {
                    group.Key.CustomerId, group.Key.Currency, Minor = group.Sum(row => row.UnappliedMinor),
                    Overdue = invoices.Where(row => row.OpenMinor > 0 && row.DueOn < today && row.CustomerId == group.Key.CustomerId && row.Currency == group.Key.Currency).Sum(row => row.OpenMinor),
                }),
            cancellationToken);
        return cash.Where(row => row.Overdue > 0 && row.Minor >= row.Overdue).Select(row => (row.CustomerId!.Value, row.Currency)).ToHashSet();
    }
}
