using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables;

/// <summary>
/// What falls due from today on within some days, by due day and then by amount, and beside it the early-payment discounts whose last day lies
/// in the same days: those invoices may be paid before they are due (<see cref="EarlyDiscount"/>).
/// </summary>
[Description("Open invoices that fall due within the next days (7 unless said), with early-payment discounts about to run out. Not for invoices already late (overdue).")]
internal sealed class DueSoon(FunctionContext context)
{
    private const int DefaultDays = 7;
    private const int MostDays = 366;

    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(int? days, Id<Customer>? customer, int? limit, CancellationToken cancellationToken)
    {
        if (days is < 0 or > MostDays)
        {
            return new Fault("AR-106", $"I look ahead from 0 to {MostDays} days: {days} is outside that.", ["what falls due in the next 14 days"]);
        }

        var scoped = await CustomerScope.ReadAsync(context, customer, null, null, cancellationToken);
        if (!scoped.Ok)
        {
            return scoped.Fault;
        }

        var (scope, today, until) = (scoped.Value, context.Turn.Today, context.Turn.Today.AddDays(days ?? DefaultDays));
        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        var rates = await context.RatesAsync(today, cancellationToken);
        var open = scope.Of(OpenItems.At(context.Read, OpenDay.Of(today, freshness)), item => item.CustomerId);
        var items = open.Where(item => item.DueOn >= today && item.DueOn <= until);
        var filter = new FilterWords($"open on {today:yyyy-MM-dd}, due from {today:yyyy-MM-dd} to {until:yyyy-MM-dd}").And(scope.Words).ToString();
        var ageing = new Ageing(context.Read, items, OpenItems.Age(await OpenItems.SumAsync(context.Read, items, cancellationToken), today), rates, filter);
        var ordered = items.OrderBy(item => item.DueOn).ThenByDescending(ByCurrency.Weighted<OpenItem>(item => item.BalanceMinor, item => item.Currency, ByCurrency.Weights(rates, ageing.Currencies))).ThenBy(item => item.Id);
        var count = FunctionLimits.Rows(limit);
        var rows = await OpenRows.ReadAsync(context, await context.Read.ListAsync(ordered.Take(count), cancellationToken), today, cancellationToken);
        var discounts = await DiscountsAsync(scope, open, until, cancellationToken);
        var disputed = await OpenDisputes.FiguresAsync(context.Read, items, today, filter, cancellationToken);

        var answer = new AnswerBuilder(context, Area.Receivables, $"Due soon{scope.For}, {today:yyyy-MM-dd} to {until:yyyy-MM-dd}");
        Say(answer, ageing, scope, discounts, until);
        freshness.Warn(answer);
        ageing.WarnOfRates(answer);
        answer.Facts(Facts(ageing, rates, disputed, discounts, filter, freshness));
        answer.Table(Table(rows, ageing.Count, until, token => OpenRows.StreamAsync(context, ordered, today, token))).TableIfAny(DiscountTable(discounts, count));
        return answer.Evidence(Sources.Of("receivables", filter, ageing.Count, freshness.AsOf, [.. rows.Select(row => row.Item.Number)])).Next(Next(scope, rows)).Build();
    }

    /// <summary>Open invoices whose discount may still be taken and runs out within the days; one query for each number of discount days agreed with anyone.</summary>
    private async Task<IReadOnlyList<Discount>> DiscountsAsync(CustomerScope scope, IQueryable<OpenItem> open, DateOnly until, CancellationToken cancellationToken)
    {
        var (read, today) = (context.Read, context.Turn.Today);
        var terms = scope.Customers(read).Where(row => row.DiscountDays > 0 && row.DiscountPercent > 0);
        var found = new List<Discount>();
        foreach (var days in await read.ListAsync(terms.Select(row => row.DiscountDays).Distinct(), cancellationToken))
        {
            var (first, last) = (today.AddDays(-days), until.AddDays(-days));
            var rows = await read.ListAsync(
                from item in open
                join row in terms on item.CustomerId equals row.Id
                where row.DiscountDays == days && item.IssuedOn >= first && item.IssuedOn <= last && item.BalanceMinor > 0
                select new { item.Number, row.Name, item.IssuedOn, item.DueOn, item.Currency, item.AmountMinor, item.BalanceMinor, row.DiscountPercent },
                cancellationToken);
            found.AddRange(rows.Select(row =>
            {
                var (invoice, balance) = (new Money(row.AmountMinor, row.Currency), new Money(row.BalanceMinor, row.Currency));
                return new Discount(row.Number, row.Name, EarlyDiscount.Deadline(row.IssuedOn, days, row.DiscountPercent)!.Value, row.DueOn, row.DiscountPercent, balance, EarlyDiscount.Amount(invoice, balance, row.DiscountPercent));
            }));
        }

        return [.. found.OrderBy(row => row.Until).ThenByDescending(row => row.Balance.Major).ThenBy(row => row.Number, StringComparer.Ordinal)];
    }

