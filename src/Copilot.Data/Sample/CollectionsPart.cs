using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>Reminders of overdue invoices, and the calls and letters about money.</summary>
internal static class CollectionsPart
{
    private const int LogDays = 150;

    // days past due at which the first, second and third reminder goes out
    private static readonly int[] ReminderDays = [7, 21, 42];

    public static void Add(SampleWorld world, List<InvoiceDraft> invoices)
    {
        var dice = new Dice("collections");
        var log = new List<ContactLog>();
        foreach (var draft in invoices.Where(draft => !draft.Fact.Web))
        {
            Remind(world, draft, log, dice);
        }

        // a disputed one is taken out of the reminders until it is settled
        invoices.First(draft => draft.DisputeOpen && draft.Invoice.OpenMinor > 0).Invoice.RemindersOff = true;
        log.AddRange(Calls(world, invoices, dice));
        foreach (var entry in log.OrderBy(entry => entry.At))
        {
            entry.Id = world.Records.ContactLogs.NextId();
            world.Records.ContactLogs.Add(entry);
        }
    }

    private static void Remind(SampleWorld world, InvoiceDraft draft, List<ContactLog> log, Dice dice)
    {
        var invoice = draft.Invoice;
        if (draft.Customer.RemindersOff || draft.Customer.CollectionFlag != CollectionFlag.None)
        {
            return;
        }

        foreach (var days in ReminderDays)
        {
            var day = invoice.DueOn.AddDays(days).WorkdayFrom();
            if (day >= (invoice.ClosedOn ?? world.Day) || day >= world.Day)
            {
                return;
            }

            invoice.ReminderCount++;
            invoice.LastRemindedOn = day;
            var level = Words.Of((ReminderLevel)(invoice.ReminderCount - 1));
            Log(world, log, draft.Customer, day, "reminder", "sent", $"{level} reminder for {invoice.Number}", dice);
        }
    }

    private static List<ContactLog> Calls(SampleWorld world, List<InvoiceDraft> invoices, Dice dice)
    {
        var log = new List<ContactLog>();
        foreach (var promise in world.Records.PaymentPromises)
        {
            var customer = world.Records.Customers[promise.CustomerId.Value - 1];
            var what = promise.InvoiceId is { } id ? world.Records.Invoices[id.Value - 1].Number : "the account";
            Log(world, log, customer, promise.MadeOn, "call", "promised", $"Promised {new Money(promise.AmountMinor, promise.Currency)} for {what} by {promise.PromisedFor:yyyy-MM-dd}", dice);
        }

        foreach (var dispute in world.Records.Disputes)
        {
            var invoice = world.Records.Invoices[dispute.InvoiceId.Value - 1];
            var outcome = dispute.Reason is "missing_papers" or "delivery_proof" ? "copy_wanted" : "disputed";
            Log(world, log, world.Records.Customers[invoice.CustomerId.Value - 1], dispute.OpenedOn, dice.Chance(0.6) ? "mail" : "call", outcome, $"{invoice.Number}: {dispute.Note}", dice);
        }

        foreach (var draft in invoices.Where(draft => !draft.Fact.Web && (draft.Invoice.ClosedOn ?? world.Day) > draft.Invoice.DueOn.AddDays(12)))
        {
            var reached = dice.Chance(0.6);
            var text = reached ? $"Spoke about {draft.Invoice.Number}; it is in the next payment run" : $"No answer about {draft.Invoice.Number}";
            Log(world, log, draft.Customer, draft.Invoice.DueOn.AddDays(11).WorkdayFrom(), "call", reached ? "reached" : "no_answer", text, dice);
        }

        return log;
    }

    private static void Log(SampleWorld world, List<ContactLog> log, Customer customer, DateOnly day, string kind, string outcome, string text, Dice dice)
    {
        if (day < world.Day && day >= world.Day.AddDays(-LogDays))
        {
            log.Add(new ContactLog
            {
                CustomerId = customer.Id, At = world.OfficeHour(day, dice), Kind = kind, Outcome = outcome, Text = text, ById = customer.CollectorId,
            });
        }
    }
}
