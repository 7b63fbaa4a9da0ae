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
        var rates = await context.Read.ListAsync(context.Read.ExchangeRates.Where(rate => rate.Day <= day && rate.Day > day.AddDays(-45)), cancellationToken);
        return new RateTable(context.Turn.BaseCurrency, day, rates);
    }
}
