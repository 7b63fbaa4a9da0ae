using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>The receivables of a scope on some days and its sales between them. A day is read once.</summary>
internal sealed class DsoBooks
{
    private readonly FunctionContext _context;
    private readonly CustomerScope _scope;
    private readonly Freshness _freshness;
    private readonly Dictionary<DateOnly, Ageing> _days = [];

    private DsoBooks(FunctionContext context, CustomerScope scope, Freshness freshness, Flows sales) => (_context, _scope, _freshness, Sales) = (context, scope, freshness, sales);

    /// <summary>Invoices issued, at the rates of their own days.</summary>
    public Flows Sales { get; }

    /// <summary>Reads the sales of a range of days.</summary>
    public static async Task<DsoBooks> ReadAsync(FunctionContext context, CustomerScope scope, Freshness freshness, DateRange range, CancellationToken cancellationToken)
    {
        var invoices = scope.Of(context.Read.Invoices, row => row.CustomerId).Select(row => new Flow { Day = row.IssuedOn, Currency = row.Currency, Minor = row.AmountMinor, Document = row.Number });
        return new DsoBooks(context, scope, freshness, await Flows.ReadAsync(context, invoices, range, cancellationToken));
    }

    /// <summary>The open receivables as of a day of the range, or the day before it, at its rates.</summary>
    public async Task<Ageing> OpenAsync(DateOnly day, CancellationToken cancellationToken)
    {
        if (!_days.TryGetValue(day, out var ageing))
        {
            var items = _scope.Of(OpenItems.At(_context.Read, OpenDay.Of(day, _freshness)), item => item.CustomerId);
            var sums = OpenItems.Age(await OpenItems.SumAsync(_context.Read, items, cancellationToken), day);
            var filter = new FilterWords($"open on {day:yyyy-MM-dd}").And(_scope.Words).ToString();
            _days[day] = ageing = new Ageing(_context.Read, items, sums, Sales.Rates.On(day), filter);
        }

        return ageing;
    }

    /// <summary>The measures of a period.</summary>
    public async Task<DsoMeasures> MeasureAsync(DateRange range, CancellationToken cancellationToken)
    {
        var (end, begin) = (await OpenAsync(range.To, cancellationToken), await OpenAsync(range.From.AddDays(-1), cancellationToken));
        return new DsoMeasures(
            end.Amount(_ => true).Major, end.Amount(bucket => bucket == AgeBucket.NotDue).Major, begin.Amount(_ => true).Major, Sales.InBase(range).Major, range.LengthInDays);
    }
}
