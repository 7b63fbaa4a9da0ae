using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>The open items of a day with the loss rates that were known then.</summary>
internal sealed class ProvisionDay
{
    private readonly IReadSession _read;
    private readonly IQueryable<OpenItem> _items;
    private readonly IReadOnlyList<AgedSum> _sums;

    private ProvisionDay(IReadSession read, OpenDay on, RateTable rates, IQueryable<OpenItem> items, IReadOnlyList<AgedSum> sums, LearnedRates learned)
    {
        (_read, On, Rates, _items, _sums, Learned, HistoryInvoices, OutcomesKnown) = (read, on, rates, items, sums, learned.Rates, learned.Invoices, learned.Outcomes);
        Ageing = new Ageing(read, items, Ageing.Merge(sums), rates, $"open on {on.Day:yyyy-MM-dd}");
    }

    /// <summary>The day.</summary>
    public OpenDay On { get; }

    /// <summary>Its exchange rates.</summary>
    public RateTable Rates { get; }

    /// <summary>The open items by age.</summary>
    public Ageing Ageing { get; }

    /// <summary>Learned loss rate of each bucket.</summary>
    public IReadOnlyList<decimal> Learned { get; }

    /// <summary>Invoices that the learned rates rest on.</summary>
    public long HistoryInvoices { get; }

    /// <summary>Of them, those that were more than 90 days late and whose outcome is known.</summary>
    public long OutcomesKnown { get; }

    /// <summary>Reads it.</summary>
    public static async Task<ProvisionDay> ReadAsync(FunctionContext context, OpenDay on, CancellationToken cancellationToken)
    {
        var rates = await context.RatesAsync(on.Day, cancellationToken);
        var items = OpenItems.At(context.Read, on);
        var sums = await OpenItems.SumByCustomerAsync(context.Read, items, on.Day, cancellationToken);
        return new ProvisionDay(context.Read, on, rates, items, sums, await LossReader.LearnAsync(context.Read, rates, cancellationToken));
    }

    /// <summary>Open items of a bucket in the base currency, before rounding to the minor unit.</summary>
    public decimal Open(AgeBucket bucket, Id<Customer>? customer = null) => _sums.Where(sum => sum.Bucket == bucket && (customer is null || sum.CustomerId == customer))
        .Sum(sum => Rates.Find(sum.Currency) is { } rate ? sum.Amount.Major * rate.Rate : 0);

    /// <summary>The provision for one customer or all, at given rates, before rounding.</summary>
    public decimal Provision(IReadOnlyList<decimal> lossRates, Id<Customer>? customer = null) => AgeBuckets.All.Sum(bucket => Open(bucket, customer) * lossRates[(int)bucket]);

    /// <summary>Who has something open.</summary>
    public IEnumerable<Id<Customer>> Customers => _sums.Select(sum => sum.CustomerId!.Value).Distinct();

    /// <summary>The largest open invoice of a customer in a bucket.</summary>
    public Task<OpenItem?> LargestAsync(Id<Customer> customer, AgeBucket bucket, CancellationToken cancellationToken) =>
        _read.FirstOrDefaultAsync(_items.In(bucket, On.Day).Where(item => item.CustomerId == customer).OrderByDescending(item => item.BalanceMinor).ThenBy(item => item.Id), cancellationToken);

    /// <summary>The provision at given rates: each bucket opens into its invoices, each with its share; the total adds the buckets.</summary>
    public Figure Figure(string key, string label, IReadOnlyList<decimal> lossRates, string definition)
    {
        var parts = AgeBuckets.All.Where(bucket => _sums.Any(sum => sum.Bucket == bucket)).Select(bucket => new BridgePart(1, Bucket(key, bucket, lossRates[(int)bucket]))).ToList();
        var missing = Ageing.WithoutRate.Select(currency => new LeftOut($"no rate for {currency}", _sums.Where(sum => sum.Currency == currency).Sum(sum => sum.Count), Measure.Of(Ageing.Amount(currency, _ => true)))).ToList();
        return parts.Count == 0
            ? new Figure(key, label, Measure.Of(Money.Zero(Rates.Target)), new TotalBridge(definition, [], missing))
            : Figures.Total(key, label, definition, parts, missing);
    }

    private Figure Bucket(string key, AgeBucket bucket, decimal lossRate)
    {
        var (label, rates, day) = (AgeBuckets.Label(bucket), Rates, On.Day);
        var priced = _sums.Where(sum => sum.Bucket == bucket && rates.Find(sum.Currency) is not null).ToList();
        var currencies = priced.Select(sum => sum.Currency).Distinct().ToArray();
        var text = new BridgeText($"balance × the day's exchange rate × {lossRate * 100:0.##} %", "receivables", $"open on {day:yyyy-MM-dd}, {label.ToLowerInvariant()}");
        return Figures.Queried(
            $"{key}.{AgeBuckets.Key(bucket)}", label, Measure.Of(Money.FromMajor(Open(bucket) * lossRate, rates.Target)), text, priced.Sum(sum => sum.Count),
            _ => _read.StreamAsync(_items.In(bucket, day).Where(item => currencies.Contains(item.Currency)).OrderBy(item => item.DueOn).ThenBy(item => item.Number)
                    .Select(item => new { item.Number, item.DueOn, item.BalanceMinor, item.Currency }))
                .Select(item => new BridgeRow(item.Number, new Money(item.BalanceMinor, item.Currency).Major * rates.Find(item.Currency)!.Value.Rate * lossRate, $"{new Money(item.BalanceMinor, item.Currency)}, due {item.DueOn:yyyy-MM-dd}")));
    }
}
