namespace Copilot.Core;

/// <summary>Reference rates into the base currency: for any day, the newest rate on or before it.</summary>
public sealed class RateTable
{
    private const int LongestGap = 44;

    private readonly Dictionary<CurrencyCode, List<ExchangeRate>> _rates;

    /// <summary>A table of those rates, asked about a day unless another is named.</summary>
    public RateTable(CurrencyCode target, DateOnly day, IEnumerable<ExchangeRate> rates)
    {
        (Target, Day) = (target, day);
        _rates = rates.GroupBy(rate => rate.Currency).ToDictionary(group => group.Key, group => group.OrderByDescending(rate => rate.Day).ToList());
    }

    /// <summary>The base currency.</summary>
    public CurrencyCode Target { get; }

    /// <summary>The day asked about.</summary>
    public DateOnly Day { get; }

    /// <summary>The currencies that have a rate on some day, the base currency among them.</summary>
    public IReadOnlyCollection<CurrencyCode> Currencies => [Target, .. _rates.Keys.Where(currency => currency != Target)];

    /// <summary>The first day whose rate still counts on a day: an older one is no rate.</summary>
    public static DateOnly Oldest(DateOnly day) => day.AddDays(-LongestGap);

    /// <summary>The table as it stood on a day: without newer rates, and without those too old to count on it.</summary>
    public RateTable On(DateOnly day) => new(Target, day, _rates.Values.SelectMany(rates => rates).Where(rate => rate.Day <= day && rate.Day >= Oldest(day)));

    /// <summary>Units of the base currency for one unit of a currency on a day, and the day the rate is from; nothing where no rate is known.</summary>
    public (decimal Rate, DateOnly Day)? Find(CurrencyCode currency, DateOnly? on = null)
    {
        var day = on ?? Day;
        if (currency == Target)
        {
            return (1, day);
        }

        var rate = _rates.GetValueOrDefault(currency)?.Find(candidate => candidate.Day <= day);
        return rate is null ? null : (rate.BasePerUnit, rate.Day);
    }

    /// <summary>Money in the base currency; nothing where no rate is known.</summary>
    public Money? Convert(Money money, DateOnly? on = null) => Find(money.Currency, on) is { } rate ? money.Convert(Target, rate.Rate) : null;

    /// <summary>
    /// Subtotals per currency as one total in the base currency: each subtotal is converted at the day's rate and rounded, the total adds the
    /// results. Currencies without a rate are left out and named.
    /// </summary>
    public Figure Total(string key, string label, IReadOnlyList<Figure> subtotals)
    {
        if (subtotals.Count == 1 && subtotals[0].Value.Currency == Target)
        {
            return subtotals[0] with { Key = key, Label = label };
        }

        var parts = new List<BridgePart>();
        var missing = new List<LeftOut>();
        foreach (var subtotal in subtotals)
        {
            if (subtotal.Value.Currency is { } currency && Find(currency) is { } rate)
            {
                parts.Add(new BridgePart(1, currency == Target ? subtotal : Figures.Converted($"{subtotal.Key}.{Target.Code.ToLowerInvariant()}", subtotal, Target, rate.Rate, rate.Day)));
            }
            else
            {
                missing.Add(new LeftOut($"no rate for {subtotal.Value.Currency} on {Day:yyyy-MM-dd}", 1, subtotal.Value));
            }
        }

        var definition = $"each currency's subtotal at the rate of {Day:yyyy-MM-dd}, added up in {Target}";
        return parts.Count == 0
            ? new Figure(key, label, Measure.Of(Money.Zero(Target)), new TotalBridge(definition, [], missing))
            : Figures.Total(key, label, definition, parts, missing);
    }
}
