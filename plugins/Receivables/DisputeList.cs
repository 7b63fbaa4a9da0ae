using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables;

/// <summary>
/// Disputes that are open, by age × amount, with who sees to them, and how long those took that were settled in the last
/// <see cref="SettledWithinDays"/> days.
/// </summary>
[Description("Invoices that customers dispute: reason, amount, age, who sees to it. Not for retailers' penalties (chargebacks_find).")]
internal sealed class DisputeList(FunctionContext context)
{
    private const int SettledWithinDays = 180;

    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Customer>? customer, int? limit, CancellationToken cancellationToken)
    {
        var scoped = await CustomerScope.ReadAsync(context, customer, null, null, cancellationToken);
        if (!scoped.Ok)
        {
            return scoped.Fault;
        }

        var (scope, today) = (scoped.Value, context.Turn.Today);
        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        var rates = await context.RatesAsync(today, cancellationToken);
        var rows = await DisputeRows.ReadAsync(context, scope, rates, cancellationToken);
        var settled = await SettledAsync(scope, cancellationToken);
        var filter = new FilterWords($"disputes open on {today:yyyy-MM-dd}").And(scope.Words).ToString();

        var answer = new AnswerBuilder(context, Area.Receivables, $"Open disputes{scope.For} on {today:yyyy-MM-dd}");
        if (rows.Count == 0)
        {
            answer.Say($"No dispute is open{scope.For}.", Tone.Good);
        }
        else
        {
            var nobody = rows.Count(row => row.Owner is null);
            answer.Say($"{Wording.Count(rows.Count, "dispute is", "disputes are")} open{scope.For}, the oldest for {Wording.Count(rows.Max(row => row.AgeDays), "day")}; the invoices still owe {Owed(rows, rates)}.");
            if (nobody > 0)
            {
                answer.Say($"Nobody sees to {nobody} of them: give each an owner.", Tone.Warning);
            }
        }

        answer.Facts(Facts(rows, settled, rates, filter, freshness)).Table(DisputeRows.Table(rows, FunctionLimits.Rows(limit)));
        var shown = rows.Take(FunctionLimits.Rows(limit)).Select(row => row.Number).ToList();
        return answer.Evidence(Sources.Of("receivables", filter, rows.Count, freshness.AsOf, shown)).Next(Next(scope, rows)).Build();
    }

    private static Money Owed(IReadOnlyList<DisputeRow> rows, RateTable rates) =>
        rows.DistinctBy(row => row.Number).Select(row => rates.Convert(row.Balance)).OfType<Money>().Aggregate(Money.Zero(rates.Target), (sum, money) => sum + money);

    private static List<Fact> Facts(IReadOnlyList<DisputeRow> rows, IReadOnlyList<(string Number, int Days)> settled, RateTable rates, string filter, Freshness freshness)
    {
        var text = new BridgeText("disputed amount of each open dispute", "receivables", filter);
        var subtotals = rows.GroupBy(row => row.Disputed.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => Figures.Sum(Totals.Key("disputed", group.Key), $"Disputed in {group.Key}", group.Key, text, [.. group.Select(row => (row.Number, row.Disputed))])).ToList();
        var facts = new List<Fact>(Totals.Facts(rates, "disputed", "Disputed", subtotals)) { new(Figures.Count("disputes", "Open disputes", text, [.. rows.Select(row => row.Number)])) };
        if (settled.Count > 0)
        {
            var closed = new BridgeText("days from opening to closing", "receivables", $"disputes closed in the last {SettledWithinDays} days");
            var days = Figures.Sum("settled_days", "Days of settled disputes", number => Measure.Days(number), closed, [.. settled.Select(row => (row.Number, (decimal)row.Days))]);
            var count = Figures.Count("settled", "Disputes settled", closed, [.. settled.Select(row => row.Number)]);
            facts.Add(new Fact(Figures.Ratio("days_to_settle", $"Average time to settle (last {SettledWithinDays} days)", "days of settled disputes ÷ disputes settled", days, count, 1, number => Measure.Days(number, 1))!));
        }

        facts.Add(freshness.Fact);
        return facts;
    }

    private async Task<IReadOnlyList<(string Number, int Days)>> SettledAsync(CustomerScope scope, CancellationToken cancellationToken)
    {
        var (today, since) = (context.Turn.Today, context.Turn.Today.AddDays(-SettledWithinDays));
        var rows = await context.Read.ListAsync(
            from dispute in context.Read.Disputes
            join invoice in scope.Of(context.Read.Invoices, row => row.CustomerId) on dispute.InvoiceId equals invoice.Id
            where dispute.ClosedOn != null && dispute.ClosedOn >= since && dispute.ClosedOn <= today
            orderby invoice.Number
            select new { invoice.Number, dispute.OpenedOn, dispute.ClosedOn },
            cancellationToken);
        return [.. rows.Select(row => (row.Number, row.ClosedOn!.Value.DayNumber - row.OpenedOn.DayNumber))];
    }

    private static IEnumerable<string?> Next(CustomerScope scope, IReadOnlyList<DisputeRow> rows) =>
    [
        rows.Count > 0 ? rows[0].Number : null,
        rows.Count > 0 && rows[0].Customer is { } name ? $"account summary for {name}" : scope.CustomerName is { } one ? $"account summary for {one}" : null,
        "overdue invoices",
        "who should I call first today",
    ];
}
