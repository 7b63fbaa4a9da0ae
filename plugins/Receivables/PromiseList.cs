using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables;

/// <summary>
/// Promises to pay: broken, open, kept late, kept. A promise is broken when its day has passed and less than promised has been paid since it was made
/// (<see cref="PromiseRules"/>). Kept promises are looked back on for <see cref="LookBackDays"/> days.
/// </summary>
[Description("Customers' promises to pay: open, kept or broken, what was promised for when and what has come in since. Not for invoices' due days (due_soon).")]
internal sealed class PromiseList(FunctionContext context)
{
    private const int LookBackDays = 365;

    /// <summary>Answers; <paramref name="broken"/> true shows the broken ones alone, false all but those.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Customer>? customer, bool? broken, int? limit, CancellationToken cancellationToken)
    {
        var scoped = await CustomerScope.ReadAsync(context, customer, null, null, cancellationToken);
        if (!scoped.Ok)
        {
            return scoped.Fault;
        }

        var (scope, today) = (scoped.Value, context.Turn.Today);
        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        var rates = await context.RatesAsync(today, cancellationToken);
        var all = await Promised.ReadAsync(context, scope, today.AddDays(-LookBackDays), cancellationToken);
        var shown = all.Where(row => broken is null || (row.State == PromiseState.Broken) == broken).ToList();
        var names = await context.CustomersAsync(shown.Select(row => row.Promise.CustomerId), cancellationToken);
        var people = await context.PeopleAsync(shown.Select(row => row.Promise.TakenById), cancellationToken);
        var rows = shown.Select(row => Line(row, names, people, rates)).OrderBy(row => row.Promise.State).ThenByDescending(row => row.Weight).ThenByDescending(row => row.Promise.Promise.PromisedFor).ToList();
        var filter = new FilterWords($"promises made since {today.AddDays(-LookBackDays):yyyy-MM-dd}").And(scope.Words).And(broken switch { true => "broken", false => "not broken", null => null }).ToString();

        var answer = new AnswerBuilder(context, Area.Receivables, $"Promises to pay{scope.For} on {today:yyyy-MM-dd}");
        Say(answer, all, rows, broken, scope);
        freshness.Warn(answer);
        answer.Facts(Facts(all, broken, rates, filter, freshness)).Table(Table(rows, FunctionLimits.Rows(limit)));
        var records = rows.Take(FunctionLimits.Rows(limit)).Select(row => row.Promise.InvoiceNumber ?? row.Customer).ToList();
        return answer.Evidence(Sources.Of("receivables", filter, rows.Count, freshness.AsOf, records) with { Truncated = rows.Count > FunctionLimits.Rows(limit) }).Next(Next(scope, rows, broken)).Build();
    }

    private PromiseLine Line(JudgedPromise row, Dictionary<Id<Customer>, string> names, Dictionary<Id<Person>, string> people, RateTable rates)
    {
        var days = Math.Abs(context.Turn.Today.DayNumber - row.Promise.PromisedFor.DayNumber);
        return new PromiseLine(
            row, names.GetValueOrDefault(row.Promise.CustomerId, "unknown customer"), row.Promise.TakenById is { } person ? people.GetValueOrDefault(person) : null,
            (days + 1) * (rates.Convert(row.Missing)?.Major ?? 0));
    }

    private static void Say(AnswerBuilder answer, IReadOnlyList<JudgedPromise> all, IReadOnlyList<PromiseLine> rows, bool? broken, CustomerScope scope)
    {
        if (rows.Count == 0)
        {
            answer.Say($"There is no {(broken == true ? "broken " : "")}promise to pay{scope.For}.", broken == true ? Tone.Good : Tone.Plain);
            return;
        }

        var brokenOnes = all.Count(row => row.State == PromiseState.Broken);
        answer.Say($"{Wording.Count(brokenOnes, "promise is", "promises are")} broken{scope.For}, {all.Count(row => row.State == PromiseState.Open)} open, {all.Count(row => row.State == PromiseState.Kept)} kept, {all.Count(row => row.State == PromiseState.KeptLate)} kept late.");
        if (all.Any(row => row.State == PromiseState.Broken && row.MayBePaid))
        {
            answer.Say($"Unapplied cash may already hold the promised money of some broken ones: apply it before calling.", Tone.Warning);
        }
    }

