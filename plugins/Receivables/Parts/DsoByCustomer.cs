using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>Days sales outstanding per customer or region: sums per customer made by the database, put together in the base currency.</summary>
internal static class DsoByCustomer
{
    /// <summary>The rows, the most days first; who sold nothing and owes nothing is left away.</summary>
    public static async Task<IReadOnlyList<DsoTable.Piece>> ReadAsync(
        FunctionContext context, CustomerScope scope, Freshness freshness, Breakdown by, DateRange range, DateRange prior, CancellationToken cancellationToken)
    {
        var end = await OpenAsync(context, scope, freshness, range.To, cancellationToken);
        var begin = await OpenAsync(context, scope, freshness, range.From.AddDays(-1), cancellationToken);
        var earlier = await OpenAsync(context, scope, freshness, prior.From.AddDays(-1), cancellationToken);
        var sales = await SalesAsync(context, scope, new DateRange(prior.From, range.To), cancellationToken);
        var customers = await context.Read.ListAsync(scope.Customers(context.Read).Select(row => new { row.Id, row.Name, row.Region }), cancellationToken);
        var rows = customers.GroupBy(row => by == Breakdown.Region ? row.Region : row.Name, row => row.Id).Select(group =>
        {
            var ids = group.ToHashSet();
            decimal Open(Dictionary<Id<Customer>, Balance> day) => ids.Sum(id => day.GetValueOrDefault(id)?.Open ?? 0);
            decimal NotDue(Dictionary<Id<Customer>, Balance> day) => ids.Sum(id => day.GetValueOrDefault(id)?.NotDue ?? 0);
            decimal Sold(DateRange days) => ids.Sum(id => sales[id].Where(row => days.Contains(row.Day)).Sum(row => row.Base));
            return new DsoTable.Piece(
                group.Key,
                new DsoMeasures(Open(end), NotDue(end), Open(begin), Sold(range), range.LengthInDays),
                new DsoMeasures(Open(begin), NotDue(begin), Open(earlier), Sold(prior), prior.LengthInDays));
        });
        return [.. rows.Where(row => row.Now.Open != 0 || row.Now.Sales != 0).OrderByDescending(row => row.Now.Dso ?? decimal.MaxValue).ThenBy(row => row.Name, StringComparer.Ordinal)];
    }

    private static async Task<Dictionary<Id<Customer>, Balance>> OpenAsync(FunctionContext context, CustomerScope scope, Freshness freshness, DateOnly day, CancellationToken cancellationToken)
    {
        var items = scope.Of(OpenItems.At(context.Read, OpenDay.Of(day, freshness)), item => item.CustomerId);
        var rates = await context.RatesAsync(day, cancellationToken);
        var sums = await OpenItems.SumByCustomerAsync(context.Read, items, day, cancellationToken);
        return sums.GroupBy(sum => sum.CustomerId!.Value).ToDictionary(group => group.Key, group => new Balance(
            group.Sum(sum => rates.Convert(sum.Amount)?.Major ?? 0), group.Where(sum => sum.Bucket == AgeBucket.NotDue).Sum(sum => rates.Convert(sum.Amount)?.Major ?? 0)));
    }

    private static async Task<ILookup<Id<Customer>, (DateOnly Day, decimal Base)>> SalesAsync(FunctionContext context, CustomerScope scope, DateRange range, CancellationToken cancellationToken)
    {
        var (from, to) = (range.From, range.To);
        var rows = await context.Read.ListAsync(
            scope.Of(context.Read.Invoices, row => row.CustomerId).Where(row => row.IssuedOn >= from && row.IssuedOn <= to).GroupBy(row => new { row.CustomerId, row.Currency, row.IssuedOn })
                .Select(group => new { group.Key.CustomerId, group.Key.Currency, group.Key.IssuedOn, Minor = group.Sum(row => row.AmountMinor) }),
            cancellationToken);
        var rates = await context.RatesAsync(range, cancellationToken);
        return rows.ToLookup(row => row.CustomerId, row => (row.IssuedOn, rates.Convert(new Money(row.Minor, row.Currency), row.IssuedOn)?.Major ?? 0));
    }

    private sealed record Balance(decimal Open, decimal NotDue);
}
