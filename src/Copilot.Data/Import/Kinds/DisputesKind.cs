using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Customers' objections to known invoices.</summary>
internal sealed class DisputesKind : ImportKind
{
    private readonly Field _invoice, _opened, _closed;

    public DisputesKind()
    {
        _invoice = Document("invoice", ReferenceTarget.Invoice, DocumentKind.Invoice, "invoice number", Headings.Invoice, required: true);
        var reason = Text("reason", "why", "reason; dispute reason; reason code; Grund; Reklamationsgrund; motif; motif du litige; reden; reden geschil", required: true, longest: 300);
        _opened = Day("opened_on", "since when", "opened; opened on; open date; dispute date; created on; created; eröffnet am; Reklamationsdatum; ouvert le; date du litige; geopend op; datum geschil | date; Datum; datum", required: true);
        _closed = Day("closed_on", "until when", "closed; closed on; resolved; resolved on; settled on; geschlossen am; erledigt am; clos le; résolu le; gesloten op; opgelost op");
        CurrencyOf = Currency();
        var amount = Money("amount", "amount disputed", "disputed amount; dispute amount; amount; strittiger Betrag; Betrag; montant contesté; montant; betwist bedrag; bedrag", required: true);
        var owner = Reference("owner", ReferenceTarget.Person, "who sees to it", Headings.Owner + "; assigned to; case owner; Bearbeiter; behandelaar");
        var note = Text("note", "in words", "note; notes; comment; description; Bemerkung; Beschreibung; remarque; commentaire; opmerking; toelichting", longest: 4000);
        Targets =
        [
            Target.Of<Dispute>("disputes").Key((nameof(Dispute.InvoiceId), LookupSource.By<Invoice>(nameof(Invoice.Number), _invoice)), (nameof(Dispute.OpenedOn), _opened))
                .Set(nameof(Dispute.Reason), reason).Set(nameof(Dispute.ClosedOn), _closed).Set(nameof(Dispute.Currency), CurrencyOf).Set(nameof(Dispute.AmountMinor), amount)
                .Set(nameof(Dispute.OwnerId), owner).Set(nameof(Dispute.Note), note),
        ];
    }

    public override string Name => "disputes";

    public override IReadOnlyList<string> OtherNames => ["dispute"];

    public override string What => "disputes, one a row";

    public override string Feed => "receivables";

    public override int Rank => 80;

    public override IReadOnlyList<Field> Identity => [_invoice, _opened];

    public override IReadOnlyList<Target> Targets { get; }

    public override Field? CurrencyOf { get; }

    public override void Complete(RowDraft row, CompletionContext context) => row.WarnIfBefore(_closed, _opened, "closed before it was opened");
}
