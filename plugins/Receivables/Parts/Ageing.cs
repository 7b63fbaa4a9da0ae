using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>
/// Figures over aged open items: each currency's bucket opens into its invoices, a currency is the sum of its buckets, a total converts the
/// currencies' subtotals at the as-of day's rates.
/// </summary>
internal sealed class Ageing(IReadSession read, IQueryable<OpenItem> items, IReadOnlyList<AgedSum> sums, RateTable rates, string filter)
{
    /// <summary>The buckets that are past due.</summary>
    public static Func<AgeBucket, bool> Late { get; } = bucket => bucket != AgeBucket.NotDue;

    /// <summary>How many invoices.</summary>
    public long Count => sums.Sum(sum => sum.Count);

    /// <summary>How many of them are past due.</summary>
    public long OverdueCount => sums.Where(sum => sum.Bucket != AgeBucket.NotDue).Sum(sum => sum.Count);

    /// <summary>The currencies in which something is open.</summary>
    public IReadOnlyList<CurrencyCode> Currencies { get; } = [.. sums.Select(sum => sum.Currency).Distinct().OrderBy(currency => currency.Code, StringComparer.Ordinal)];

    /// <summary>Whether everything is in the base currency, so that a subtotal would say the total again.</summary>
    public bool InBaseOnly => Currencies.All(currency => currency == rates.Target);

    /// <summary>Currencies that have no rate and so are in no total.</summary>
    public IReadOnlyList<CurrencyCode> WithoutRate => [.. Currencies.Where(currency => rates.Find(currency) is null)];

    /// <summary>Sums by customer as sums of all customers.</summary>
    public static IReadOnlyList<AgedSum> Merge(IReadOnlyList<AgedSum> sums) => sums.All(sum => sum.CustomerId is null)
        ? sums
        : [.. sums.GroupBy(sum => (sum.Currency, sum.Bucket)).Select(group => new AgedSum(null, group.Key.Currency, group.Key.Bucket, group.Sum(sum => sum.Minor), group.Sum(sum => sum.Count)))];

    /// <summary>The sum of some buckets in one currency.</summary>
    public Money Amount(CurrencyCode currency, Func<AgeBucket, bool> buckets) =>
        sums.Where(sum => sum.Currency == currency && buckets(sum.Bucket)).Aggregate(Money.Zero(currency), (total, sum) => total + sum.Amount);

    /// <summary>The sum of some buckets in the base currency; equal to the value of <see cref="Total"/>.</summary>
    public Money Amount(Func<AgeBucket, bool> buckets) =>
        Currencies.Select(currency => rates.Convert(Amount(currency, buckets))).OfType<Money>().Aggregate(Money.Zero(rates.Target), (total, money) => total + money);

    /// <summary>One currency's subtotal over some buckets; nothing when it has no invoice there.</summary>
    public Figure? Subtotal(string key, string label, CurrencyCode currency, Func<AgeBucket, bool> buckets)
    {
        var parts = sums.Where(sum => sum.Currency == currency && buckets(sum.Bucket)).OrderBy(sum => sum.Bucket).Select(Opened).ToList();
        return parts.Count switch
        {
            0 => null,
            1 => parts[0] with { Key = Totals.Key(key, currency), Label = $"{label} in {currency}" },
            _ => Figures.Total(Totals.Key(key, currency), $"{label} in {currency}", "balances of the buckets added up", [.. parts.Select(part => new BridgePart(1, part))]),
        };
    }

    /// <summary>The subtotals of all currencies over some buckets.</summary>
    public IReadOnlyList<Figure> Subtotals(string key, string label, Func<AgeBucket, bool> buckets) =>
        [.. Currencies.Select(currency => Subtotal(key, label, currency, buckets)).OfType<Figure>()];

    /// <summary>The base-currency total over some buckets.</summary>
    public Figure Total(string key, string label, Func<AgeBucket, bool> buckets) => rates.Total(key, label, Subtotals(key, label, buckets));

    /// <summary>How many invoices stand in some buckets, opening into them.</summary>
    public Figure CountFigure(string key, string label, Func<AgeBucket, bool> buckets)
    {
        var count = sums.Where(sum => buckets(sum.Bucket)).Sum(sum => sum.Count);
        return Figures.Queried(
            key, label, Measure.Count(count), new BridgeText("open invoices counted", "receivables", filter), count,
            _ => AgeBuckets.All.Where(buckets).ToAsyncEnumerable()
                .SelectMany(bucket => read.StreamAsync(items.In(bucket, rates.Day).OrderBy(item => item.DueOn).ThenBy(item => item.Number).Select(item => item.Number)))
                .Select(number => new BridgeRow(number, 1)));
    }

    /// <summary>A sentence for currencies without a rate; nothing where all have one.</summary>
    public AnswerBuilder WarnOfRates(AnswerBuilder answer) => WithoutRate.Count == 0
        ? answer
        : answer.Say($"No exchange rate is known for {Wording.List([.. WithoutRate.Select(currency => currency.Code)])}: those amounts are listed in their own currency and are in no total.", Tone.Warning);

    /// <summary>Bars of the base-currency totals by bucket.</summary>
    public ChartBlock Chart(string title) =>
        new(ChartKind.VerticalBar, title, Unit.Money, rates.Target, [.. AgeBuckets.All.Select(bucket => new ChartPoint(AgeBuckets.Label(bucket), Amount(candidate => candidate == bucket).Major))]);

    private Figure Opened(AgedSum sum)
    {
        var (currency, bucket, label) = (sum.Currency, sum.Bucket, AgeBuckets.Label(sum.Bucket));
        var text = new BridgeText("what is owed of each open invoice", "receivables", $"{filter}, {label.ToLowerInvariant()}, in {currency}");

        // the query is made when the figure is opened: most figures never are
        return Figures.Queried(
            $"{AgeBuckets.Key(bucket)}.{currency.Code.ToLowerInvariant()}", $"{label} in {currency}", Measure.Of(sum.Amount), text, sum.Count,
            _ => read.StreamAsync(items.In(bucket, rates.Day).Where(item => item.Currency == currency).OrderBy(item => item.DueOn).ThenBy(item => item.Number)
                    .Select(item => new { item.Number, item.DueOn, item.BalanceMinor }))
                .Select(row => new BridgeRow(row.Number, new Money(row.BalanceMinor, currency).Major, $"due {row.DueOn:yyyy-MM-dd}")));
    }
}
