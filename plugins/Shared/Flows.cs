using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>
/// Flows in the base currency, each document at the rate of its own day: the documents that meet the same rate are summed in their currency,
/// converted once and rounded; the results are added up. One grouped query serves any number of periods.
/// </summary>
internal sealed class Flows
{
    private readonly FunctionContext _context;
    private readonly IQueryable<Flow> _query;
    private readonly List<FlowDay> _days;

    private Flows(FunctionContext context, IQueryable<Flow> query, RateTable rates, List<FlowDay> days) =>
        (_context, _query, Rates, _days) = (context, query, rates, days);

    /// <summary>The rates of every day of the range.</summary>
    public RateTable Rates { get; }

    /// <summary>Sums a query per day and currency, in the database, for the days of a range.</summary>
    public static async Task<Flows> ReadAsync(FunctionContext context, IQueryable<Flow> query, DateRange range, CancellationToken cancellationToken)
    {
        var (from, to) = (range.From, range.To);
        var within = query.Where(row => row.Day >= from && row.Day <= to);
        var days = await context.Read.ListAsync(
            within.GroupBy(row => new { row.Day, row.Currency }).Select(group => new { group.Key.Day, group.Key.Currency, Minor = group.Sum(row => row.Minor), Count = group.Count() }),
            cancellationToken);
        return new Flows(context, within, await context.RatesAsync(range, cancellationToken), [.. days.Select(day => new FlowDay(day.Day, day.Currency, day.Minor, day.Count))]);
    }

    /// <summary>What flowed on the days of a range, in the base currency; equal to the value of <see cref="Figure"/>.</summary>
    public Money InBase(DateRange range) =>
        Pieces(range).Where(piece => piece.Rate is not null).Aggregate(Money.Zero(Rates.Target), (sum, piece) => sum + piece.Amount.Convert(Rates.Target, piece.Rate!.Value));

    /// <summary>The sum over the days of a range as a figure that opens into currencies and rates, then into documents.</summary>
    public Figure Figure(string key, string label, BridgeText text, DateRange range)
    {
        var parts = new List<BridgePart>();
        var left = new List<LeftOut>(text.LeftOut);
        foreach (var piece in Pieces(range))
        {
            if (piece.Rate is { } rate)
            {
                var rows = Rows($"{Totals.Key(key, piece.Amount.Currency)}.{piece.From:yyyyMMdd}", label, text, piece);
                parts.Add(new BridgePart(1, piece.Amount.Currency == Rates.Target ? rows : Figures.Converted($"{rows.Key}.{Rates.Target.Code.ToLowerInvariant()}", rows, Rates.Target, rate, piece.RateDay)));
            }
            else
            {
                left.Add(new LeftOut($"no rate for {piece.Amount.Currency}", piece.Count, Measure.Of(piece.Amount)));
            }
        }

        return parts.Count == 0
            ? new Figure(key, label, Measure.Of(Money.Zero(Rates.Target)), new TotalBridge(text.Definition, [], left))
            : Figures.Total(key, label, text.Definition, parts, left);
    }

    private Figure Rows(string key, string label, BridgeText text, Piece piece)
    {
        var (currency, from, to) = (piece.Amount.Currency, piece.From, piece.To);
        var words = text with { Filter = $"{text.Filter}, in {currency}, dated {from:yyyy-MM-dd} to {to:yyyy-MM-dd}", LeftOut = [] };
        return Figures.Queried(
            key, label, Measure.Of(piece.Amount), words, piece.Count,
            _ => _context.Read.StreamAsync(_query.Where(row => row.Currency == currency && row.Day >= from && row.Day <= to).OrderBy(row => row.Day).ThenBy(row => row.Document))
                .Select(row => new BridgeRow(row.Document, new Money(row.Minor, currency).Major, $"{row.Day:yyyy-MM-dd}")));
    }

    // runs of days of one currency that meet the same rate; the base currency is one run
    private IEnumerable<Piece> Pieces(DateRange range) =>
        from day in _days
        where range.Contains(day.Day)
        let rate = Rates.Find(day.Currency, day.Day)
        group (day, rate) by (day.Currency, RateDay: day.Currency == Rates.Target ? range.To : rate?.Day) into piece
        let first = piece.First()
        orderby piece.Key.Currency.Code, piece.Key.RateDay
        select new Piece(
            piece.Aggregate(Money.Zero(piece.Key.Currency), (sum, row) => sum + new Money(row.day.Minor, row.day.Currency)),
            piece.Sum(row => (long)row.day.Count), piece.Min(row => row.day.Day), piece.Max(row => row.day.Day), first.rate?.Rate, piece.Key.RateDay ?? range.To);

    private sealed record Piece(Money Amount, long Count, DateOnly From, DateOnly To, decimal? Rate, DateOnly RateDay);
}
