using System.ComponentModel;
using Copilot.Core;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>Proposes to give up what is open on an invoice.</summary>
[Description("Proposes to give up all that is open on an invoice; somebody else has to confirm it. Not for a correction in the customer's favour (credit_note).")]
internal sealed class ProposeWriteOff(FunctionContext context)
{
    /// <summary>Proposes.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Invoice> invoice, string? reason, CancellationToken cancellationToken)
    {
        if (reason is not null && ActionFaults.Text("The reason", reason) is { } fault)
        {
            return fault;
        }

        if (await InvoiceCase.ReadAsync(context, invoice, cancellationToken) is not { } file)
        {
            return ActionFaults.NoInvoice;
        }

        if (file.Invoice.OpenMinor <= 0)
        {
            return ActionFaults.Closed(file.Invoice, "write off");
        }

        var (customer, currency) = (file.Customer.Id, file.Invoice.Currency);
        var cash = await context.Read.SumAsync(context.Read.Payments.Where(row => row.CustomerId == customer && row.Currency == currency && row.UnappliedMinor > 0).Select(row => row.UnappliedMinor), cancellationToken);
        return Propose(file, reason?.Trim() ?? "", new Money(cash, currency));
    }

    // what nobody claims any more nobody can dispute: its disputes end with it
    private static Proposal Propose(InvoiceCase file, string reason, Money cash) => new(
        $"Write off {file.Open} on {file.Invoice.Number}",
        reason.Length > 0 ? $"{file.Customer.Name} will not pay it: {reason}." : $"{file.Customer.Name} is not expected to pay it.",
        [.. EndDispute.Effects(file, "written off"), new WriteOff(Target.Of(file.Invoice), file.Open, reason)],
        [file.Basis])
    {
        Remarks =
        [
            .. Warnings(file, cash).Select(text => new Remark(text, Tone.Warning)),
        ],
    };

    private static IEnumerable<string> Warnings(InvoiceCase file, Money cash)
    {
        if (cash.Minor > 0)
        {
            yield return $"{cash} of {file.Customer.Name} is not applied yet: it may pay this invoice.";
        }

        if (file.PromisedFor is { } day)
        {
            yield return $"A payment is promised for {day:yyyy-MM-dd}.";
        }

        if (file.Disputes.Count > 0)
        {
            yield return "It is disputed: if the customer is right, a credit note is the honest way. The dispute is settled along with the write-off.";
        }
    }
}
