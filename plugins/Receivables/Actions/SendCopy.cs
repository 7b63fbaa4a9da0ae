using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Reminders;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>
/// Proposes to send a customer an invoice once more: its original where the invoicing system left it, and what the records hold of it, line by line.
/// Without the original the mail does not call itself a copy.
/// </summary>
[Description("Sends a customer the details of one invoice again, line by line, as a mail with a workbook to confirm. Not for asking for payment (draft_reminder), not for the whole account (send_statement).")]
internal sealed class SendCopy(FunctionContext context)
{
    /// <summary>Proposes.</summary>
    public async Task<Result<Proposal>> ProposeAsync(Id<Invoice> invoice, CancellationToken cancellationToken)
    {
        if (await InvoiceFile.ReadAsync(context, invoice, cancellationToken) is not { } file)
        {
            return ActionFaults.NoInvoice;
        }

        var customer = file.Customer.Id;
        var to = Addressees.Of(await context.Read.ListAsync(context.Read.Contacts.Where(row => row.CustomerId == customer), cancellationToken));
        if (LetterStops.Of(file.Customer, to) is { } stop)
        {
            return stop;
        }

        var original = (await context.Originals.FindAsync([file.Invoice.Number], cancellationToken))[0];
        if (file.Lines.Count == 0 && original.File is null)
        {
            return new Fault("AR-239", $"The lines of {file.Invoice.Number} are not in the records, and no original is at hand: send it from the system that printed it.");
        }

        return new Proposal(
            $"Send {file.Customer.Name} {(original.File is null ? "the details" : "a copy")} of {file.Invoice.Number}", $"{file.Customer.Name} is to have {file.Invoice.Number} over {file.Amount} again.",
            [await MailAsync(file, original.File, to, cancellationToken)],
            [Basis.Of("invoice", file.Invoice.Number, [new("amount", file.Amount.ToString()), new("open", file.Open.ToString()), new("recipients", string.Join(", ", to.Select(recipient => recipient.Email)))])])
        {
            Remarks =
            [
                .. file.Lines.Count > 0 && file.Lines.Aggregate(Money.Zero(file.Invoice.Currency), (sum, line) => sum + line.Amount) != file.Amount
                    ? new[] { new Remark("The lines do not add up to the amount of the invoice: freight, tax or a surcharge is not among them.", Tone.Warning) } : [],
                .. original.State == OriginalState.Missing ? [] : Enclosures.Remarks([original]),
            ],
        };
    }

    private async Task<SendMail> MailAsync(InvoiceFile file, FrozenAttachment? original, IReadOnlyList<Recipient> to, CancellationToken cancellationToken)
    {
        var (row, reader) = (file.Invoice, new DraftReader(file.Customer.Language, file.Customer.Country));
        var draft = context.Drafts.Render("reminders/copy", reader, Letter.Of(context.Turn, to).With(
            ("number", row.Number), ("issued_on", row.IssuedOn), ("due_on", row.DueOn), ("amount", file.Amount), ("open", file.Open), ("settled", row.OpenMinor == 0),
            ("has_order", file.Order is not null), ("order", file.Order?.Number ?? ""), ("has_po", file.Order?.CustomerPo is { Length: > 0 }), ("po", file.Order?.CustomerPo ?? ""),
            ("has_original", original is not null), ("has_lines", file.Lines.Count > 0),
            ("lines", file.Lines.Select(line => Letter.Row(("sku", line.Sku), ("product", line.Name), ("quantity", line.Quantity), ("price", line.Price), ("amount", line.Amount))).ToList())));
        return new SendMail(
            Target.Of(file.Customer), to, draft.Subject, draft.Body, reader.Language, MailPurpose.InvoiceCopy, null, [],
            [.. original is null ? [] : new[] { original }, .. file.Lines.Count > 0 ? new[] { await WorkbookAsync(file, reader, cancellationToken) } : []]);
    }

    private Task<FrozenAttachment> WorkbookAsync(InvoiceFile file, DraftReader reader, CancellationToken cancellationToken)
    {
        var table = new Grid<InvoiceFileLine>("lines", "")
            .Text("sku", "", line => line.Sku).Text("product", "", line => line.Name).Number("quantity", "", line => Measure.Count(line.Quantity)).Amount("price", "", line => line.Price).Amount("amount", "", line => line.Amount)
            .Show(file.Lines, file.Lines.Count, "");
        return context.Drafts.WorkbookAsync("invoice_details", file.Invoice.Number, reader, [table], cancellationToken);
    }
}
