using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables;

/// <summary>
/// What to set aside for receivables that will not be paid, reckoned twice: with loss rates set by age, and with rates learned from the company's own
/// invoices (<see cref="LossRates"/>). The end of the quarter before stands beside it, with what was known then, and the customers who made the difference.
/// </summary>
[Description("Provision for doubtful receivables: by ageing and by learned loss rates, against the end of the quarter before, with the customers that moved it. Not for which single invoice will be late (risk), nor for totals by age (aging).")]
internal sealed class Provision(FunctionContext context)
{
    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(DateOnly? asOf, CancellationToken cancellationToken)
    {
        if (OpenDay.Check(asOf) is { } fault)
        {
            return fault;
        }

        var (day, fiscal) = (asOf ?? context.Turn.Today, context.Turn.Fiscal);
        var priorDay = fiscal.Quarter(fiscal.Of(day).Year, fiscal.Of(day).Quarter).From.AddDays(-1);
        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        var now = await ProvisionDay.ReadAsync(context, OpenDay.Of(day, freshness), cancellationToken);
        var before = await ProvisionDay.ReadAsync(context, OpenDay.Of(priorDay, freshness), cancellationToken);
        var movers = await ProvisionMovers.ReadAsync(context, now, before, FunctionLimits.DefaultRows, cancellationToken);
        var (byAge, learned, prior) = (ByAge("by_age", now), Learned("learned", now), Learned("learned_before", before) with { Label = $"Learned, on {priorDay:yyyy-MM-dd}" });

        var answer = new AnswerBuilder(context, Area.Receivables, $"Provision for receivables on {day:yyyy-MM-dd}");
        Say(answer, now, byAge, learned, prior, priorDay, movers);
        freshness.Warn(answer);
        now.Ageing.WarnOfRates(answer);
        answer.Facts(new Fact(learned), new Fact(byAge), new Fact(prior), new Fact(ByAge("by_age_before", before) with { Label = $"By age, on {priorDay:yyyy-MM-dd}" }), new Fact(now.Ageing.Total("open", "Open receivables", _ => true)), freshness.Fact);
        answer.Table(Buckets(now)).Table(Movers(movers, priorDay));
        return answer.Evidence(Sources.Counted("receivables", $"open on {day:yyyy-MM-dd}", now.Ageing.Count, freshness.AsOf))
            .Evidence(Sources.Counted("receivables", $"invoices due in the {LossReader.HistoryDays} days before {day:yyyy-MM-dd}, for the learned rates", now.HistoryInvoices, freshness.AsOf))
            .Next(Next(movers)).Build();
    }

    private static Figure ByAge(string key, ProvisionDay day) => day.Figure(key, "By age", LossRates.ByAge, "each bucket's open items × the loss rate set for its age");

    private static Figure Learned(string key, ProvisionDay day) => day.Figure(key, "By learned loss", day.Learned, "each bucket's open items × the loss rate learned from the company's own invoices (roll rates, IFRS 9 B5.5.35)");

    private static void Say(AnswerBuilder answer, ProvisionDay now, Figure byAge, Figure learned, Figure prior, DateOnly priorDay, IReadOnlyList<ProvisionMover> movers)
    {
        var (high, change) = (byAge.Money() > learned.Money() ? byAge : learned, learned.Money() - prior.Money());
        if (now.Ageing.Count == 0)
        {
            answer.Say($"Nothing is open on {now.On.Day}: there is nothing to provide for.", Tone.Good);
            return;
        }

        answer.Say($"Provision on {now.On.Day}: {learned.Value} by learned loss, {byAge.Value} by age alone; the prudent one is {high.Value}.");
        answer.Say(change.Minor == 0
            ? (FormattableString)$"By learned loss it is the same as on {priorDay}."
            : $"By learned loss it is {(change.Minor > 0 ? change : -change)} {(change.Minor > 0 ? "more" : "less")} than on {priorDay}{(movers.Count > 0 ? $"; most of the change is {movers[0].Customer}" : "")}.", change.Minor > 0 ? Tone.Warning : Tone.Good);
        answer.Say($"The learned rates rest on {Wording.Count(now.HistoryInvoices, "invoice")} of the company's own, {Wording.Count(now.OutcomesKnown, "invoice")} of them more than 90 days late with a known outcome; little history makes a rate high.{(now.OutcomesKnown == 0 ? $" Without any, {LossRates.ByAge[^1] * 100:0} % is set for what is over 90 days late." : "")}", Tone.Note);
    }

    private static TableBlock Buckets(ProvisionDay day)
    {
        var target = day.Rates.Target;
        return new Grid<AgeBucket>("buckets", "By age")
            .Text("age", "Age", AgeBuckets.Label)
            .Amount("open", "Open", bucket => day.Ageing.Amount(candidate => candidate == bucket))
            .Number("rate_by_age", "Rate set", bucket => Measure.Percent(LossRates.ByAge[(int)bucket] * 100, 2))
            .Amount("by_age", "By age", bucket => Money.FromMajor(day.Open(bucket) * LossRates.ByAge[(int)bucket], target))
            .Number("rate_learned", "Rate learned", bucket => Measure.Percent(day.Learned[(int)bucket] * 100, 2))
            .Amount("learned", "By learned loss", bucket => Money.FromMajor(day.Open(bucket) * day.Learned[(int)bucket], target))
            .Show(AgeBuckets.All, AgeBuckets.All.Count, "Nothing is open.");
    }

    private static TableBlock Movers(IReadOnlyList<ProvisionMover> movers, DateOnly priorDay) => new Grid<ProvisionMover>("movers", $"Who moved the learned provision since {priorDay:yyyy-MM-dd}")
        .Text("customer", "Customer", row => row.Customer)
        .Amount("now", "Now", row => row.Now)
        .Amount("before", "Then", row => row.Before)
        .Amount("change", "Change", row => row.Change)
        .Text("why", "Why", row => row.Why)
        .Toned(row => row.Change.Minor > 0 ? Tone.Warning : Tone.Good)
        .Top(movers, FunctionLimits.DefaultRows, "Nobody's provision changed.");

    private static IEnumerable<string?> Next(IReadOnlyList<ProvisionMover> movers) =>
    [
        movers.Count > 0 ? $"account summary for {movers[0].Customer}" : null,
        "aging by customer",
        "which invoices will be paid late",
        "overdue invoices more than 90 days late",
    ];
}
