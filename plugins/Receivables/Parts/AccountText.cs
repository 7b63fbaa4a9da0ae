using Copilot.Core;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Parts;

/// <summary>Everything that the page of an account shows.</summary>
internal sealed record AccountParts(
    Customer Customer,
    Ageing Ageing,
    RateTable Rates,
    IReadOnlyList<OpenRow> Rows,
    Exposure? Exposure,
    IReadOnlyList<PaidQuarter> Paid,
    IReadOnlyList<DisputeRow> Disputes,
    IReadOnlyList<JudgedPromise> Promises,
    IReadOnlyList<ContactRow> Contacts,
    IReadOnlyList<HeldOrder> Held,
    IReadOnlyList<OffsetRow> Offsets,
    IReadOnlyDictionary<Id<Person>, string> People)
{
    /// <summary>The currency of the account's totals: its only one, or the base currency.</summary>
    public CurrencyCode Currency => Ageing.Currencies.Count == 1 ? Ageing.Currencies[0] : Ageing.Currencies.Count == 0 ? Customer.Currency : Rates.Target;

    /// <summary>A total of open items in that currency.</summary>
    public Figure? Total(string key, string label, Func<AgeBucket, bool> buckets) => Ageing.Currencies.Count == 1
        ? Ageing.Subtotal(key, label, Currency, buckets) is { } figure ? figure with { Key = key, Label = label } : null
        : Ageing.Currencies.Count == 0 ? null : Ageing.Total(key, label, buckets);
}

/// <summary>Words, figures and tables of the page of an account.</summary>
internal static class AccountText
{
    /// <summary>The short answer and what to bring up in a meeting.</summary>
    public static void Say(AnswerBuilder answer, AccountParts page, TurnContext turn)
    {
        var name = page.Customer.Name;
        if (page.Total("open", "Open", _ => true) is { } open)
        {
            var overdue = page.Total("overdue", "Overdue", Ageing.Late)?.Money() ?? Money.Zero(page.Currency);
            answer.Say($"{name} owes {open.Value} in {Wording.Count(page.Ageing.Count, "invoice")}; {overdue} of it is overdue{(page.Ageing.OverdueCount > 0 ? $" ({Wording.Count(page.Ageing.OverdueCount, "invoice")})" : "")}.");
        }
        else
        {
            answer.Say($"{name} owes nothing.", Tone.Good);
        }

        if (page.Exposure is { Limit: not null } exposure)
        {
            ExposureWords.Say(answer, exposure);
        }

        ExposureWords.SayHeld(answer, page.Exposure);
        var points = Points(page, turn);
        if (points.Count > 0)
        {
            answer.Say($"To bring up: {string.Join("; ", points)}.", Tone.Warning);
        }
    }

    /// <summary>The figures, most important first.</summary>
    public static IReadOnlyList<Fact> Figures(AccountParts page)
    {
        var facts = new List<Figure?> { page.Total("open", "Open", _ => true), page.Total("overdue", "Overdue", Ageing.Late) };
        if (page.Exposure is { } exposure)
        {
            facts.AddRange([exposure.Figure, exposure.LimitFigure("limit"), exposure.HeadroomFigure("headroom")]);
        }

        facts.AddRange(AgeBuckets.All.Select(bucket => page.Total(AgeBuckets.Key(bucket), AgeBuckets.Label(bucket), candidate => candidate == bucket)));
        facts.Add(Offset(page, "credit note", "credits", page.Exposure is null ? "Open credit notes (not taken off)" : "Open credit notes (taken off the exposure, not off what is open)"));
        facts.Add(Offset(page, "payment", "cash", page.Exposure is null ? "Unapplied cash (not taken off)" : "Unapplied cash (taken off the exposure, not off what is open)"));
        facts.Add(DaysToPay(page));
        return [.. facts.OfType<Figure>().Select(figure => new Fact(figure))];
    }

    /// <summary>Terms and people.</summary>
    public static IReadOnlyList<Fact> Texts(AccountParts page)
    {
        var customer = page.Customer;
        var facts = new List<Fact>
        {
            new("Payment terms", $"{customer.PaymentTermsDays} days" + (customer.DiscountDays > 0 ? $", {customer.DiscountPercent:0.##} % within {customer.DiscountDays} days" : "")),
            new("Collector", Name(page, customer.CollectorId)),
            new("Sales", Name(page, customer.OwnerId)),
        };
        if (customer.RemindersOff)
        {
            facts.Add(new Fact("Reminders", "off for this customer"));
        }

        if (customer.CollectionFlag != CollectionFlag.None)
        {
            facts.Add(new Fact("Case", Wording.Plain(Words.Of(customer.CollectionFlag)) + ": no letters from here"));
        }

        return facts;
    }

