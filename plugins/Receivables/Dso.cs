using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables;

/// <summary>
/// Days sales outstanding, simple and by count-back, best possible, average days delinquent, collection effectiveness index (<see cref="DsoMeasures"/>,
/// <see cref="CountBack"/>). Open receivables at the end day's rates, sales at the rates of the invoices' own days; all in the base currency. Without a
/// period: the last 90 days; the period before stands beside it.
/// </summary>
[Description("How fast receivables turn into money in a period: days sales outstanding (simple, count-back, best possible), average days delinquent, collection effectiveness; by customer, region, month or quarter. Not for who owes what (aging, overdue).")]
internal sealed class Dso(FunctionContext context)
{
    private const int CountBackMonths = 13;
    private const int TrendMonths = 6;
    private const int MostDays = 3700;

    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(
        Period? period, [Takes(Breakdown.Customer, Breakdown.Region, Breakdown.Month, Breakdown.Quarter)] Breakdown? by, Id<Customer>? customer, int? limit, CancellationToken cancellationToken)
    {
        var asked = (period ?? Default(by)).Resolve(context.Turn.Today, context.Turn.Fiscal);
        if (asked.From > context.Turn.Today || asked.LengthInDays > MostDays)
        {
            return new Fault("AR-109", asked.From > context.Turn.Today ? $"{asked} lies in the future: nothing has been sold in it yet. Name a period that has begun." : $"{asked} is longer than ten years: name a shorter period.", ["days sales outstanding last quarter"]);
        }

        var scoped = await CustomerScope.ReadAsync(context, customer, null, null, cancellationToken);
        if (!scoped.Ok)
        {
            return scoped.Fault;
        }

        var (scope, range) = (scoped.Value, new DateRange(asked.From, asked.To < context.Turn.Today ? asked.To : context.Turn.Today));
        var prior = PriorPeriod.Of(asked);
        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        var months = CountBack.Months(range.To, CountBackMonths).ToList();
        var first = months[^1].From < prior.From ? months[^1].From : prior.From;
        var books = await DsoBooks.ReadAsync(context, scope, freshness, new DateRange(first.AddDays(-1), range.To), cancellationToken);
        var now = await books.MeasureAsync(range, cancellationToken);

        // a period that begins before the books do would look better than it was
        var opened = await FirstInvoiceAsync(scope, cancellationToken);
        var before = opened <= prior.From ? await books.MeasureAsync(prior, cancellationToken) : null;
        var figures = await DsoFigures.ReadAsync(books, range, months, Filter(scope, range), cancellationToken);

        var answer = new AnswerBuilder(context, Area.Receivables, $"Days sales outstanding{scope.For}, {range.From:yyyy-MM-dd} to {range.To:yyyy-MM-dd}");
        Say(answer, now, before, prior, figures, scope);
        freshness.Warn(answer);
        answer.Facts([.. figures.Facts(await LeftOutAsync(scope, range, cancellationToken)), freshness.Fact]);
        answer.Table(DsoTable.Compare(now, before, figures.CountBackDays, context.Turn.BaseCurrency));
        if (by is { } breakdown)
        {
            answer.Table(await DsoTable.ByAsync(context, scope, books, freshness, breakdown, range, prior, FunctionLimits.Rows(limit), cancellationToken));
        }

        answer.Chart(await TrendAsync(books, range, by, cancellationToken));
        var count = await context.Read.CountAsync(scope.Of(context.Read.Invoices, row => row.CustomerId).Where(row => row.IssuedOn >= range.From && row.IssuedOn <= range.To), cancellationToken);
        return answer.Evidence(Sources.Counted("receivables", Filter(scope, range), count, freshness.AsOf)).Next(Next(scope, by)).Build();
    }

    private async Task<DateOnly> FirstInvoiceAsync(CustomerScope scope, CancellationToken cancellationToken)
    {
        var first = await context.Read.FirstOrDefaultAsync(scope.Of(context.Read.Invoices, row => row.CustomerId).OrderBy(row => row.IssuedOn).Select(row => (DateOnly?)row.IssuedOn), cancellationToken);
        return first ?? DateOnly.MaxValue;
    }

    // twelve months or four quarters where a series is asked for, else the last 90 days
    private Period Default(Breakdown? by)
    {
        var (today, fiscal) = (context.Turn.Today, context.Turn.Fiscal);
        var month = new DateOnly(today.Year, today.Month, 1);
        var quarter = fiscal.Quarter(fiscal.Of(today).Year, fiscal.Of(today).Quarter).From;
        return by switch
        {
            Breakdown.Month => Period.Of(new DateRange(month.AddMonths(-11), month.AddMonths(1).AddDays(-1))),
            Breakdown.Quarter => Period.Of(new DateRange(quarter.AddMonths(-9), quarter.AddMonths(3).AddDays(-1))),
            _ => Period.Of("last-90-days"),
        };
    }

