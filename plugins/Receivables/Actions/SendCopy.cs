using System.ComponentModel;
using Copilot.Core;
using Copilot.Plugins.Receivables.Parts;
using Copilot.Plugins.Receivables.Reminders;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>
/// Proposes to send a customer an invoice once more: what the records hold of it, line by line. The printed original is in no record, so the mail does
/// not call itself one.
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

        if (file.Lines.Count == 0)
        {
            return new Fault("AR-239", $"The lines of {file.Invoice.Number} are not in the records: send the original from the system that printed it.");
        }

        return new Proposal(
            $"Send {file.Customer.Name} the details of {file.Invoice.Number}", $"{file.Customer.Name} is to have {file.Invoice.Number} over {file.Amount} again.", [await MailAsync(file, to, cancellationToken)],
            [Basis.Of("invoice", file.Invoice.Number, [new("amount", file.Amount.ToString()), new("open", file.Open.ToString()), new("recipients", string.Join(", ", to.Select(recipient => recipient.Email)))])])
        {
            Remarks = file.Lines.Aggregate(Money.Zero(file.Invoice.Currency), (sum, line) => sum + line.Amount) == file.Amount
                ? [] : [new Remark("The lines do not add up to the amount of the invoice: freight, tax or a surcharge is not among them.", Tone.Warning)],
        };
    }

    private async Task<SendMail> MailAsync(InvoiceFile file, IReadOnlyList<Recipient> to, CancellationToken cancellationToken)
    {
        var (row, reader) = (file.Invoice, new DraftReader(file.Customer.Language, file.Customer.Country));
        var draft = context.Drafts.Render("reminders/copy", reader, Letter.Of(context.Turn, to).With(
            ("number", row.Number), ("issued_on", row.IssuedOn), ("due_on", row.DueOn), ("amount", file.Amount), ("open", file.Open), ("settled", row.OpenMinor == 0),
            ("has_order", file.Order is not null), ("order", file.Order?.Number ?? ""), ("has_po", file.Order?.CustomerPo is { Length: > 0 }), ("po", file.Order?.CustomerPo ?? ""),
            ("lines", file.Lines.Select(line => Letter.Row(("sku", line.Sku), ("product", line.Name), ("quantity", line.Quantity), ("price", line.Price), ("amount", line.Amount))).ToList())));
        var table = new Grid<InvoiceFileLine>("lines", "")
            .Text("sku", "", line => line.Sku).Text("product", "", line => line.Name).Number("quantity", "", line => Measure.Count(line.Quantity)).Amount("price", "", line => line.Price).Amount("amount", "", line => line.Amount)
            .Show(file.Lines, file.Lines.Count, "");
        return new SendMail(
            Target.Of(file.Customer), to, draft.Subject, draft.Body, reader.Language, MailPurpose.InvoiceCopy, null, [],
            [await context.Drafts.WorkbookAsync("invoice_details", row.Number, reader, [table], cancellationToken)]);
    }
}
