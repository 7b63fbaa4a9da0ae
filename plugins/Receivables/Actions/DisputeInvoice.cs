using System.ComponentModel;
using Copilot.Core;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>Proposes to open a dispute about an invoice.</summary>
[Description("Opens a dispute about an invoice, wholly or for an amount: it is not reminded of until the dispute is settled. Not for chargebacks (chargebacks_dispute), not for a call without an objection (log_call).")]
internal sealed class DisputeInvoice(FunctionContext context)
{
    /// <summary>Proposes.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Invoice> invoice, string reason, decimal? amount, CurrencyCode? currency, CancellationToken cancellationToken)
    {
        if (ActionFaults.Text("The reason", reason) is { } fault)
        {
            return fault;
        }

        if (await InvoiceCase.ReadAsync(context, invoice, cancellationToken) is not { } file)
        {
            return ActionFaults.NoInvoice;
        }

        if (file.Invoice.OpenMinor <= 0)
        {
            return ActionFaults.Closed(file.Invoice, "dispute");
        }

        if (file.Disputes.Count > 0)
        {
            var open = file.Disputes[0];
            return new Fault("AR-210", $"{file.Invoice.Number} is disputed already, {new Money(open.AmountMinor, open.Currency)} since {open.OpenedOn:yyyy-MM-dd}: settle that dispute before you open another.");
        }

        var disputed = file.Amount("What is disputed", amount, currency);
        return disputed.Ok ? Propose(file, reason.Trim(), disputed.Value) : disputed.Fault;
    }

    private static Proposal Propose(InvoiceCase file, string reason, Money disputed) => new(
        $"Open a dispute on {file.Invoice.Number}", $"{file.Customer.Name} objects: {reason}.", [new OpenDispute(Target.Of(file.Invoice), reason, disputed, file.Open)], [file.Basis])
    {
        Remarks =
        [
            new Remark($"{file.Invoice.Number} is not reminded of while the dispute stands{(disputed < file.Open ? $", the {file.Open - disputed} that are not disputed included" : "")}."),
            .. file.PromisedFor is { } day ? new[] { new Remark($"A payment is promised for {day:yyyy-MM-dd}: the promise stays as it is.") } : [],
        ],
    };
}
