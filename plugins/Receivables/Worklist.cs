using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables;

/// <summary>
/// Whom to call first: customers ranked by what a call is expected to bring (<see cref="CallBenefit"/>), with the reason in words, whom to ask for and from
/// when a call is allowed. A collector sees the own customers unless another collector is named; everyone else sees all.
/// </summary>
[Description("Whom to call first about money: customers ranked by the expected benefit of a call, why, and from when a call is allowed; of one collector or one's own. Not for single late invoices (overdue).")]
internal sealed class Worklist(FunctionContext context)
{
    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Person>? collector, int? limit, CancellationToken cancellationToken)
    {
        var turn = context.Turn;
        var whose = collector ?? (turn.Access.Roles.Contains("collector") ? turn.Asker.Id : (Id<Person>?)null);
        var scoped = await CustomerScope.ReadAsync(context, null, null, whose, cancellationToken);
        if (!scoped.Ok)
        {
            return scoped.Fault;
        }

        var scope = scoped.Value;
        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        var rates = await context.RatesAsync(turn.Today, cancellationToken);
        var list = await CallList.ReadAsync(context, scope, rates, OpenDay.Of(turn.Today, freshness), cancellationToken);
        var filter = new FilterWords($"overdue on {turn.Today:yyyy-MM-dd} and allowed to be chased").And(scope.Words).ToString();
        var shown = list.Rows.Take(FunctionLimits.Rows(limit)).ToList();
        var rows = await CallDetail.ReadAsync(context, list, shown, cancellationToken);
        var left = await LeftOutAsync(list, filter, cancellationToken);

        var answer = new AnswerBuilder(context, Area.Receivables, $"Worklist{(whose is null ? "" : scope.For)} for {list.Workday:yyyy-MM-dd}");
        Say(answer, list, left);
        freshness.Warn(answer);
        answer.Facts(Facts(list, rates, filter, left, freshness)).Table(Table(rows, list.Rows.Count, token => AllAsync(list, token))).TableIfAny(LeftOutTable(left));
        string[] records = [.. rows.SelectMany(row => row.Invoices)];
        return answer.Evidence(Sources.Of("receivables", filter, list.Sums.Sum(sum => sum.Count), freshness.AsOf, records)).Next(Next(rows)).Build();
    }

    private static void Say(AnswerBuilder answer, CallList list, IReadOnlyList<StoppedSum> left)
    {
        var (now, day) = (list.Rows.Count(row => row.Now(list.Workday)), list.Workday);
        if (list.Rows.Count == 0)
        {
            answer.Say($"Nobody needs a call: nothing that may be chased is overdue.", Tone.Good);
        }
        else if (now == 0)
        {
            answer.Say($"Nobody is to be called on {day}; {Wording.Count(list.Rows.Count, "customer is", "customers are")} waiting for a day from {list.Rows.Min(row => row.Verdict.AllowedFrom)} on.");
        }
        else
        {
            var first = list.Rows[0];
            answer.Say($"Call {first.Customer} first: {first.Overdue} overdue, {Wording.List([.. first.Verdict.Why])}.");
            answer.Say($"{Wording.Count(now, "customer", "customers")} may be called on {day}, of {list.Rows.Count} with money that may be chased.");
        }

        if (left.Count > 0)
        {
            answer.Say($"Not chased, and listed below: {Wording.List([.. left.Select(row => row.Reason).Distinct()])}.", Tone.Note);
        }
    }

    private List<Fact> Facts(CallList list, RateTable rates, string filter, IReadOnlyList<StoppedSum> left, Freshness freshness)
    {
        var ageing = new Ageing(context.Read, list.Callable, Ageing.Merge(list.Sums), rates, filter);
        var text = new BridgeText("overdue amount of each bucket × the chance that a call moves it, per customer, in the base currency", "receivables", filter);
        return
        [
            new Fact(ageing.Total("callable", "Overdue that may be chased", _ => true).LeavingOut(left.Select(row => new LeftOut(row.Reason, row.Count, row.Amount)))),
            new Fact(Core.Figures.Sum("expected", "Expected benefit of all calls", rates.Target, text, [.. list.Rows.Select(row => (row.Customer, row.Verdict.Expected))])),
            new Fact(Core.Figures.Count("now", $"Customers to call on {list.Workday:yyyy-MM-dd}", new BridgeText("customers whose next call is allowed by then", "receivables", filter), [.. list.Rows.Where(row => row.Now(list.Workday)).Select(row => row.Customer)])),
            freshness.Fact,
        ];
    }

    private async IAsyncEnumerable<CallDetail> AllAsync(CallList list, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var piece in list.Rows.Chunk(FunctionLimits.MaximumRows))
        {
            foreach (var row in await CallDetail.ReadAsync(context, list, piece, cancellationToken))
            {
                yield return row;
            }
        }
    }

    /// <summary>What is overdue and not chased, by reason and currency.</summary>
    private async Task<IReadOnlyList<StoppedSum>> LeftOutAsync(CallList list, string filter, CancellationToken cancellationToken)
    {
        var left = new List<StoppedSum>();
        foreach (var (reason, items) in new[] { ("disputed invoices", list.Disputed), ("invoices with reminders off", list.SwitchedOff), ("customers with reminders off, at legal or bad debt", list.Stopped) })
        {
            var rows = items.Select(item => new Flow { Day = item.DueOn, Currency = item.Currency, Minor = item.BalanceMinor, Document = item.Number });
            var sums = await CurrencySums.ReadAsync(context.Read, rows, "left", reason, new BridgeText("what is owed of each open invoice", "receivables", $"{filter}: {reason}"), cancellationToken);
            left.AddRange(sums.Select(figure => new StoppedSum(reason, CurrencySums.Count(figure), figure.Value)));
        }

        return left;
    }

    private static TableBlock Table(IReadOnlyList<CallDetail> rows, int total, Func<CancellationToken, IAsyncEnumerable<CallDetail>> all) => new Grid<CallDetail>("worklist", "Calls, the most expected first")
        .Text("customer", "Customer", row => row.Call.Customer)
        .Amount("overdue", "Overdue", row => row.Call.Overdue)
        .Number("days_late", "Oldest, days late", row => Measure.Count(row.Call.OldestDaysLate))
        .Amount("expected", "Expected of a call", row => row.Call.Verdict.Expected)
        .Text("why", "Why", row => string.Join("; ", row.Call.Verdict.Why))
        .Day("allowed_from", "Call from", row => row.Call.Verdict.AllowedFrom)
        .Text("contact", "Ask for", row => row.Contact)
        .Text("invoices", "About", row => string.Join(", ", row.Invoices))
        .Text("collector", "Collector", row => row.Call.Collector)
        .Toned(row => row.Call.OldestDaysLate > 90 ? Tone.Warning : Tone.Plain)
        .Show(rows, total, "Nobody to call.", all);

    private static TableBlock LeftOutTable(IReadOnlyList<StoppedSum> left) => new Grid<StoppedSum>("not_chased", "Overdue, and not to be chased")
        .Text("reason", "Why not", row => row.Reason)
        .Number("invoices", "Invoices", row => Measure.Count(row.Count))
        .Number("amount", "Amount", row => row.Amount)
        .Top(left, FunctionLimits.MaximumRows, "Everything overdue may be chased.");

    private static IEnumerable<string?> Next(IReadOnlyList<CallDetail> rows) =>
    [
        rows.Count > 0 ? $"account summary for {rows[0].Call.Customer}" : null,
        rows.Count > 0 && rows[0].Invoices.Count > 0 ? rows[0].Invoices[0] : null,
        "broken promises",
        "payments that are not applied yet",
    ];

    private sealed record StoppedSum(string Reason, long Count, Measure Amount);
}
