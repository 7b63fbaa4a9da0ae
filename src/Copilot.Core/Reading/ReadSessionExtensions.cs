namespace Copilot.Core;

/// <summary>Reads that several functions share.</summary>
public static class ReadSessionExtensions
{
    /// <summary>When the records of a subject were last brought in line with their source; the turn's instant where nothing is known.</summary>
    public static async Task<DateTimeOffset> AsOfAsync(this FunctionContext context, string source, CancellationToken cancellationToken)
    {
        var feed = await context.Read.FirstOrDefaultAsync(context.Read.DataFeeds.Where(row => row.Source == source), cancellationToken);
        return feed?.AsOf ?? context.Turn.Now;
    }

    /// <summary>Customers of a region or country.</summary>
    public static IQueryable<Customer> In(this IQueryable<Customer> customers, Region region) => region.IsCountry
        ? customers.Where(customer => customer.Country == region.Code)
        : customers.Where(customer => customer.Region == region.Code);

    /// <summary>The rates of a day into the base currency: the newest on or before it, for every currency that has one.</summary>
    public static async Task<RateTable> RatesAsync(this FunctionContext context, DateOnly day, CancellationToken cancellationToken)
    {
        var (all, first) = (context.Read.ExchangeRates, RateTable.Oldest(day));
        var newest = all.Where(rate => rate.Day <= day && rate.Day >= first && !all.Any(other => other.Currency == rate.Currency && other.Day > rate.Day && other.Day <= day));
        var rates = await context.Read.ListAsync(newest, cancellationToken);
        return new RateTable(context.Turn.BaseCurrency, day, rates);
    }

    /// <summary>The rates of every day of a range into the base currency; the last day is asked about unless another is named.</summary>
    public static async Task<RateTable> RatesAsync(this FunctionContext context, DateRange range, CancellationToken cancellationToken)
    {
        var (first, last) = (RateTable.Oldest(range.From), range.To);
        return new RateTable(context.Turn.BaseCurrency, last, await context.Read.ListAsync(context.Read.ExchangeRates.Where(rate => rate.Day >= first && rate.Day <= last), cancellationToken));
    }
}
