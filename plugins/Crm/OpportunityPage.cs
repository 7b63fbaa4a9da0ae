using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Crm.Parts;
using Copilot.Plugins.Crm.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Crm;

/// <summary>One deal's page: where it stands, how it came there, what is next, and what its account orders and owes.</summary>
[Description("One opportunity by its number: stage with its history, amount, close date and how often it was pushed, next step, contact, activities, and the account's orders and invoices. Not for lists of deals (pipeline) and not for the account itself (account).")]
internal sealed class OpportunityPage(FunctionContext context)
{
    private const int ActivityRows = 10;
    private const int QuietDays = 30;
    private const int ManyPushes = 3;

    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Opportunity> opportunity, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        if (await context.DealsAsync(read.Opportunities.Where(row => row.Id == opportunity), today, cancellationToken) is not [var deal])
        {
            return Faults.OpportunityNotSeen;
        }

        var row = deal.Row;
        var changes = await read.ListAsync(read.StageChanges.Where(change => change.OpportunityId == opportunity), cancellationToken);
        var history = StageHistory.Of(row, changes, today);
        var activities = await read.ListAsync(read.Activities.Where(activity => activity.OpportunityId == opportunity).OrderByDescending(activity => activity.At).ThenByDescending(activity => activity.Id), cancellationToken);
        var contact = row.ContactId is { } contactId ? await read.FirstOrDefaultAsync(read.AccountContacts.Where(person => person.Id == contactId), cancellationToken) : null;
        var account = row.AccountId is { } accountId ? await read.FirstOrDefaultAsync(read.Accounts.Where(candidate => candidate.Id == accountId), cancellationToken) : null;
        var people = await context.PeopleAsync([.. history.Select(stretch => stretch.ById), .. activities.Select(activity => activity.ById)], cancellationToken);
        var figures = new DealFigures(await DealScope.RatesAsync(context, [deal], cancellationToken), row.Number);

        var answer = new AnswerBuilder(context, Area.Crm, $"{row.Number}: {row.Title}");
        Say(answer, deal, activities.Count > 0 ? activities[0] : null);
        answer.Facts([.. Money(deal, figures), .. Age(deal, history), .. Plain(deal, contact)]);
        answer.Table(History(people).Show(history, history.Count, "No day of its history is known."));
        answer.TableIfAny(Activities(people).Top(activities, ActivityRows, "No activities."));
        await CustomerSide.AddAsync(answer, context, account?.CustomerId, cancellationToken);
        var asOf = await context.AsOfAsync("crm", cancellationToken);
        return answer.Evidence(Sources.Of("crm", $"opportunity {row.Number}", 1, asOf, [row.Number])).Next(Next(deal)).Build();
    }

    private static void Say(AnswerBuilder answer, Deal deal, Activity? last)
    {
        var (row, today) = (deal.Row, deal.Day);
        FormattableString worth = deal.Amount is { } amount ? $"{amount}" : (FormattableString)$"no amount";
        answer.Say($"{deal.Account ?? "No account"}: {Words.Of(deal.Stage)}, {worth}, {(deal.Open ? "closes" : "closed")} {(deal.CloseDay is { } day ? $"{day:yyyy-MM-dd}" : "on no known day")}, owner {deal.Owner ?? "nobody"}.");
        if (!deal.Open)
        {
            return;
        }

        var faults = new List<string>();
        void Note(bool wrong, string text)
        {
            if (wrong)
            {
                faults.Add(text);
            }
        }

        Note(row.CloseOn < today, $"its close date passed {today.DayNumber - row.CloseOn.GetValueOrDefault(today).DayNumber} days ago");
        Note(deal.NextStep == NextStepState.Missing, "it has no next step with a day");
        Note(deal.NextStep == NextStepState.Past, "its next step is overdue");
        Note(row.ClosePushes >= ManyPushes, $"its close date was pushed {row.ClosePushes} times");
        Note(row.ContactId is null, "it has no contact");
        Note(deal.Amount is null, "it has no amount");
        Note(last is null || DateOnly.FromDateTime(last.At.UtcDateTime) < today.AddDays(-QuietDays), last is null ? "nothing was logged on it yet" : $"nothing was logged on it since {DateOnly.FromDateTime(last.At.UtcDateTime):yyyy-MM-dd}");
        if (faults.Count > 0)
        {
            answer.Say($"To see to: {Wording.List(faults)}.", Tone.Warning);
        }
    }

    private IEnumerable<Fact> Money(Deal deal, DealFigures figures)
    {
        if (deal.Amount is not { } amount)
        {
            return [new Fact("Amount", "not known")];
        }

        var facts = figures.Value("amount", "Amount", [deal]);
        return amount.Currency == context.Turn.BaseCurrency ? facts : facts.Reverse();
    }

    private static IEnumerable<Fact> Age(Deal deal, IReadOnlyList<StageStretch> history)
    {
        if (history.Count == 0)
        {
            return [];
        }

        var text = new BridgeText("days in each stage before it was closed, or until the day", "crm", deal.Row.Number);
        var open = history.Where(stretch => StageHistory.IsOpen(stretch.Stage)).Select(stretch => ($"{Words.Of(stretch.Stage)} from {stretch.From:yyyy-MM-dd}", (decimal)stretch.Days)).ToArray();
        return [new Fact(Figures.Sum("age", deal.Open ? "Days in the making" : "Days until closed", value => Measure.Days(value), text, open))];
    }

    private static Fact[] Plain(Deal deal, AccountContact? contact)
    {
        var row = deal.Row;
        return
        [
            .. deal.DaysInStage is { } days ? new[] { new Fact($"In {Words.Of(deal.Stage)}", Wording.Count(days, "day")) } : [],
            new Fact("Next step", NextSteps.Words(row)),
            new Fact("Close date pushed", Wording.Count(row.ClosePushes, "time")),
            new Fact("Contact", contact is null ? "none" : $"{contact.Name}{(contact.Title is { Length: > 0 } title ? $", {title}" : "")}{(contact.OptedOut ? " (opted out: do not write)" : contact.Email is { Length: > 0 } mail ? $", {mail}" : "")}"),
            .. row.ProductLine is { Length: > 0 } line ? new[] { new Fact("Product line", line) } : [],
            .. row.Partner is { Length: > 0 } partner ? new[] { new Fact("Partner", partner) } : [],
            .. row.CreatedOn is { } created ? new[] { new Fact("Begun", $"{created:yyyy-MM-dd}") } : [],
        ];
    }

    private static Grid<StageStretch> History(Dictionary<Id<Person>, string> people) => new Grid<StageStretch>("stages", "Stages")
        .Text("stage", "Stage", row => Words.Of(row.Stage))
        .Day("from", "From", row => row.From)
        .Day("to", "To", row => row.To)
        .Number("days", "Days", row => StageHistory.IsOpen(row.Stage) ? Measure.Count(row.Days) : null)
        .Text("by", "By", row => row.ById is { } id ? people.GetValueOrDefault(id) : null);

    private static Grid<Activity> Activities(Dictionary<Id<Person>, string> people) => ActivityTable.Grid(people);

    private static IEnumerable<string?> Next(Deal deal) =>
    [
        deal.Account is { } account ? $"CRM account {account}" : null,
        deal.Account is { } same ? $"open deals with {same}" : null,
        deal.Owner is { } owner ? $"{owner} pipeline" : null,
        "pipeline by stage",
    ];
}
