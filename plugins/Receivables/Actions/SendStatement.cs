using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Reminders;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>Proposes a statement of account to a customer, with everything that is open.</summary>
[Description("Drafts a statement of account to a customer: all open invoices, credit notes and payments not matched, as a mail with a workbook to confirm. Not for asking for payment (draft_reminder), not for looking at the account oneself (account).")]
internal sealed class SendStatement(FunctionContext context)
{
    /// <summary>Proposes.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Customer> customer, CancellationToken cancellationToken)
    {
        var freshness = await Freshness.ReadAsync(context, "receivables", cancellationToken);
        if (!(await DebtorFiles.ReadAsync(context, [customer], cancellationToken)).TryGetValue(customer, out var file))
        {
            return ActionFaults.NoCustomer;
        }

        if (LetterStops.Of(file.Customer, file.Recipients) is { } stop)
        {
            return stop;
        }

        if (file.Items.Count + file.Credits.Count + file.Cash.Count == 0)
        {
            return new Fault("AR-236", $"Nothing is open on the account of {file.Customer.Name}: a statement would be empty.");
        }

        var payTo = await PayTo.ReadAsync(context, cancellationToken);
        var owed = LetterValues.CurrenciesOf(file, file.Items, offsetsAlone: false);
        return new Proposal(
            $"Send {file.Customer.Name} a statement of account", $"{Wording.Count(file.Items.Count, "invoice is", "invoices are")} open on the account.",
            [await Letters.StatementAsync(context, file, freshness, payTo, cancellationToken)], [file.Basis, ReminderRemarks.Bank(freshness), .. payTo.RestsOn(owed)])
        {
            Remarks = [.. Remarks(file, freshness), .. LetterInterest.Of(file).Remarks(file, file.Items, context.Turn.Today), .. payTo.Remarks(owed)],
        };
    }

    private static IEnumerable<Remark> Remarks(DebtorFile file, Freshness freshness)
    {
        if (freshness.BankIsStale)
        {
            yield return new Remark($"The bank feed is from {freshness.BankAsOf!.Value.UtcDateTime:yyyy-MM-dd HH:mm} UTC: payments since then are missing in the statement, and it says so.", Tone.Warning);
        }

        if (file.Items.Count(item => item.Row.Disputed is not null) is > 0 and var disputed)
        {
            yield return new Remark($"{Wording.Count(disputed, "invoice")} in dispute {(disputed == 1 ? "is" : "are")} marked as being clarified.");
        }

        if (file.Customer.RemindersOff)
        {
            yield return new Remark("Reminders are off for this customer; a statement reminds of nothing.");
        }
    }
}