    private static string Filter(CustomerScope scope, DateRange range) => new FilterWords($"invoices issued from {range.From:yyyy-MM-dd} to {range.To:yyyy-MM-dd}").And(scope.Words).ToString();

    private static void Say(AnswerBuilder answer, DsoMeasures now, DsoMeasures? before, DateRange prior, DsoFigures figures, CustomerScope scope)
    {
        if (now.Dso is not { } dso)
        {
            answer.Say($"Nothing was invoiced{scope.For} in these days, so there are no days sales outstanding; {figures.Open.Value} is open.");
            return;
        }

        var change = before?.Dso is { } earlier ? decimal.Round(dso, 1) - decimal.Round(earlier, 1) : (decimal?)null;
        var than = change switch
        {
            null => "",
            0 => $", the same as from {prior.From:yyyy-MM-dd} to {prior.To:yyyy-MM-dd}",
            { } days => $", {Math.Abs(days):0.0} {(days > 0 ? "more" : "fewer")} than from {prior.From:yyyy-MM-dd} to {prior.To:yyyy-MM-dd}",
        };
        answer.Say($"Days sales outstanding{scope.For}: {Measure.Days(dso, 1)}{than}. If everybody paid on the due day it would be {Measure.Days(now.BestPossible!.Value, 1)}.", change > 5 ? Tone.Warning : Tone.Plain);
        if (before is null)
        {
            answer.Say($"The books do not hold all of the period before ({prior.From} to {prior.To}), so it is not compared.", Tone.Note);
        }

        if (figures.CountBackDays is null)
        {
            answer.Say($"The open receivables exceed the sales of {CountBackMonths} months: they cannot be counted back.", Tone.Note);
        }
    }

    private async Task<IReadOnlyList<LeftOut>> LeftOutAsync(CustomerScope scope, DateRange range, CancellationToken cancellationToken)
    {
        var notes = scope.Of(context.Read.CreditNotes, row => row.CustomerId).Where(row => row.IssuedOn >= range.From && row.IssuedOn <= range.To)
            .Select(row => new Flow { Day = row.IssuedOn, Currency = row.Currency, Minor = row.AmountMinor, Document = row.Number });
        var sums = await CurrencySums.ReadAsync(context.Read, notes, "credit_notes", "Credit notes", new BridgeText("credit notes issued", "receivables", Filter(scope, range)), cancellationToken);
        return [.. sums.Select(figure => new LeftOut("credit notes issued in the period, not taken off the sales", CurrencySums.Count(figure), figure.Value))];
    }

    /// <summary>The simple figure month by month (quarter by quarter where quarters are asked for) up to the end of the period.</summary>
    private async Task<ChartBlock> TrendAsync(DsoBooks books, DateRange range, Breakdown? by, CancellationToken cancellationToken)
    {
        var pieces = by is Breakdown.Month or Breakdown.Quarter ? DsoTable.Pieces(range, by.Value, context.Turn.Fiscal) : [.. CountBack.Months(range.To, TrendMonths).Reverse()];
        var points = new List<ChartPoint>();
        foreach (var piece in pieces)
        {
            var open = (await books.OpenAsync(piece.To, cancellationToken)).Amount(_ => true);
            var sales = books.Sales.InBase(piece);
            if (sales.Minor > 0)
            {
                points.Add(new ChartPoint(DsoTable.Name(piece, by ?? Breakdown.Month, context.Turn.Fiscal), decimal.Round(open.Major * piece.LengthInDays / sales.Major, 1)));
            }
        }

        return new ChartBlock(ChartKind.Line, by == Breakdown.Quarter ? "Days sales outstanding by quarter" : "Days sales outstanding by month", Unit.Days, null, points);
    }

    private static IEnumerable<string?> Next(CustomerScope scope, Breakdown? by) =>
    [
        by == Breakdown.Customer ? "days sales outstanding by month" : scope.CustomerName is null ? "days sales outstanding by customer" : null,
        scope.CustomerName is { } name ? $"account summary for {name}" : "aging",
        scope.CustomerName is { } one ? $"overdue invoices for {one}" : "who should I call first today",
        "days sales outstanding last quarter",
    ];
}
