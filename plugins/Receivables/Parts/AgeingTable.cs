using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>The table of an ageing: a row per currency, or per customer, region, collector, owner or channel.</summary>
internal static class AgeingTable
{
    private const string Empty = "No open invoices.";

    /// <summary>A row per currency; where there are several, the base-currency total below them.</summary>
    public static TableBlock ByCurrency(Ageing ageing, RateTable rates)
    {
        var rows = ageing.Currencies.Select(currency => new Line(currency.Code, [.. AgeBuckets.All.Select(bucket => ageing.Amount(currency, candidate => candidate == bucket))])).ToList();
        if (ageing.Currencies.Count > 1)
        {
            rows.Add(new Line($"All in {rates.Target}", [.. AgeBuckets.All.Select(bucket => ageing.Amount(candidate => candidate == bucket))])
            {
                Whole = ageing.Amount(_ => true),
            });
        }

        return Grid("currency", "Currency").Show(rows, rows.Count, Empty);
    }

    /// <summary>A row per value of a breakdown, in the base currency: customers by what they owe, everything else by the most money times lateness.</summary>
    public static async Task<TableBlock> ByAsync(FunctionContext context, Breakdown by, IReadOnlyList<AgedSum> sums, RateTable rates, int limit, CancellationToken cancellationToken)
    {
        var nameOf = await NamerAsync(context, by, [.. sums.Select(sum => sum.CustomerId).OfType<Id<Customer>>().Distinct()], cancellationToken);
        var byBalance = by == Breakdown.Customer;
        var rows = sums.GroupBy(sum => nameOf(sum.CustomerId!.Value)).Select(group => Row(group.Key, group, rates))
            .OrderByDescending(row => byBalance ? row.Total.Major : row.Weight).ThenBy(row => row.Name, StringComparer.Ordinal).ToList();
        var word = Wording.Plain(Words.Of(by));
        return Grid(Words.Of(by), char.ToUpperInvariant(word[0]) + word[1..], byBalance ? "Open by age, who owes the most first" : "Open by age").Top(rows, limit, Empty);
    }

    private static Line Row(string name, IEnumerable<AgedSum> sums, RateTable rates)
    {
        var list = sums.ToList();
        Money Sum(Func<AgedSum, bool> wanted) => list.Where(wanted).GroupBy(sum => sum.Currency)
            .Select(group => rates.Convert(group.Aggregate(Money.Zero(group.Key), (total, sum) => total + sum.Amount)))
            .OfType<Money>().Aggregate(Money.Zero(rates.Target), (total, money) => total + money);
        return new Line(name, [.. AgeBuckets.All.Select(bucket => Sum(sum => sum.Bucket == bucket))]) { Whole = Sum(_ => true) };
    }

    private static Grid<Line> Grid(string key, string header, string title = "Open by age")
    {
        var grid = new Grid<Line>("ageing", title).Text(key, header, row => row.Name);
        foreach (var bucket in AgeBuckets.All)
        {
            grid.Amount(AgeBuckets.Key(bucket), AgeBuckets.Label(bucket), row => row.Buckets[(int)bucket]);
        }

        return grid.Amount("total", "Total", row => row.Total).Number("overdue_percent", "Overdue", row => row.Overdue.PercentOf(row.Total))
            .Toned(row => row.Buckets[(int)AgeBucket.Over90].Minor > 0 ? Tone.Warning : Tone.Plain);
    }

    private static async Task<Func<Id<Customer>, string>> NamerAsync(FunctionContext context, Breakdown by, IReadOnlyList<Id<Customer>> ids, CancellationToken cancellationToken)
    {
        if (by == Breakdown.Customer)
        {
            var names = await context.CustomersAsync(ids, cancellationToken);
            return id => names.GetValueOrDefault(id, "unknown customer");
        }

        var rows = (await context.Read.ListAsync(context.Read.Customers.Select(row => new { row.Id, row.Region, row.CollectorId, row.OwnerId, row.Channel }), cancellationToken)).ToDictionary(row => row.Id);
        var people = by is Breakdown.Collector or Breakdown.Owner ? await context.PeopleAsync(rows.Values.SelectMany(row => new[] { row.CollectorId, row.OwnerId }), cancellationToken) : [];
        return id => !rows.TryGetValue(id, out var row) ? "unknown customer" : by switch
        {
            Breakdown.Region => row.Region.Length > 0 ? row.Region : "no region",
            Breakdown.Channel => Words.Of(row.Channel),
            Breakdown.Collector => row.CollectorId is { } collector ? people.GetValueOrDefault(collector, "unknown") : "no collector",
            Breakdown.Owner => row.OwnerId is { } owner ? people.GetValueOrDefault(owner, "unknown") : "no owner",
            _ => throw new ArgumentOutOfRangeException(nameof(by)),
        };
    }

    private sealed record Line(string Name, IReadOnlyList<Money> Buckets)
    {
        // middle of each bucket in days: what "days late × amount" comes to when only the buckets are known
        private static readonly int[] DaysLate = [0, 15, 45, 75, 120];

        /// <summary>The total, where it was converted as one and may differ by a cent from the converted buckets.</summary>
        public Money? Whole { get; init; }

        public Money Total => Whole ?? Buckets.Aggregate((sum, money) => sum + money);

        public Money Overdue => Buckets.Skip(1).Aggregate((sum, money) => sum + money);

        public decimal Weight => Buckets.Select((money, index) => money.Major * DaysLate[index]).Sum() + (Buckets[0].Major / 1_000_000);
    }
}
