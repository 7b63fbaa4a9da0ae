using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>Proposes to switch reminders on or off, for a customer or for one invoice.</summary>
[Description("Switches reminders on or off for a customer or for one invoice. Not for sending one (draft_reminder) and not for a dispute (open_dispute), which stops reminders by itself.")]
internal sealed class SwitchReminders(FunctionContext context)
{
    /// <summary>Proposes.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Customer>? customer, Id<Invoice>? invoice, bool on, CancellationToken cancellationToken)
    {
        var row = invoice is { } number ? await context.Read.FirstOrDefaultAsync(context.Read.Invoices.Where(found => found.Id == number), cancellationToken) : null;
        if (invoice is not null && row is null)
        {
            return ActionFaults.NoInvoice;
        }

        if ((row?.CustomerId ?? customer) is not { } whose)
        {
            return new Fault("AR-207", "Whose reminders? Name a customer or an invoice.");
        }

        if (await context.CustomerAsync(whose, cancellationToken) is not { } owner)
        {
            return ActionFaults.NoCustomer;
        }

        if (row is not null && customer is { } named && named != owner.Id)
        {
            return new Fault("AR-208", $"{row.Number} belongs to {owner.Name}: name that customer, or the invoice alone.");
        }

        return Propose(owner, row, on);
    }

    private static Result<Proposal> Propose(Customer owner, Invoice? invoice, bool on)
    {
        var (record, off) = invoice is null ? (Target.Of(owner), owner.RemindersOff) : (Target.Of(invoice), invoice.RemindersOff);
        if (off != on)
        {
            return new Fault("AR-209", $"Reminders for {record.Document} are {(on ? "on" : "off")} already: there is nothing to change.");
        }

        return new Proposal(
            $"Switch reminders {(on ? "on" : "off")} for {record.Document}",
            on ? $"{record.Document} is to be reminded of again when it is overdue." : $"{record.Document} is not to be reminded of, on any path, until this is switched on again.",
            [new SetReminders(record, on)],
            [Basis.Of("reminder setting", record.Document, [new($"{record.Document} reminders", off ? "off" : "on")])])
        {
            Remarks = [.. Remarks(owner, invoice, on)],
        };
    }

    private static IEnumerable<Remark> Remarks(Customer owner, Invoice? invoice, bool on)
    {
        if (on && owner.CollectionFlag != CollectionFlag.None)
        {
            yield return new Remark($"{owner.Name} is {(owner.CollectionFlag == CollectionFlag.Legal ? "with legal" : "a bad-debt case")}: no reminder goes out whatever is set here.", Tone.Warning);
        }

        if (on && invoice is not null && owner.RemindersOff)
        {
            yield return new Remark($"Reminders are off for {owner.Name} as a whole: they have to be switched on there too.", Tone.Warning);
        }

        if (invoice is { OpenMinor: 0 })
        {
            yield return new Remark($"{invoice.Number} owes nothing: the setting has no effect while that is so.");
        }
    }
}
