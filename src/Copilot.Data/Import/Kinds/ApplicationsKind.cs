using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>What was set against invoices. What is open of an invoice and left of a payment follows from it.</summary>
internal sealed class ApplicationsKind : ImportKind
{
    private readonly Field _invoice, _payment, _kind, _applied, _amount;

    public ApplicationsKind()
    {
        _invoice = Document("invoice", ReferenceTarget.Invoice, DocumentKind.Invoice, "invoice number", Headings.Invoice, required: true);
        _payment = Document("payment", ReferenceTarget.Payment, DocumentKind.Payment, "payment number", Headings.Payment, required: false);
        _kind = Choice<ApplicationKind>("kind", "payment, credit, discount or write_off; payment where it is not given", "application type; applied type; kind; type; Art; Buchungsart; type d'affectation; soort");
        _applied = Day("applied_on", "when", "applied on; applied date; application date; allocation date; clearing date; date applied; Ausgleichsdatum; zugeordnet am; date d'affectation; date de lettrage; toegewezen op; afletterdatum | payment date; date; Datum; datum", required: true);
        CurrencyOf = Currency();
        _amount = Money("amount", "how much", "applied amount; amount applied; allocated amount; amount; ausgeglichener Betrag; Betrag; montant affecté; montant; toegewezen bedrag; bedrag", required: true);
        Targets =
        [
            Target.Of<Application>("applications")
                .Key((nameof(Application.InvoiceId), LookupSource.By<Invoice>(nameof(Invoice.Number), _invoice)), (nameof(Application.PaymentId), LookupSource.By<Payment>(nameof(Payment.Number), _payment)),
                    (nameof(Application.Kind), _kind), (nameof(Application.AppliedOn), _applied))
                .Set(nameof(Application.AmountMinor), _amount).Then(Settlement.AppliedAmounts),
        ];
    }

    public override string Name => "applications";

    public override IReadOnlyList<string> OtherNames => ["application", "allocations", "applied_payments"];

    public override string What => "payments and credits set against invoices, one a row";

    public override string Feed => "bank";

    public override int Rank => 80;

    public override IReadOnlyList<Field> Identity => [_invoice, _payment, _kind, _applied];

    public override IReadOnlyList<Target> Targets { get; }

    public override Field? CurrencyOf { get; }

    public override void Complete(RowDraft row, CompletionContext context)
    {
        row.RefuseNegative(_amount, "what is applied is not negative");
        if (!row.Has(_kind))
        {
            row.Set<ApplicationKind>(_kind, ApplicationKind.Payment);
        }

        if (row.Choice<ApplicationKind>(_kind) == ApplicationKind.Payment && !row.Has(_payment))
        {
            row.Fault(_payment, "", "an applied payment needs the payment's number");
        }
    }
}
