using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Risk;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables;

/// <summary>
/// Which invoices that are not yet due will probably be paid late: a logistic regression over what was known on the day of issue
/// (<see cref="FeatureSweep"/>), learned from the company's own invoices, calibrated on predictions made beforehand, then brought up to date with
/// what is known since (<see cref="SinceIssue"/>). Money at risk = probability × open amount.
/// </summary>
[Description("Which open invoices will probably be paid late, before they are due: probability, expected days late, money at risk and the reasons, by invoice and by customer. Not for what is late already (overdue) and not for the credit limit (credit).")]
internal sealed class LatePaymentRisk(FunctionContext context)
{
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
        var reader = await RiskReader.ReadAsync(context, OpenDay.Of(today, freshness), rates, cancellationToken);
        var scorer = RiskScorer.Learn(reader.Invoices, today);
        var names = await context.CustomersAsync(reader.Open.Select(item => item.CustomerId), cancellationToken);
        var learned = reader.Invoices.Select(invoice => invoice.Number).ToHashSet(StringComparer.Ordinal);
        var wanted = reader.Open.Where(item => (customer is null || item.CustomerId == customer) && learned.Contains(item.Number)).ToList();
        var rows = wanted.Where(item => item.DueOn >= today).Select(item => Row(item, scorer.Score(item.Number), names, rates))
            .OrderByDescending(row => row.BaseMinor).ThenBy(row => row.Item.Number, StringComparer.Ordinal).ToList();
        var overdue = wanted.FindAll(item => item.DueOn < today);
        var filter = new FilterWords($"open on {today:yyyy-MM-dd} and not yet due").And(scope.Words).ToString();

        var answer = new AnswerBuilder(context, Area.Receivables, $"Risk of late payment{scope.For}");
        var figures = new RiskFigures(rows, overdue, reader.Older, rates, filter);
        Say(answer, rows, overdue, figures, scope, scorer);
        freshness.Warn(answer);
        if (rows.Count > 0 || overdue.Count > 0)
        {
            answer.Facts([.. figures.Facts(scorer.CanSay), .. RiskWords.Facts(scorer), freshness.Fact]);
        }

        var shown = FunctionLimits.Rows(limit);
        var byCustomer = RiskCustomer.Of(rows, overdue, scorer, names, rates);
        answer.Table((scorer.CanSay ? Invoices() : OpenAlone()).Top(rows, shown, $"Nothing that is open{scope.For} is still to fall due."));
        if (scorer.CanSay)
        {
            answer.TableIfAny(RiskCustomer.Grid().Top(byCustomer, shown, "No customers."));
        }

        return answer.Evidence(Sources.Of("receivables", filter, rows.Count, freshness.AsOf, [.. rows.Take(shown).Select(row => row.Item.Number)]))
            .Evidence(Sources.Counted("receivables", $"learned from invoices issued by {today:yyyy-MM-dd}", reader.Invoices.Count, freshness.AsOf))
            .Next(Next(scope, rows, byCustomer)).Build();
    }

    private static RiskRow Row(OpenItem item, RiskScore score, Dictionary<Id<Customer>, string> names, RateTable rates)
    {
        var atRisk = item.Balance.Share(score.Probability);
        return new RiskRow(item, score, names.GetValueOrDefault(item.CustomerId), atRisk, rates.Convert(atRisk)?.Minor ?? 0);
    }

    private static void Say(AnswerBuilder answer, List<RiskRow> rows, List<OpenItem> overdue, RiskFigures figures, CustomerScope scope, RiskScorer scorer)
    {
        if (rows.Count == 0)
        {
            answer.Say(overdue.Count == 0 ? (FormattableString)$"Nothing is open{scope.For}: nothing can be paid late." : $"Nothing that is open{scope.For} is still to fall due; {Wording.Count(overdue.Count, "invoice is", "invoices are")} late already.");
            return;
        }

        if (!scorer.CanSay)
        {
            answer.Say($"{Wording.Count(rows.Count, "invoice is", "invoices are")} open and not yet due{scope.For} ({figures.Open.Value}).");
            RiskWords.Model(answer, scorer);
            return;
        }

        var likely = rows.Count(row => row.Score.Probability >= RiskFigures.LikelyLate);
        answer.Say($"Of {Wording.Count(rows.Count, "invoice")} not yet due{scope.For} ({figures.Open.Value}), {likely} will more likely than not be paid late; money at risk {figures.AtRisk.Value} (probability × open amount).");
        var first = rows[0];
        answer.Say($"Most at risk: {first.Item.Number}{(first.Customer is { } name ? $" of {name}" : "")}, {first.Item.Balance}, {first.Score.Probability * 100:0} % likely to be late: {Reasons.Sentence(first.Score.Reasons, first.Score.LikelyLate)}.");
        RiskWords.Model(answer, scorer);
    }

    // without enough history there is no probability to show: what is owed and when it falls due is all
    private static Grid<RiskRow> OpenAlone() => new Grid<RiskRow>("invoices", "Not yet due")
        .Document("invoice", "Invoice", row => row.Item.Number)
        .Text("customer", "Customer", row => row.Customer)
        .Day("due_on", "Due", row => row.Item.DueOn)
        .Amount("open", "Open", row => row.Item.Balance);

    private static Grid<RiskRow> Invoices() => new Grid<RiskRow>("invoices", "Not yet due, money at risk first")
        .Document("invoice", "Invoice", row => row.Item.Number)
        .Text("customer", "Customer", row => row.Customer)
        .Day("due_on", "Due", row => row.Item.DueOn)
        .Amount("open", "Open", row => row.Item.Balance)
        .Number("probability", "Paid late", row => Measure.Percent(row.Score.Probability * 100))
        .Number("expected_days_late", "Days late to expect", row => Measure.Days(row.Score.ExpectedDaysLate, 1))
        .Amount("at_risk", "At risk", row => row.AtRisk)
        .Text("reasons", "Why", row => Reasons.Sentence(row.Score.Reasons, row.Score.LikelyLate))
        .Toned(row => row.Score.Probability >= RiskFigures.LikelyLate ? Tone.Warning : Tone.Plain);

    private static IEnumerable<string?> Next(CustomerScope scope, List<RiskRow> rows, IReadOnlyList<RiskCustomer> customers) =>
    [
        rows.Count > 0 ? rows[0].Item.Number : null,
        (scope.CustomerName ?? (customers.Count > 0 ? customers[0].Name : null)) is { } name ? $"account summary for {name}" : null,
        "what falls due in the next 7 days",
        scope.CustomerName is { } one ? $"overdue invoices for {one}" : customers.Count > 0 && customers[0].Name is { } worst ? $"payment risk for {worst}" : "overdue invoices",
    ];
}
