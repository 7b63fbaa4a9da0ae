using System.ComponentModel;
using Copilot.Core;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>Proposes a credit note for an invoice, set against it at once.</summary>
[Description("Issues a credit note for an amount of an open invoice and sets it against that invoice. Not for giving up a claim (propose_write_off), not for money that came in (apply_cash).")]
internal sealed class CreditInvoice(FunctionContext context)
{
    /// <summary>Proposes.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Invoice> invoice, decimal amount, string reason, CurrencyCode? currency, CancellationToken cancellationToken)
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
            return ActionFaults.Closed(file.Invoice, "credit");
        }

        var credited = file.Amount("The credit", amount, currency);
        return credited.Ok ? Propose(file, credited.Value, reason.Trim()) : credited.Fault;
    }

    private static Proposal Propose(InvoiceCase file, Money credited, string reason) => new(
        $"Credit {credited} on {file.Invoice.Number}", $"{file.Customer.Name} is credited: {reason}.",
        [new IssueCreditNote(Target.Of(file.Invoice), credited, file.Open, reason)], [file.Basis])
    {
        Remarks = [.. Remarks(file, credited)],
    };

    private static IEnumerable<Remark> Remarks(InvoiceCase file, Money credited)
    {
        var left = file.Open - credited;
        yield return new Remark(left.Minor == 0 ? $"{file.Invoice.Number} is settled by it." : $"{left} stays open on {file.Invoice.Number}.");
        foreach (var dispute in file.Disputes)
        {
            var disputed = new Money(dispute.AmountMinor, dispute.Currency);
            yield return new Remark(
                credited >= disputed
                    ? $"It covers the {disputed} in dispute; the dispute stays open until it is settled."
                    : $"{disputed} is in dispute, more than is credited: the dispute stays open.",
                Tone.Warning);
        }

        if (file.PromisedFor is { } day)
        {
            yield return new Remark($"A payment is promised for {day:yyyy-MM-dd}: the promise stays as it is.");
        }
    }
}
