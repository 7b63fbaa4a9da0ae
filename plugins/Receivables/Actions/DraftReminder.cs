using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Reminders;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>Proposes a reminder to one customer: of all that is overdue and may be reminded of, or of the invoices named.</summary>
[Description("Drafts a reminder to one customer about overdue invoices, as a mail to confirm; of all of them or those named; level and language can be said. Not for many customers at once (draft_reminders), not for the whole account (send_statement).")]
internal sealed class DraftReminder(FunctionContext context)
{
    /// <summary>Proposes.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Customer> customer, IReadOnlyList<Id<Invoice>>? invoices, ReminderLevel? level, Language? language, CancellationToken cancellationToken)
    {
        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        if (ReminderRemarks.Stale(freshness) is { } stale)
        {
            return stale;
        }

        var files = await DebtorFiles.ReadAsync(context, [customer], cancellationToken);
        if (!files.TryGetValue(customer, out var file))
        {
            return ActionFaults.NoCustomer;
        }

        var wanted = invoices is { Count: > 0 } ? invoices.ToHashSet() : null;
        if (wanted is not null && await StrangerAsync(file, wanted, cancellationToken) is { } stranger)
        {
            return stranger;
        }

        var plan = ReminderPlan.Of(file, wanted, level, context.Turn.Today);
        if (Refused(file, plan) is { } fault)
        {
            return fault;
        }

        var payTo = await PayTo.ReadAsync(context, cancellationToken);
        var currencies = LetterValues.CurrenciesOf(file, plan.Items, offsetsAlone: false);
        var (mail, originals) = await Letters.ReminderAsync(context, file, plan, language, freshness, payTo, cancellationToken);
        return new Proposal(
            $"Remind {file.Customer.Name} of {Wording.Count(plan.Items.Count, "invoice")}",
            $"{Wording.List([.. plan.Items.GroupBy(item => item.Invoice.Currency).OrderBy(group => group.Key.Code, StringComparer.Ordinal).Select(group => group.Aggregate(Money.Zero(group.Key), (sum, item) => sum + item.Open).ToString())])} is overdue, {plan.Items.Max(item => item.Row.DaysLate)} days at most.",
            [mail], [file.Basis, ReminderRemarks.Bank(freshness), .. payTo.RestsOn(currencies)])
        {
            Remarks =
            [
                .. ReminderRemarks.Of(file, plan, level is not null), .. LetterInterest.Of(file, plan.Level).Remarks(file, plan.Items, context.Turn.Today),
                .. payTo.Remarks(currencies), .. Enclosures.Remarks(originals), .. ReminderRemarks.OfTheDay(context.Turn.Today, freshness),
            ],
        };
    }

    // an invoice that is closed, or somebody else's
    private async Task<Fault?> StrangerAsync(DebtorFile file, HashSet<Id<Invoice>> wanted, CancellationToken cancellationToken)
    {
        var known = file.Items.Select(item => item.Invoice.Id).ToHashSet();
        var others = wanted.Where(id => !known.Contains(id)).ToList();
        if (others.Count == 0)
        {
            return null;
        }

        var rows = await context.Read.ListAsync(context.Read.Invoices.Where(row => others.Contains(row.Id)).OrderBy(row => row.Number), cancellationToken);
        return rows.Count == 0 ? ActionFaults.NoInvoice
            : rows[0].CustomerId != file.Customer.Id ? new Fault("AR-208", $"{rows[0].Number} is not an invoice of {file.Customer.Name}: name invoices of one customer.")
            : ActionFaults.Closed(rows[0], "remind of");
    }

    private static Fault? Refused(DebtorFile file, ReminderPlan plan)
    {
        if (plan.Stop is { } stop)
        {
            return new Fault("AR-231", $"{file.Customer.Name} is not reminded: {stop}.");
        }

        if (plan.Items.Count > 0)
        {
            return null;
        }

        return plan.Left.Count == 0
            ? new Fault("AR-232", $"Nothing of {file.Customer.Name} is overdue: there is nothing to remind of.")
            : new Fault("AR-233", $"{file.Customer.Name} is not reminded now: {string.Join("; ", plan.Left.GroupBy(left => left.Reason).Select(group => $"{ReminderRemarks.Numbers([.. group.Select(left => left.Item.Invoice.Number)])}: {group.Key}"))}.", [.. file.Cash.Take(2).Select(cash => $"apply {cash.Document}")]);
    }
}