    private static List<Fact> Facts(IReadOnlyList<JudgedPromise> all, bool? broken, RateTable rates, string filter, Freshness freshness)
    {
        var facts = new List<Fact>();
        foreach (var (state, key, label) in new[] { (PromiseState.Broken, "broken", "Missing of broken promises"), (PromiseState.Open, "open", "Still to come of open promises") })
        {
            if (broken is { } wanted && wanted != (state == PromiseState.Broken))
            {
                continue;
            }

            var text = new BridgeText("promised − paid since the promise was made", "receivables", $"{filter}, {PromiseRules.Label(state)}");
            var subtotals = all.Where(row => row.State == state).GroupBy(row => row.Promise.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal)
                .Select(group => Figures.Sum(Totals.Key(key, group.Key), $"{label} in {group.Key}", group.Key, text, [.. group.Select(row => (Document(row), row.Missing))])).ToList();
            facts.AddRange(Totals.Facts(rates, key, label, subtotals));
        }

        var judged = all.Where(row => row.State != PromiseState.Open).ToList();
        var counted = new BridgeText("promises whose outcome is known", "receivables", filter);
        var kept = Figures.Count("kept", "Promises kept in time", counted, [.. judged.Where(row => row.State == PromiseState.Kept).Select(Document)]);
        var known = Figures.Count("judged", "Promises whose outcome is known", counted, [.. judged.Select(Document)]);
        if (broken is null && Figures.Ratio("kept_rate", "Kept in time", "promises kept in time ÷ promises whose outcome is known", kept, known, 100, number => Measure.Percent(number)) is { } rate)
        {
            facts.Add(new Fact(rate));
        }

        facts.Add(freshness.Fact);
        return facts;
    }

    private static string Document(JudgedPromise row) => row.InvoiceNumber ?? $"promise of {row.Promise.MadeOn:yyyy-MM-dd} on the account";

    private static TableBlock Table(IReadOnlyList<PromiseLine> rows, int limit) => new Grid<PromiseLine>("promises", "Promises, broken first")
        .Text("customer", "Customer", row => row.Customer)
        .Text("state", "State", row => PromiseRules.Label(row.Promise.State))
        .Document("invoice", "Invoice", row => row.Promise.InvoiceNumber)
        .Day("made_on", "Made on", row => row.Promise.Promise.MadeOn)
        .Day("promised_for", "Promised for", row => row.Promise.Promise.PromisedFor)
        .Amount("promised", "Promised", row => row.Promise.Promised)
        .Amount("paid", "Paid since", row => row.Promise.Paid)
        .Amount("missing", "Missing", row => row.Promise.Missing)
        .Text("hint", "Hint", row => row.Promise.MayBePaid ? "unapplied cash may be it" : "")
        .Text("taken_by", "Taken by", row => row.TakenBy)
        .Toned(row => row.Promise.State == PromiseState.Broken ? Tone.Warning : row.Promise.State == PromiseState.Kept ? Tone.Good : Tone.Plain)
        .Top(rows, limit, "No promises to pay.");

    private static IEnumerable<string?> Next(CustomerScope scope, IReadOnlyList<PromiseLine> rows, bool? broken) =>
    [
        rows.Count > 0 ? $"account summary for {rows[0].Customer}" : scope.CustomerName is { } name ? $"account summary for {name}" : null,
        broken is null ? "broken promises" : "promises to pay",
        "who should I call first today",
        "overdue invoices",
    ];

    private sealed record PromiseLine(JudgedPromise Promise, string Customer, string? TakenBy, decimal Weight);
}