    /// <summary>The tables: open items first.</summary>
    public static void Tables(AnswerBuilder answer, AccountParts page, int limit, Func<CancellationToken, IAsyncEnumerable<OpenRow>> all) => answer
        .Table(new Grid<OpenRow>("open_items", "Open items, oldest first")
            .Document("invoice", "Invoice", row => row.Item.Number)
            .Day("due_on", "Due", row => row.Item.DueOn)
            .Number("days_late", "Days late", row => row.DaysLate > 0 ? Measure.Count(row.DaysLate) : null)
            .Amount("open", "Open", row => row.Item.Balance)
            .Amount("disputed", "Disputed", row => row.Disputed)
            .Day("promised_for", "Promised for", row => row.PromisedFor)
            .Text("next_reminder", "Next reminder", row => row.DaysLate > 0 ? row.Reminder.Words : "")
            .Toned(row => row.DaysLate > 60 ? Tone.Warning : Tone.Plain)
            .Show(page.Rows, page.Ageing.Count, "Nothing is open.", all))
        .TableIfAny(DisputeRows.Table(page.Disputes, limit))
        .TableIfAny(new Grid<JudgedPromise>("promises", "Promises of the last year")
            .Text("state", "State", row => PromiseRules.Label(row.State))
            .Day("promised_for", "Promised for", row => row.Promise.PromisedFor)
            .Amount("promised", "Promised", row => row.Promised)
            .Amount("paid", "Paid since", row => row.Paid)
            .Document("invoice", "Invoice", row => row.InvoiceNumber)
            .Toned(row => row.State == PromiseState.Broken ? Tone.Warning : Tone.Plain)
            .Top([.. page.Promises.OrderBy(row => row.State).ThenByDescending(row => row.Promise.PromisedFor)], limit, "No promises."))
        .TableIfAny(HeldOrders.Table(page.Held, limit))
        .TableIfAny(new Grid<OffsetRow>("offsets", "Credit notes and payments not yet used")
            .Document("document", "Document", row => row.Document)
            .Text("kind", "What", row => row.Kind)
            .Day("on", "Day", row => row.On)
            .Amount("open", "Not used", row => row.Open)
            .Text("text", "Text", row => row.Text)
            .Top(page.Offsets, limit, "Nothing to use."))
        .TableIfAny(new Grid<ContactRow>("contacts", "Last contacts")
            .Day("on", "Day", row => row.On)
            .Text("kind", "How", row => row.Kind)
            .Text("outcome", "Outcome", row => row.Outcome)
            .Text("text", "What was said", row => row.Text)
            .Text("by", "By", row => row.By)
            .Top(page.Contacts, limit, "No contact is on record."))
        .Chart(new ChartBlock(ChartKind.Line, "Days from invoice to payment, by quarter of payment", Unit.Days, null, [.. page.Paid.Select(row => new ChartPoint(row.Name, decimal.Round(row.DaysToPay, 1)))]));

    /// <summary>Questions that lead on.</summary>
    public static IEnumerable<string?> Next(AccountParts page) =>
    [
        page.Held.Count > 0 ? $"what would release {page.Held[0].Number}" : null,
        page.Rows.Count > 0 ? page.Rows[0].Item.Number : null,
        page.Offsets.Any(row => row.Kind == "payment") ? $"unapplied cash of {page.Customer.Name}" : $"days sales outstanding for {page.Customer.Name}",
        $"open orders for {page.Customer.Name}",
    ];

    private static List<string> Points(AccountParts page, TurnContext turn)
    {
        var points = new List<string>();
        if (page.Exposure is { Over: true } over)
        {
            points.Add(turn.Access.HidesAmounts(Area.Receivables) ? "over the credit limit" : $"over the credit limit by {-over.Headroom!.Value}");
        }

        var broken = page.Promises.Count(row => row.State == PromiseState.Broken && !row.MayBePaid);
        var maybe = page.Promises.Count(row => row.State == PromiseState.Broken && row.MayBePaid);
        AddCount(points, broken, "broken promise");
        AddCount(points, maybe, "promise that unapplied cash may already keep", "promises that unapplied cash may already keep");
        AddCount(points, page.Disputes.Count, "open dispute");
        AddCount(points, page.Held.Count, "order held", "orders held");
        if (page.Paid.Count > 1 && page.Paid[^1].DaysToPay - page.Paid[0].DaysToPay is var change && Math.Abs(change) >= 5)
        {
            points.Add($"pays {Math.Abs(change):0} days {(change > 0 ? "later" : "sooner")} than in {page.Paid[0].Name}");
        }

        return points;
    }

    private static void AddCount(List<string> points, int count, string one, string? many = null)
    {
        if (count > 0)
        {
            points.Add(Wording.Count(count, one, many));
        }
    }

    private static string Name(AccountParts page, Id<Person>? person) => person is { } id ? page.People.GetValueOrDefault(id, "unknown") : "nobody";

    private static Figure? Offset(AccountParts page, string kind, string key, string label)
    {
        var rows = page.Offsets.Where(row => row.Kind == kind).ToList();
        var text = new BridgeText("what is not yet applied of each", "receivables", $"customer {page.Customer.Name}");
        var subtotals = rows.GroupBy(row => row.Open.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal)
            .Select(group => Core.Figures.Sum(Totals.Key(key, group.Key), label, group.Key, text, [.. group.Select(row => (row.Document, row.Open))])).ToList();
        return subtotals.Count switch
        {
            0 => null,
            1 when subtotals[0].Value.Currency == page.Currency => subtotals[0] with { Key = key },
            _ => page.Rates.Total(key, label, subtotals),
        };
    }

    private static Figure? DaysToPay(AccountParts page)
    {
        var rows = page.Paid.SelectMany(quarter => quarter.Invoices).ToList();
        var text = new BridgeText("days from invoice date to settlement of each invoice", "receivables", $"customer {page.Customer.Name}, settled in the last four quarters");
        var days = Core.Figures.Sum("days_to_pay.days", "Days of settled invoices", number => Measure.Days(number), text, [.. rows.Select(row => (row.Number, (decimal)row.DaysToPay))]);
        var count = Core.Figures.Count("days_to_pay.invoices", "Invoices settled", text, [.. rows.Select(row => row.Number)]);
        return Core.Figures.Ratio("days_to_pay", "Average days from invoice to payment", "days from invoice date to settlement ÷ invoices settled", days, count, 1, number => Measure.Days(number, 1));
    }
}
