using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables;

/// <summary>
/// The aged trial balance: what is open as of a day, by how late it is (not due, 1–30, 31–60, 61–90, over 90 days past due; the due day itself is
/// not late). Open and balance are defined in <see cref="OpenItems"/>; totals convert each currency's subtotal at the as-of day's rate.
/// </summary>
[Description("How old the open receivables are: totals by ageing bucket, in all or by customer, region, collector, owner or channel, today or as of a day. Not for the single late invoices (overdue), nor for what falls due next (due_soon).")]
internal sealed class Aging(FunctionContext context)
{
    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(
        Id<Customer>? customer,
        Region? region,
        [Takes(Breakdown.Customer, Breakdown.Region, Breakdown.Collector, Breakdown.Owner, Breakdown.Channel, Breakdown.Age)] Breakdown? by,
        DateOnly? asOf,
        int? limit,
        CancellationToken cancellationToken)
    {
        if (OpenDay.Check(asOf) is { } fault)
        {
            return fault;
        }

        var scoped = await CustomerScope.ReadAsync(context, customer, region, null, cancellationToken);
        if (!scoped.Ok)
        {
            return scoped.Fault;
        }

        var scope = scoped.Value;
        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        var on = OpenDay.Of(asOf ?? context.Turn.Today, freshness);
        var rates = await context.RatesAsync(on.Day, cancellationToken);
        var items = scope.Of(OpenItems.At(context.Read, on), item => item.CustomerId);
        var filter = new FilterWords($"open on {on.Day:yyyy-MM-dd}").And(scope.Words).ToString();
        var sums = by is null or Breakdown.Age
            ? OpenItems.Age(await OpenItems.SumAsync(context.Read, items, cancellationToken), on.Day)
            : await OpenItems.SumByCustomerAsync(context.Read, items, on.Day, cancellationToken);
        var ageing = new Ageing(context.Read, items, Ageing.Merge(sums), rates, filter);
        var offsets = await OffsetFigures.ReadAsync(context, scope, on, cancellationToken);
        var disputed = await OpenDisputes.FiguresAsync(context.Read, items, on.Day, filter, cancellationToken);

        var answer = new AnswerBuilder(context, Area.Receivables, $"Ageing of receivables{scope.For} on {on.Day:yyyy-MM-dd}");
        Say(answer, ageing, scope, on, freshness);
        answer.Facts(Facts(ageing, rates, offsets, disputed, freshness));
        var table = by is null or Breakdown.Age
            ? AgeingTable.ByCurrency(ageing, rates)
            : await AgeingTable.ByAsync(context, by.Value, sums, rates, FunctionLimits.Rows(limit), cancellationToken);
        answer.Table(table).Chart(ageing.Chart($"Open by age, {rates.Target}"));
        return answer.Evidence(Sources.Counted("receivables", filter, ageing.Count, freshness.AsOf)).Next(Next(scope, by, asOf)).Build();
    }

    private static void Say(AnswerBuilder answer, Ageing ageing, CustomerScope scope, OpenDay on, Freshness freshness)
    {
        if (ageing.Count == 0)
        {
            answer.Say($"Nothing is open{scope.For} on {on.Day}.", Tone.Good);
            freshness.Warn(answer);
            return;
        }

        var (total, overdue) = (ageing.Amount(_ => true), ageing.Amount(Ageing.Late));
        var old = ageing.Amount(bucket => bucket == AgeBucket.Over90);
        answer.Say($"{total} is open{scope.For} on {on.Day} in {Wording.Count(ageing.Count, "invoice")}; {overdue} of it ({overdue.PercentOf(total)}) is past due, {old} by more than 90 days.");
        freshness.Warn(answer);
        ageing.WarnOfRates(answer);
        if (on.Day > DateOnly.FromDateTime(freshness.AsOf.UtcDateTime) && on.Day > freshness.Day.AddDays(7))
        {
            answer.Say($"{on.Day} is later than the records: this is what is open now, aged to that day; payments and invoices until then are not known.", Tone.Note);
        }
    }

    private static List<Fact> Facts(Ageing ageing, RateTable rates, OffsetFigures offsets, IReadOnlyList<Figure> disputed, Freshness freshness)
    {
        var facts = new List<Fact> { new(ageing.Total("total", "Open", _ => true).LeavingOut(offsets.LeftOut)) };
        if (!ageing.InBaseOnly)
        {
            facts.AddRange(ageing.Subtotals("total", "Open", _ => true).Select(figure => new Fact(figure)));
        }

        facts.Add(new Fact(ageing.Total("overdue", "Overdue", Ageing.Late).LeavingOut(offsets.LeftOut)));
        facts.AddRange(AgeBuckets.All.Select(bucket => new Fact(ageing.Total(AgeBuckets.Key(bucket), AgeBuckets.Label(bucket), candidate => candidate == bucket))));
        if (disputed.Count > 0)
        {
            facts.Add(new Fact(rates.Total("disputed", "Disputed (in the totals above)", disputed)));
        }

        facts.AddRange(offsets.Facts(rates));
        facts.Add(freshness.Fact);
        return facts;
    }

    private static IEnumerable<string?> Next(CustomerScope scope, Breakdown? by, DateOnly? asOf) =>
    [
        scope.CustomerName is { } name ? $"overdue invoices for {name}" : "overdue invoices",
        scope.CustomerName is { } one ? $"account summary for {one}" : by == Breakdown.Customer ? "aging by region" : "aging by customer",
        asOf is null ? "what falls due in the next 7 days" : "aging",
        "days sales outstanding this quarter",
    ];
}
