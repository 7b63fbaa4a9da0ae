using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables;

/// <summary>One invoice: what it is for, what was paid and when, what is left and why, and what may be done about it.</summary>
[Description("One invoice by its number: lines, what was paid or credited and when, what is left, order and shipment, dispute, promises, reminders. Not for lists of invoices (overdue, due_soon).")]
internal sealed class InvoicePage(FunctionContext context)
{
    /// <summary>Answers.</summary>
    public async Task<Result<Answer>> AnswerAsync(Id<Invoice> invoice, CancellationToken cancellationToken)
    {
        if (await InvoiceFile.ReadAsync(context, invoice, cancellationToken) is not { } file)
        {
            return new Fault("AR-107", "That invoice is not among those you may see: check its number, or ask a colleague of receivables.");
        }

        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        var row = file.Invoice;
        var answer = new AnswerBuilder(context, Area.Receivables, $"Invoice {row.Number}, {file.Customer.Name}");
        Say(answer, file);
        freshness.Warn(answer);
        await answer.WaitingAsync(context, context.Read.Overlays.Where(waiting => waiting.InvoiceId == invoice), cancellationToken);
        var covered = (await CashCover.ReadAsync(context, [file.Customer.Id], cancellationToken)).Contains((file.Customer.Id, row.Currency));
        answer.Facts(Figures(file)).Facts(Texts(file, freshness, covered));
        answer.Table(Lines(file)).TableIfAny(Applications(file)).TableIfAny(DisputesOf(file)).TableIfAny(PromisesOf(file)).TableIfAny(ChargebacksOf(file));
        if (row.OrderId is not null && !context.Turn.Access.MaySee(Area.Orders))
        {
            answer.Say($"You do not see orders: the order behind this invoice is not shown.", Tone.Note);
        }

        string[] records = [row.Number, .. file.Applications.Select(application => application.Document), file.Order?.Number ?? "", file.Shipment ?? "", .. file.Chargebacks.Select(chargeback => chargeback.Number)];
        return answer.Evidence(new Evidence("receivables", $"invoice {row.Number}", 1, Truncated: false, freshness.AsOf, [.. records.Where(record => record.Length > 0).Distinct().Take(Sources.MaximumRecords)]))
            .Next(Next(file)).Build();
    }

    private void Say(AnswerBuilder answer, InvoiceFile file)
    {
        var (row, today) = (file.Invoice, context.Turn.Today);
        var late = AgeBuckets.DaysLate(row.DueOn, today);
        if (row.ClosedOn is { } closed && row.OpenMinor == 0)
        {
            var days = AgeBuckets.DaysLate(row.DueOn, closed);
            var written = file.Applications.Any(application => application.Kind == ApplicationKind.WriteOff);
            answer.Say($"{row.Number} ({file.Amount}) was settled in full on {closed}, {(days > 0 ? $"{Wording.Count(days, "day")} late" : "in time")}{(written ? ", part of it written off" : "")}.", Tone.Good);
        }
        else
        {
            var part = file.Open < file.Amount ? $"{file.Open} of {file.Amount} is still open" : (FormattableString)$"{file.Open} is open, nothing has been applied";
            var when = late > 0 ? $"due on {row.DueOn:yyyy-MM-dd}, {Wording.Count(late, "day")} late" : late == 0 ? "due today" : $"due on {row.DueOn:yyyy-MM-dd}, in {Wording.Count(-late, "day")}";
            answer.Say($"{part} on {row.Number}: {when}.", late > 0 ? Tone.Warning : Tone.Plain);
        }

        if (file.OpenDisputeOn(today) is { } dispute)
        {
            answer.Say($"Disputed since {dispute.OpenedOn}: {Wording.Plain(dispute.Reason)}, {new Money(dispute.AmountMinor, dispute.Currency)}; seen to by {file.Name(dispute.OwnerId) ?? "nobody"}.", Tone.Warning);
        }

        if (file.Applications.Count > 0 && file.Amount - file.Applied != file.Open)
        {
            answer.Say($"The records do not agree: {file.Open} is said to be open, the applications leave {file.Amount - file.Applied}. Ask the controller which is right.", Tone.Warning);
        }
    }

    private static List<Fact> Figures(InvoiceFile file)
    {
        var (currency, number) = (file.Invoice.Currency, file.Invoice.Number);
        BridgeText Text(string definition) => new(definition, "receivables", $"invoice {number}");
        var amount = Core.Figures.Sum("amount", "Invoice amount", currency, Text("the amount on the invoice"), [(number, file.Amount)]);
        var parts = new List<BridgePart> { new(1, amount) };
        var facts = new List<Fact> { new(amount) };
        foreach (var kind in file.Applications.GroupBy(row => row.Kind).OrderBy(group => group.Key))
        {
            var figure = Core.Figures.Sum(Words.Of(kind.Key), kind.First().Label, currency, Text("each amount set against the invoice"), [.. kind.Select(row => (row.Document.Length > 0 ? row.Document : $"{row.On:yyyy-MM-dd}", row.Amount))]);
            parts.Add(new BridgePart(-1, figure));
            facts.Add(new Fact(figure));
        }

        // where only the outcome was imported, there is nothing to add up
        facts.Insert(0, new Fact(file.Amount - file.Applied == file.Open
            ? Core.Figures.Total("open", "Open", "invoice amount − everything set against it", parts)
            : Core.Figures.Sum("open", "Open", currency, Text("what the records say is open"), [(number, file.Open)])));
        return facts;
    }