    private static void Say(AnswerBuilder answer, Ageing ageing, CustomerScope scope, IReadOnlyList<Discount> discounts, DateOnly until)
    {
        if (ageing.Count == 0)
        {
            answer.Say($"Nothing falls due{scope.For} until {until}.");
        }
        else
        {
            answer.Say($"{ageing.Total("due", "Due", _ => true).Money()} falls due{scope.For} until {until}, in {Wording.Count(ageing.Count, "invoice")}.");
        }

        if (discounts.Count > 0)
        {
            answer.Say($"Early-payment discounts of {Wording.Count(discounts.Count, "open invoice")} run out in the same days.");
        }
    }

    private static List<Fact> Facts(Ageing ageing, RateTable rates, IReadOnlyList<Figure> disputed, IReadOnlyList<Discount> discounts, string filter, Freshness freshness)
    {
        var facts = new List<Fact>(Totals.Facts(rates, "due", "Falls due", ageing.Subtotals("due", "Falls due", _ => true))) { new(ageing.CountFigure("invoices", "Invoices", _ => true)) };
        if (disputed.Count > 0)
        {
            facts.Add(new Fact(rates.Total("disputed", "Disputed (in the total above)", disputed)));
        }

        if (discounts.Count > 0)
        {
            var text = new BridgeText("invoice amount × discount percent, at most what is owed", "receivables", $"discount still open, {filter}");
            var sums = discounts.GroupBy(row => row.Amount.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal).Select(group => Figures.Sum(
                Totals.Key("discount", group.Key), $"Discount that may be taken in {group.Key}", group.Key, text, [.. group.Select(row => (row.Number, row.Amount))])).ToList();
            facts.Add(new Fact(rates.Total("discount", "Discount that may be taken", sums)));
        }

        facts.Add(freshness.Fact);
        return facts;
    }

    private TableBlock Table(IReadOnlyList<OpenRow> rows, long total, DateOnly until, Func<CancellationToken, IAsyncEnumerable<OpenRow>> all)
    {
        var today = context.Turn.Today;
        return new Grid<OpenRow>("due", $"Due until {until:yyyy-MM-dd}, soonest first")
            .Document("invoice", "Invoice", row => row.Item.Number)
            .Text("customer", "Customer", row => row.Customer?.Name)
            .Day("due_on", "Due", row => row.Item.DueOn)
            .Number("days_to_due", "Days left", row => Measure.Count(-row.DaysLate))
            .Amount("open", "Open", row => row.Item.Balance)
            .Amount("disputed", "Disputed", row => row.Disputed)
            .Day("discount_until", "Discount until", row => row.Customer is { } customer && EarlyDiscount.Deadline(row.Item.IssuedOn, customer.DiscountDays, customer.DiscountPercent) is { } day && day >= today ? day : null)
            .Day("promised_for", "Promised for", row => row.PromisedFor)
            .Show(rows, total, "No invoice falls due in these days.", all);
    }

    private static TableBlock DiscountTable(IReadOnlyList<Discount> discounts, int limit) =>
        new Grid<Discount>("discounts", "Early-payment discounts that run out")
            .Document("invoice", "Invoice", row => row.Number)
            .Text("customer", "Customer", row => row.Customer)
            .Day("discount_until", "Discount until", row => row.Until)
            .Day("due_on", "Due", row => row.DueOn)
            .Amount("open", "Open", row => row.Balance)
            .Number("percent", "Discount", row => Measure.Percent(row.Percent))
            .Amount("discount", "Worth", row => row.Amount)
            .Top(discounts, limit, "No discount runs out in these days.");

    private static IEnumerable<string?> Next(CustomerScope scope, IReadOnlyList<OpenRow> rows) =>
    [
        rows.Count > 0 ? rows[0].Item.Number : null,
        scope.CustomerName is { } name ? $"overdue invoices for {name}" : "overdue invoices",
        scope.CustomerName is { } one ? $"account summary for {one}" : "which invoices will be paid late",
        "what falls due in the next 14 days",
    ];

    private sealed record Discount(string Number, string Customer, DateOnly Until, DateOnly DueOn, decimal Percent, Money Balance, Money Amount);
}
