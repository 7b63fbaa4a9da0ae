using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables;

/// <summary>
/// Invoices past their due day as of the business day, the most money times days late first. Each row says what stands in the way of a reminder
/// and from which day the next one is allowed (<see cref="ReminderRules"/>).
/// </summary>
[Description("The late invoices one by one: customer, due day, days late, balance, dispute, promise, next reminder; by customer, region, collector, least days late, least amount. Not for totals by age (aging), not for what is not due yet (due_soon), not for whom to call first (worklist).")]
internal sealed class Overdue(FunctionContext context)
{
    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(
        Id<Customer>? customer, Region? region, int? minDays, decimal? minAmount, Id<Person>? collector, CurrencyCode? currency, int? limit, CancellationToken cancellationToken)
    {
        var wanted = new OverdueFilter(minDays, minAmount, currency);
        if (wanted.Check() is { } impossible)
        {
            return impossible;
        }

        var scoped = await CustomerScope.ReadAsync(context, customer, region, collector, cancellationToken);
        if (!scoped.Ok)
        {
            return scoped.Fault;
        }

        var (scope, today) = (scoped.Value, context.Turn.Today);
        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        var on = OpenDay.Of(today, freshness);
        var rates = await context.RatesAsync(today, cancellationToken);
        if (wanted.Apply(scope.Of(OpenItems.At(context.Read, on), item => item.CustomerId), today, rates) is not { } items)
        {
            return wanted.NoRate(rates);
        }

        var filter = wanted.Words(today, scope.Words, rates.Target);
        var days = await OpenItems.SumWithLargestAsync(context.Read, items, cancellationToken);
        var ageing = new Ageing(context.Read, items, OpenItems.Age(days, today), rates, filter);
        var rows = await OpenRows.ReadAsync(context, await Lateness.FirstAsync(context.Read, items, days, rates, FunctionLimits.Rows(limit), cancellationToken), today, cancellationToken);
        var ordered = Lateness.Order(items, rates, ageing.Currencies);
        var offsets = await OffsetFigures.ReadAsync(context, scope, on, cancellationToken);
        var disputed = await OpenDisputes.FiguresAsync(context.Read, items, today, filter, cancellationToken);

        var answer = new AnswerBuilder(context, Area.Receivables, $"Overdue invoices{scope.For} on {today:yyyy-MM-dd}");
        Say(answer, ageing, rows, scope, freshness);
        answer.Facts(Facts(ageing, rates, offsets, disputed, freshness));
        answer.Table(Table(rows, ageing.Count, token => OpenRows.StreamAsync(context, ordered, today, token)));
        return answer.Evidence(Sources.Of("receivables", filter, ageing.Count, freshness.AsOf, [.. rows.Select(row => row.Item.Number)])).Next(Next(scope, rows)).Build();
    }

    private static void Say(AnswerBuilder answer, Ageing ageing, IReadOnlyList<OpenRow> rows, CustomerScope scope, Freshness freshness)
    {
        if (ageing.Count == 0)
        {
            answer.Say($"Nothing that you asked for is overdue{scope.For}.", Tone.Good);
            freshness.Warn(answer);
            return;
        }

        var total = ageing.Amount(_ => true);
        var (first, more) = (rows[0], ageing.Count > rows.Count ? $" The table shows the {rows.Count} that matter most." : "");
        answer.Say($"{Wording.Count(ageing.Count, "invoice is", "invoices are")} overdue{scope.For}: {total}.{more}");
        answer.Say($"Heaviest: {first.Item.Number} of {first.Customer?.Name ?? "an unknown customer"}, {first.Item.Balance}, {Wording.Count(first.DaysLate, "day")} late.");
        freshness.Warn(answer);
        ageing.WarnOfRates(answer);
    }

    private static List<Fact> Facts(Ageing ageing, RateTable rates, OffsetFigures offsets, IReadOnlyList<Figure> disputed, Freshness freshness)
    {
        var facts = new List<Fact> { new(ageing.Total("overdue", "Overdue", _ => true).LeavingOut(offsets.LeftOut)) };
        if (!ageing.InBaseOnly)
        {
            facts.AddRange(ageing.Subtotals("overdue", "Overdue", _ => true).Select(figure => new Fact(figure)));
        }

        facts.Add(new Fact(ageing.CountFigure("invoices", "Invoices", _ => true)));
        facts.AddRange(AgeBuckets.All.Skip(1).Select(bucket => new Fact(ageing.Total(AgeBuckets.Key(bucket), AgeBuckets.Label(bucket), candidate => candidate == bucket))));
        if (disputed.Count > 0)
        {
            facts.Add(new Fact(rates.Total("disputed", "Disputed (in the total above)", disputed)));
        }

        facts.AddRange(offsets.Facts(rates));
        facts.Add(freshness.Fact);
        return facts;
    }

    private static TableBlock Table(IReadOnlyList<OpenRow> rows, long total, Func<CancellationToken, IAsyncEnumerable<OpenRow>> all) =>
        new Grid<OpenRow>("overdue", "Overdue invoices, days late × amount first")
            .Document("invoice", "Invoice", row => row.Item.Number)
            .Text("customer", "Customer", row => row.Customer?.Name)
            .Day("due_on", "Due", row => row.Item.DueOn)
            .Number("days_late", "Days late", row => Measure.Count(row.DaysLate))
            .Amount("open", "Open", row => row.Item.Balance)
            .Amount("disputed", "Disputed", row => row.Disputed)
            .Day("promised_for", "Promised for", row => row.PromisedFor)
            .Number("reminders", "Reminders", row => Measure.Count(row.Item.ReminderCount))
            .Text("next_reminder", "Next reminder", row => row.Reminder.Words)
            .Toned(row => row.DaysLate > 90 ? Tone.Warning : Tone.Plain)
            .Show(rows, total, "No overdue invoices.", all);

    private static IEnumerable<string?> Next(CustomerScope scope, IReadOnlyList<OpenRow> rows) => rows.Count == 0
        ? [scope.CustomerName is { } name ? $"account summary for {name}" : "aging", "what falls due in the next 7 days"]
        :
        [
            rows[0].Item.Number,
            rows[0].Customer is { } customer ? $"account summary for {customer.Name}" : null,
            "who should I call first today",
            scope.CustomerName is null ? "aging by customer" : $"disputes for {scope.CustomerName}",
        ];
}
