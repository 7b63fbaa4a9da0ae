using Copilot.Core;
using Copilot.Plugins.Receivables.Actions;

namespace Copilot.Plugins.Receivables;

/// <summary>Invoices and money: who owes what, who pays late, what came in, what to do about it.</summary>
public static class ReceivablesPlugin
{
    /// <summary>The plugin's functions.</summary>
    public static Plugin Definition { get; } = new Plugin(Area.Receivables, typeof(ReceivablesPlugin))
        .Read("aging(customer, region, by, as_of, limit)", context => new Aging(context))
        .Read("overdue(customer, region, min_days, min_amount, collector, currency, limit)", context => new Overdue(context))
        .Read("due_soon(days, customer, limit)", context => new DueSoon(context))
        .Read("invoice(invoice!)", context => new InvoicePage(context))
        .Read("dso(period, by, customer, limit)", context => new Dso(context))
        .Read("worklist(collector, limit)", context => new Worklist(context))
        .Read("account(customer!, limit)", context => new AccountPage(context))
        .Read("credit(customer, limit)", context => new CreditPage(context))
        .Read("risk(customer, limit)", context => new LatePaymentRisk(context))
        .Read("cash(customer, limit)", context => new UnappliedCash(context))
        .Read("provision(as_of)", context => new Provision(context))
        .Read("promises(customer, broken, limit)", context => new PromiseList(context))
        .Read("disputes(customer, limit)", context => new DisputeList(context))
        .Action("draft_reminder(customer!, invoices, level, language)", context => new DraftReminder(context))
        .Action("draft_reminders(min_days, min_amount, region, level, currency)", context => new DraftReminders(context))
        .Action("send_copy(invoice!)", context => new SendCopy(context))
        .Action("send_statement(customer!)", context => new SendStatement(context))
        .Action("send_worklist(collector!)", context => new SendWorklist(context))
        .Action("send_worklists(collector, date)", context => new SendWorklists(context))
        .Action("record_promise(customer!, amount!, date!, currency, invoice)", context => new NotePromise(context))
        .Action("log_call(customer!, note!)", context => new NoteCall(context))
        .Action("set_reminders(customer, invoice, on!)", context => new SwitchReminders(context))
        .Action("apply_cash(payment!, invoices)", context => new ApplyPayment(context))
        .Action("open_dispute(invoice!, reason!, amount, currency)", context => new DisputeInvoice(context))
        .Action("settle_dispute(invoice!, reason)", context => new EndDispute(context))
        .Action("credit_note(invoice!, amount!, reason!, currency)", context => new CreditInvoice(context))
        .Action("propose_write_off(invoice!, reason)", context => new ProposeWriteOff(context));
}
