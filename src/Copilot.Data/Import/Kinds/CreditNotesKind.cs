using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Credits to customers. Amounts may stand with a minus, as many exports have them.</summary>
internal sealed class CreditNotesKind : ImportKind
{
    private readonly Field _number, _given, _openGiven, _amount, _open;

    public CreditNotesKind()
    {
        _number = Key("number", "credit note number", "credit note number; credit note; credit memo; credit memo number; credit number; Gutschriftnummer; Gutschrift; Gutschrift-Nr; numéro d'avoir; avoir; n° avoir; creditnotanummer; creditnota; creditfactuur | document number; number", numbering: DocumentKind.CreditNote);
        var customer = Reference("customer", ReferenceTarget.Customer, "customer number or name", Headings.Customer, required: true);
        var customerName = Text("customer_name", "the customer's name", Headings.CustomerName);
        var invoice = Document("invoice", ReferenceTarget.Invoice, DocumentKind.Invoice, "the invoice it corrects", "invoice number; invoice; original invoice; corrects invoice; Rechnungsnummer; Bezugsrechnung; numéro de facture; facture d'origine; factuurnummer; oorspronkelijke factuur", required: false, lenient: true);
        var issued = Day("issued_on", "its date", "credit date; credit note date; issue date; issued on; Gutschriftdatum; date de l'avoir; creditdatum | document date; date; Belegdatum; Datum; datum", required: true);
        CurrencyOf = Currency();
        _given = Money("amount", "amount", "credit amount; amount; total; Gutschriftbetrag; Betrag; montant de l'avoir; montant; creditbedrag; bedrag", required: true);
        _openGiven = Money("open", "what of it is not yet applied", "open amount; open; unapplied; balance; remaining; offen; offener Betrag; solde; non affecté; openstaand; saldo");
        var reason = Text("reason", "why", "reason; reason code; description; Grund; Gutschriftgrund; motif; raison; reden; omschrijving", longest: 500);
        _amount = Computed("amount_now", FieldType.Money, _given);
        _open = Computed("open_now", FieldType.Money, _openGiven);
        CompanionsOf = new Dictionary<Field, Companions> { [customer] = new(customerName) };
        Targets =
        [
            Target.Of<CreditNote>("credit notes").Key((nameof(CreditNote.Number), _number))
                .Set(nameof(CreditNote.CustomerId), customer).Set(nameof(CreditNote.InvoiceId), LookupSource.By<Invoice>(nameof(Invoice.Number), invoice)).Set(nameof(CreditNote.IssuedOn), issued)
                .Set(nameof(CreditNote.Currency), CurrencyOf).Set(nameof(CreditNote.AmountMinor), _amount).Set(nameof(CreditNote.OpenMinor), new FollowSource(_open, nameof(CreditNote.AmountMinor), _amount))
                .Set(nameof(CreditNote.Reason), reason),
        ];
    }

    public override string Name => "credit_notes";

    public override IReadOnlyList<string> OtherNames => ["credit_note", "credits", "credit_memos"];

    public override string What => "credit notes, one a row";

    public override string Feed => "receivables";

    public override int Rank => 70;

    public override IReadOnlyList<Field> Identity => [_number];

    public override IReadOnlyList<Target> Targets { get; }

    public override Field? CurrencyOf { get; }

    public override IReadOnlyDictionary<Field, Companions> CompanionsOf { get; }

    public override void Complete(RowDraft row, CompletionContext context)
    {
        row.Set(_amount, row.Number(_given) is { } amount ? Math.Abs(amount) : null);
        row.Set(_open, row.Number(_openGiven) is { } open ? Math.Abs(open) : null);
        if (row.Number(_open) > row.Number(_amount))
        {
            row.Warn("more is open than was credited", row.Text(_number) ?? "");
        }
    }
}
