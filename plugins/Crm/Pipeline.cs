using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Crm.Parts;
using Copilot.Plugins.Crm.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Crm;

/// <summary>
/// Opportunities with their value: the open ones unless a stage is named. A period means the expected close day of open deals and the closing day
/// of won and lost ones. Days in stage are counted from the last change of stage.
/// </summary>
[Description("Lists and adds up opportunities: by owner, stage, period of closing or account, broken down by owner, stage, product line, region, account, month, quarter or age in stage. Not for one deal (opportunity), not for data faults (hygiene) and not for what will be sold (forecast summary).")]
internal sealed class Pipeline(FunctionContext context)
{
    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(
        Id<Person>? owner, Stage? stage, Period? period,
        [Takes(Breakdown.Owner, Breakdown.Stage, Breakdown.ProductLine, Breakdown.Region, Breakdown.Customer, Breakdown.Month, Breakdown.Quarter, Breakdown.Age)] Breakdown? by,
        Id<Account>? account, int? limit, CancellationToken cancellationToken)
    {
        var scoped = await DealScope.ReadAsync(context, owner, stage, period, account, cancellationToken);
        if (!scoped.Ok)
        {
            return scoped.Fault;
        }

        var (scope, today) = (scoped.Value, context.Turn.Today);
        var deals = scope.Of(await context.DealsAsync(scope.Query, today, cancellationToken));
        var figures = new DealFigures(await DealScope.RatesAsync(context, deals, cancellationToken), scope.Words);
        deals = [.. deals.OrderByDescending(deal => figures.InBase(deal)?.Minor ?? -1).ThenBy(deal => deal.CloseDay ?? DateOnly.MaxValue).ThenBy(deal => deal.Row.Number, StringComparer.Ordinal)];
        var facts = Facts(deals, figures, scope);
        var answer = new AnswerBuilder(context, Area.Crm, $"{scope.Title}: {scope.Words}");
        Say(answer, deals, facts, scope);
        if (deals.Count > 0)
        {
            answer.Facts(facts);
        }

        var shown = FunctionLimits.Rows(limit);
        if (by is { } breakdown && deals.Count > 0)
        {
            var groups = DealGroups.Of(deals, breakdown, figures, context.Turn);
            answer.Table(DealGroups.Grid(breakdown).Top(groups, shown, "No groups."));
            answer.Chart(new ChartBlock(ChartKind.HorizontalBar, $"Value by {Wording.Plain(Words.Of(breakdown))}, {context.Turn.BaseCurrency}", Unit.Money, context.Turn.BaseCurrency, [.. groups.Take(shown).Select(group => new ChartPoint(group.Name, group.Value.Major))]));
        }

        answer.Table(Table(scope.ClosedOnly).Top(deals, shown, $"No opportunities match: {scope.Words}."));
        var asOf = await context.AsOfAsync("crm", cancellationToken);
        return answer.Evidence(Sources.Of("crm", scope.Words, deals.Count, asOf, [.. deals.Take(shown).Select(deal => deal.Row.Number)])).Next(Next(scope, deals, by)).Build();
    }

    private static List<Fact> Facts(List<Deal> deals, DealFigures figures, DealScope scope)
    {
        var open = deals.FindAll(deal => deal.Open);
        List<Fact> facts = [.. figures.Value("value", scope.ValueLabel, deals), new Fact(figures.Count("opportunities", "Opportunities", deals))];
        void Counted(string key, string label, string definition, Func<Deal, bool> wanted)
        {
            if (deals.FindAll(deal => wanted(deal)) is { Count: > 0 } some)
            {
                facts.Add(new Fact(figures.Count(key, label, some, definition)));
            }
        }

        if (open.Count > 0)
        {
            facts.Add(new Fact(figures.Count("no_next_step", "Without a next step", open.FindAll(deal => deal.NextStep == NextStepState.Missing), "one for each open opportunity whose next step lacks words or a day")));
        }

        Counted("next_step_past", "Next step overdue", "one for each open opportunity whose next step's day has passed", deal => deal is { Open: true, NextStep: NextStepState.Past });
        Counted("close_past", "Close date passed", "one for each open opportunity whose expected close day has passed", deal => deal.Open && deal.Row.CloseOn < deal.Day);
        Counted("no_amount", "Without an amount", "one for each opportunity whose value is not known; it is in no sum", deal => deal.Amount is null);
        if (figures.AverageDaysInStage(deals) is { } days)
        {
            facts.Add(new Fact(days));
        }

        return facts;
    }

    private static void Say(AnswerBuilder answer, List<Deal> deals, List<Fact> facts, DealScope scope)
    {
        if (deals.Count == 0)
        {
            answer.Say($"No opportunities match: {scope.Words}.");
            return;
        }

        answer.Say($"{Wording.Count(deals.Count, "opportunity", "opportunities")} ({scope.Words}), worth {facts[0].Figure!.Value}.");
        var missing = deals.Count(deal => deal is { Open: true, NextStep: NextStepState.Missing });
        if (missing > 0)
        {
            answer.Say($"{Wording.Count(missing, "of them has", "of them have")} no next step with a day.", Tone.Warning);
        }

        if (DealFigures.WithoutAmount(deals) is [var without])
        {
            answer.Say($"{Wording.Count(without.Count, "opportunity is", "opportunities are")} not in the sum: {without.Reason}.", Tone.Note);
        }
    }

    private static Grid<Deal> Table(bool closed)
    {
        var grid = new Grid<Deal>("opportunities", "Opportunities, the largest first")
            .Document("opportunity", "Opportunity", deal => deal.Row.Number)
            .Text("title", "Title", deal => deal.Row.Title)
            .Text("account", "Account", deal => deal.Account)
            .Text("owner", "Owner", deal => deal.Owner)
            .Text("stage", "Stage", deal => Words.Of(deal.Stage))
            .Amount("amount", "Amount", deal => deal.Amount)
            .Day("close_on", closed ? "Closed" : "Closes", deal => deal.CloseDay);
        grid = closed ? grid : grid
            .Number("days_in_stage", "Days in stage", deal => deal.DaysInStage is { } days ? Measure.Count(days) : null)
            .Text("next_step", "Next step", deal => deal.Open ? NextSteps.Words(deal.Row) : null);
        return grid.Toned(deal => deal.Open && (deal.NextStep != NextStepState.Planned || deal.Row.CloseOn < deal.Day) ? Tone.Warning : Tone.Plain);
    }

    private static IEnumerable<string?> Next(DealScope scope, List<Deal> deals, Breakdown? by) => deals.Count == 0
        ? ["show the pipeline", "pipeline by stage"]
        :
        [
            deals[0].Row.Number,
            deals[0].Account is { } account && scope.AccountName is null ? $"CRM account {account}" : null,
            by == Breakdown.Stage ? "pipeline by owner" : "pipeline by stage",
            scope.ClosedOnly ? "show the pipeline" : "won deals last quarter",
            "which deals close this month",
        ];
}
