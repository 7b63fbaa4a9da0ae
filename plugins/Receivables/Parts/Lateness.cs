using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>The order that matters: days late × balance in the base currency, the most first; a currency without a rate comes last.</summary>
internal static class Lateness
{
    /// <summary>The items in that order.</summary>
    public static IQueryable<OpenItem> Order(IQueryable<OpenItem> items, RateTable rates, IReadOnlyList<CurrencyCode> currencies)
    {
        var number = rates.Day.DayNumber;
        var weight = ByCurrency.Weighted<OpenItem>(item => (double)(number - item.DueOn.DayNumber) * item.BalanceMinor, item => item.Currency, ByCurrency.Weights(rates, currencies));
        return items.OrderByDescending(weight).ThenBy(item => item.Id);
    }

    /// <summary>
    /// The first items of the order. Only due days that can hold one of them are looked at (<see cref="DaysThatMatter"/>), the keys are found from
    /// the index of open invoices alone, then those few rows are read.
    /// </summary>
    public static async Task<IReadOnlyList<OpenItem>> FirstAsync(IReadSession read, IQueryable<OpenItem> items, IReadOnlyList<DueDaySum> sums, RateTable rates, int count, CancellationToken cancellationToken)
    {
        var days = DaysThatMatter(sums, rates, count);
        var among = days is null ? items : items.Where(item => days.Contains(item.DueOn));
        var ids = await read.ListAsync(Order(among, rates, [.. sums.Select(sum => sum.Currency).Distinct()]).Select(item => item.Id).Take(count), cancellationToken);
        var rows = (await read.ListAsync(items.Where(item => ids.Contains(item.Id)), cancellationToken)).ToDictionary(item => item.Id);
        return [.. ids.Select(id => rows[id])];
    }

    /// <summary>
    /// The due days among which the first <paramref name="count"/> items are; nothing when any day may hold one. The largest items of as many due
    /// days and currencies are themselves that many items, so a day whose largest item weighs less than all of those holds none.
    /// </summary>
    public static DateOnly[]? DaysThatMatter(IReadOnlyList<DueDaySum> sums, RateTable rates, int count)
    {
        if (sums.Count <= count || sums.Any(sum => sum.LargestMinor is null))
        {
            return null;
        }

        var weights = ByCurrency.Weights(rates, sums.Select(sum => sum.Currency)).ToDictionary();
        var largest = sums.Select(sum => (sum.DueOn, Weight: AgeBuckets.DaysLate(sum.DueOn, rates.Day) * (double)sum.LargestMinor!.Value * weights.GetValueOrDefault(sum.Currency))).ToList();
        var least = largest.Select(row => row.Weight).OrderDescending().ElementAt(count - 1);
        return least > 0 ? [.. largest.Where(row => row.Weight >= least).Select(row => row.DueOn).Distinct()] : null;
    }
}
