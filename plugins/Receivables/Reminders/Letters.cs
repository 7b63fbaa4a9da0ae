using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Reminders;

/// <summary>Writes the letters: text from the templates, the open items as a workbook beside it, and the originals of invoices where they are at hand.</summary>
internal static class Letters
{
    /// <summary>A reminder, and what was found of the originals of its invoices.</summary>
    public static async Task<(SendMail Mail, IReadOnlyList<Original> Originals)> ReminderAsync(
        FunctionContext context, DebtorFile file, ReminderPlan plan, Language? language, Freshness freshness, PayTo payTo, CancellationToken cancellationToken)
    {
        var (turn, reader) = (context.Turn, new DraftReader(language ?? file.Customer.Language, file.Customer.Country));
        var (interest, enclosures) = (LetterInterest.Of(file, plan.Level), await Enclosures.FindAsync(context, plan.Items, cancellationToken));
        var last = plan.Items.Max(item => item.Invoice.LastRemindedOn);
        var disputed = file.Items.Where(item => item.Overdue && item.Row.Disputed is not null).Select(item => Letter.Row(("number", item.Invoice.Number), ("open", item.Open))).ToList();
        var values = Letter.Of(turn, file.Recipients).With(freshness).With(
            ("several", plan.Items.Count > 1), ("count", plan.Items.Count), ("first_number", plan.Items[0].Invoice.Number), ("reminded", last is not null), ("last_reminded", last is { } day ? day : ""),
            ("pay_by", Rules.ReminderRules.PayBy(plan.Level, turn.Today)), ("has_disputed", disputed.Count > 0), ("disputed", disputed),
            ("currencies", LetterValues.Currencies(file, plan.Items, offsetsAlone: false, payTo, interest, turn.Today)),
            ("has_copies", enclosures.Sent.Count > 0), ("several_copies", enclosures.Sent.Count > 1), ("copies", string.Join(", ", enclosures.Sent)), ("has_details", enclosures.Lines.Count > 0));
        var draft = context.Drafts.Render($"reminders/{Words.Of(plan.Level)}", reader, values);
        var book = await WorkbookAsync(context, file, reader, [.. Tables(file, interest, plan.Items.Contains, enclosures.Lines)], cancellationToken);
        var mail = new SendMail(
            Target.Of(file.Customer), file.Recipients, draft.Subject, draft.Body, reader.Language, MailPurpose.Reminder, plan.Level, [.. plan.Items.Select(item => Target.Of(item.Invoice))],
            [.. enclosures.Files, book]);
        return (mail, enclosures.Originals);
    }

    /// <summary>A statement of account.</summary>
    public static async Task<SendMail> StatementAsync(FunctionContext context, DebtorFile file, Freshness freshness, PayTo payTo, CancellationToken cancellationToken)
    {
        var (reader, interest) = (new DraftReader(file.Customer.Language, file.Customer.Country), LetterInterest.Of(file));
        var draft = context.Drafts.Render(
            "reminders/statement", reader,
            Letter.Of(context.Turn, file.Recipients).With(freshness).With(("currencies", LetterValues.Currencies(file, file.Items, offsetsAlone: true, payTo, interest, context.Turn.Today))));
        var book = await WorkbookAsync(context, file, reader, [.. Tables(file, interest, _ => true, [])], cancellationToken);
        return new SendMail(Target.Of(file.Customer), file.Recipients, draft.Subject, draft.Body, reader.Language, MailPurpose.Statement, null, [], [book]);
    }

    private static Task<FrozenAttachment> WorkbookAsync(FunctionContext context, DebtorFile file, DraftReader reader, IReadOnlyList<TableBlock> tables, CancellationToken cancellationToken) =>
        context.Drafts.WorkbookAsync("statement", $"{file.Customer.Name} {context.Turn.Today:yyyy-MM-dd}", reader, tables, cancellationToken);

    // headings are the reader's: the words of the keys; interest stands beside the invoices of the letter, so that its column adds up to what the letter says
    private static IEnumerable<TableBlock> Tables(DebtorFile file, LetterInterest interest, Func<DebtorItem, bool> inLetter, IReadOnlyList<EnclosedLine> lines)
    {
        var items = new Grid<DebtorItem>("open_items", "")
            .Document("invoice", "", item => item.Invoice.Number)
            .Day("issued_on", "", item => item.Invoice.IssuedOn)
            .Day("due_on", "", item => item.Invoice.DueOn)
            .Amount("amount", "", item => new Money(item.Invoice.AmountMinor, item.Invoice.Currency))
            .Amount("open", "", item => item.Open)
            .Number("days_overdue", "", item => item.Overdue ? Measure.Count(item.Row.DaysLate) : null)
            .Amount("disputed", "", item => item.Row.Disputed);
        yield return (interest.Percent is null ? items : items.Amount("late_interest", "", item => inLetter(item) && interest.On(item) is { Minor: > 0 } told ? told : null))
            .Show(file.Items, file.Items.Count, "");
        if (lines.Count > 0)
        {
            yield return new Grid<EnclosedLine>("lines", "")
                .Document("invoice", "", row => row.Invoice).Text("sku", "", row => row.Line.Sku).Text("product", "", row => row.Line.Name)
                .Number("quantity", "", row => Measure.Count(row.Line.Quantity)).Amount("price", "", row => row.Line.Price).Amount("amount", "", row => row.Line.Amount)
                .Show(lines, lines.Count, "");
        }

        if (file.Credits.Count > 0)
        {
            yield return Offsets("credits", "credit_note", "issued_on", "not_used").Show(file.Credits, file.Credits.Count, "");
        }

        if (file.Cash.Count > 0)
        {
            yield return Offsets("cash", "payment", "received_on", "not_matched").Show(file.Cash, file.Cash.Count, "");
        }
    }

    private static Grid<OffsetRow> Offsets(string key, string document, string day, string amount) =>
        new Grid<OffsetRow>(key, "").Document(document, "", row => row.Document).Day(day, "", row => row.On).Amount(amount, "", row => row.Open);
}
