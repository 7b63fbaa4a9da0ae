using System.ComponentModel;
using Copilot.Core;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>Proposes to settle the dispute of an invoice.</summary>
[Description("Settles the open dispute of an invoice: it counts and is reminded of again. Not for crediting what was disputed (credit_note).")]
internal sealed class EndDispute(FunctionContext context)
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

        if (file.Disputes.Count == 0)
        {
            return new Fault("AR-211", $"No dispute is open on {file.Invoice.Number}: there is nothing to settle.");
        }

        var said = reason?.Trim() ?? "";
        return new Proposal(
            $"Settle the dispute on {file.Invoice.Number}",
            said.Length > 0 ? $"Settled: {said}." : $"The objection of {file.Customer.Name} is settled.",
            [.. Effects(file, said)],
            [file.Basis])
        {
            Remarks = [.. Remarks(file)],
        };
    }

    /// <summary>An effect for each open dispute of an invoice.</summary>
    public static IEnumerable<Effect> Effects(InvoiceCase file, string reason) =>
        file.Disputes.Select(row => new SettleDispute(Target.Of(row, file.Invoice.Number), Target.Of(file.Invoice), new Money(row.AmountMinor, row.Currency), reason));

    private static IEnumerable<Remark> Remarks(InvoiceCase file)
    {
        if (file.Invoice.OpenMinor > 0)
        {
            yield return new Remark($"{file.Open} is still open on {file.Invoice.Number}: it is reminded of again. Credit first what the customer was right about.");
        }

        if (file.Invoice.RemindersOff)
        {
            yield return new Remark($"Reminders are switched off for {file.Invoice.Number} and stay so.");
        }
    }
}
