namespace Copilot.Core;

/// <summary>Reads that several functions share.</summary>
public static class ReadSessionExtensions
{
    /// <summary>When the records of a subject were last brought in line with their source; the turn's instant where nothing is known.</summary>
    public static async Task<DateTimeOffset> AsOfAsync(this FunctionContext context, string source, CancellationToken cancellationToken) =>
        (await context.Read.FeedsAsync(cancellationToken)).GetValueOrDefault(source)?.AsOf ?? context.Turn.Now;

    /// <summary>The feeds by their source; read once in an answer, which names several of them.</summary>
    public static async Task<IReadOnlyDictionary<string, DataFeed>> FeedsAsync(this IReadSession read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        return (await read.Memory.OnceAsync(typeof(DataFeed), async token => (await read.ListAsync(read.DataFeeds, token)).ToDictionary(row => row.Source), cancellationToken))!;
    }

    /// <summary>The record of an id; read once in an answer. Nothing where there is none that the person may see.</summary>
    /// <param name="read">The session.</param>
    /// <param name="id">The id.</param>
    /// <param name="row">The query of that one record.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Task<T?> OneAsync<T>(this IReadSession read, Id<T> id, IQueryable<T> row, CancellationToken cancellationToken)
        where T : Entity
    {
        ArgumentNullException.ThrowIfNull(read);
        return read.Memory.OnceAsync(id, token => read.FirstOrDefaultAsync(row, token), cancellationToken);
    }

    /// <summary>Customers of a region or country.</summary>
    public static IQueryable<Customer> In(this IQueryable<Customer> customers, Region region) => region.IsCountry
        ? customers.Where(customer => customer.Country == region.Code)
        : customers.Where(customer => customer.Region == region.Code);

    /// <summary>The rates of a day into the base currency: the newest on or before it, for every currency that has one. Read once in an answer.</summary>
    public static async Task<RateTable> RatesAsync(this FunctionContext context, DateOnly day, CancellationToken cancellationToken) =>
        (await context.Read.Memory.OnceAsync(day, token => ReadRatesAsync(context, day, token), cancellationToken))!;

    /// <summary>The rates of every day of a range into the base currency; the last day is asked about unless another is named.</summary>
    public static async Task<RateTable> RatesAsync(this FunctionContext context, DateRange range, CancellationToken cancellationToken)
    {
        var (first, last) = (RateTable.Oldest(range.From), range.To);
        return new RateTable(context.Turn.BaseCurrency, last, await context.Read.ListAsync(context.Read.ExchangeRates.Where(rate => rate.Day >= first && rate.Day <= last), cancellationToken));
    }

    private static async Task<RateTable?> ReadRatesAsync(FunctionContext context, DateOnly day, CancellationToken cancellationToken)
    {
        var (all, first) = (context.Read.ExchangeRates, RateTable.Oldest(day));
        var newest = all.Where(rate => rate.Day <= day && rate.Day >= first && !all.Any(other => other.Currency == rate.Currency && other.Day > rate.Day && other.Day <= day));
        var rates = await context.Read.ListAsync(newest, cancellationToken);
        return new RateTable(context.Turn.BaseCurrency, day, rates);
    }
}