    private List<Fact> Texts(InvoiceFile file, Freshness freshness, bool cashCovers)
    {
        var (row, customer) = (file.Invoice, file.Customer);
        var promised = file.Promises.Where(promise => promise.State == PromiseState.Open).Select(promise => (DateOnly?)promise.Promise.PromisedFor).Max();
        var reminder = ReminderRules.For(new ReminderFacts(row.DueOn, row.LastRemindedOn, row.RemindersOff, customer.RemindersOff, customer.CollectionFlag, file.OpenDisputeOn(context.Turn.Today) is not null, promised)
        {
            ReminderCount = row.ReminderCount, CashCovers = cashCovers,
        }, context.Turn.Today);
        var discount = EarlyDiscount.Deadline(row.IssuedOn, customer.DiscountDays, customer.DiscountPercent);
        var facts = new List<Fact>
        {
            new("Customer", customer.Name),
            new("Issued, due", $"{row.IssuedOn:yyyy-MM-dd}, {row.DueOn:yyyy-MM-dd}"),
        };
        if (file.Order is { } order)
        {
            facts.Add(new Fact("Order", order.CustomerPo is { } po ? $"{order.Number} (PO {po})" : order.Number));
        }

        if (file.Shipment is { } shipment)
        {
            facts.Add(new Fact("Shipment", shipment));
        }

        if (row.OpenMinor != 0)
        {
            facts.Add(new Fact("Reminders", row.ReminderCount == 0 ? "none sent" : $"{row.ReminderCount} sent, the last on {row.LastRemindedOn:yyyy-MM-dd}"));
            facts.Add(new Fact("Next reminder", reminder.Words));
            facts.Add(new Fact("Collector", file.Name(customer.CollectorId) ?? "nobody"));
            if (discount is { } until && until >= context.Turn.Today)
            {
                facts.Add(new Fact("Early-payment discount", $"{customer.DiscountPercent:0.##} % until {until:yyyy-MM-dd}"));
            }
        }

        facts.Add(freshness.Fact);
        return facts;
    }

    private static TableBlock Lines(InvoiceFile file) => new Grid<InvoiceFileLine>("lines", "Lines")
        .Text("sku", "Product", row => row.Sku)
        .Text("name", "Name", row => row.Name)
        .Number("quantity", "Quantity", row => Measure.Pieces(row.Quantity))
        .Amount("price", "Price", row => row.Price)
        .Amount("amount", "Amount", row => row.Amount)
        .Top(file.Lines, FunctionLimits.MaximumRows, "The lines of this invoice are not on record.");

    private static TableBlock Applications(InvoiceFile file) => new Grid<InvoiceFileApplication>("applied", "What was paid or credited, and when")
        .Day("applied_on", "Day", row => row.On)
        .Text("kind", "What", row => row.Label)
        .Document("document", "Document", row => row.Document)
        .Amount("amount", "Amount", row => row.Amount)
        .Number("days_late", "Days after due", row => Measure.Count(AgeBuckets.DaysLate(file.Invoice.DueOn, row.On)))
        .Top(file.Applications, FunctionLimits.MaximumRows, "Nothing has been applied.");

    private static TableBlock DisputesOf(InvoiceFile file) => new Grid<Dispute>("disputes", "Disputes")
        .Text("reason", "Reason", row => Wording.Plain(row.Reason))
        .Amount("amount", "Amount", row => new Money(row.AmountMinor, row.Currency))
        .Day("opened_on", "Opened", row => row.OpenedOn)
        .Day("closed_on", "Closed", row => row.ClosedOn)
        .Text("owner", "Seen to by", row => file.Name(row.OwnerId) ?? "nobody")
        .Text("note", "Note", row => row.Note)
        .Top(file.Disputes, FunctionLimits.MaximumRows, "Never disputed.");

    private static TableBlock PromisesOf(InvoiceFile file) => new Grid<JudgedPromise>("promises", "Promises to pay it")
        .Day("made_on", "Made on", row => row.Promise.MadeOn)
        .Day("promised_for", "Promised for", row => row.Promise.PromisedFor)
        .Amount("promised", "Promised", row => row.Promised)
        .Amount("paid", "Paid since", row => row.Paid)
        .Text("state", "State", row => PromiseRules.Label(row.State))
        .Text("taken_by", "Taken by", row => file.Name(row.Promise.TakenById))
        .Top(file.Promises, FunctionLimits.MaximumRows, "Never promised.");

    private static TableBlock ChargebacksOf(InvoiceFile file) => new Grid<Chargeback>("chargebacks", "Chargebacks kept back from it")
        .Document("chargeback", "Chargeback", row => row.Number)
        .Text("reason", "Reason", row => Wording.Plain(Words.Of(row.Reason)))
        .Amount("amount", "Amount", row => new Money(row.AmountMinor, row.Currency))
        .Text("status", "Status", row => Words.Of(row.Status))
        .Day("dispute_until", "Dispute until", row => row.DisputeUntil)
        .Top(file.Chargebacks, FunctionLimits.MaximumRows, "No chargeback.");

    private static IEnumerable<string?> Next(InvoiceFile file) =>
    [
        $"account summary for {file.Customer.Name}",
        file.Order?.Number,
        file.Invoice.OpenMinor != 0 ? $"overdue invoices for {file.Customer.Name}" : $"open disputes for {file.Customer.Name}",
        file.Chargebacks.Count > 0 ? file.Chargebacks[0].Number : null,
    ];
}
