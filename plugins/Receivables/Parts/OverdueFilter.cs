using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>Which overdue invoices are asked for.</summary>
internal sealed record OverdueFilter(int? MinDays, decimal? MinAmount, CurrencyCode? Currency)
{
    private const int MostDays = 36_500;

    /// <summary>What is impossible about it; nothing when all is well.</summary>
    public Fault? Check() => this switch
    {
        { MinDays: < 0 or > MostDays } => new Fault("AR-103", $"{MinDays} is not a number of days that an invoice can be late: name one from 1 to {MostDays}."),
        { MinAmount: < 0 or > 1_000_000_000_000m } => new Fault("AR-104", "The least amount must be nought or more, and less than a million million: name a plain amount, as 2500."),
        _ => null,
    };

    /// <summary>
    /// The items past due by at least that many days and worth at least that much. An amount without a currency is in the base currency; it is
    /// compared with invoices of other currencies at the day's rate. A currency without an amount asks for invoices of that currency.
    /// Nothing when the amount's currency has no rate: see <see cref="NoRate"/>.
    /// </summary>
    public IQueryable<OpenItem>? Apply(IQueryable<OpenItem> items, DateOnly day, RateTable rates)
    {
        var latest = day.AddDays(-Math.Max(1, MinDays ?? 1));
        items = items.Where(item => item.DueOn <= latest);
        if (MinAmount is not { } amount)
        {
            return Currency is { } only ? items.Where(item => item.Currency == only) : items;
        }

        var currency = Currency ?? rates.Target;
        return ByCurrency.Thresholds(rates, amount, currency) is { } thresholds
            ? items.Where(ByCurrency.AtLeast<OpenItem>(item => item.BalanceMinor, item => item.Currency, thresholds))
            : null;
    }

    /// <summary>The fault for an amount in a currency without a rate.</summary>
    public Fault NoRate(RateTable rates) => new("AR-105", $"No exchange rate is known for {Currency} on {rates.Day:yyyy-MM-dd}: name the amount in {rates.Target}.");

    /// <summary>The filter in words.</summary>
    public string Words(DateOnly day, string scope, CurrencyCode baseCurrency) => new FilterWords($"open and past due on {day:yyyy-MM-dd}").And(scope)
        .And(MinDays is > 1 ? $"at least {MinDays} days late" : null)
        .And(MinAmount is { } amount ? $"at least {Money.FromMajor(amount, Currency ?? baseCurrency)} each (other currencies at the day's rate)" : Currency is { } only ? $"in {only}" : null)
        .ToString();
}
