using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Penalties that retailers took or claim.</summary>
internal sealed class ChargebacksKind : ImportKind
{
    private readonly Field _number, _claimed, _until, _amount, _assumedUntil;

    public ChargebacksKind()
    {
        _number = Key("number", "chargeback number", "chargeback number; chargeback id; chargeback; claim number; claim id; deduction number; debit memo; debit memo number; Belastungsnummer; Belastungsanzeige; Rückbelastung; numéro de litige; note de débit; numéro de pénalité; debetnota; claimnummer | number; id; document number", numbering: DocumentKind.Chargeback);
        var customer = Reference("customer", ReferenceTarget.Customer, "the retailer", Headings.Customer + "; retailer", required: true);
        var customerName = Text("customer_name", "the customer's name", Headings.CustomerName + "; retailer name");
        var order = Document("order", ReferenceTarget.Order, DocumentKind.Order, "the order it is about", "order number; sales order; order; order id; Auftragsnummer; numéro de commande; ordernummer", required: false, lenient: true);
        var invoice = Document("invoice", ReferenceTarget.Invoice, DocumentKind.Invoice, "the invoice it was kept back from", "invoice number; invoice; invoice id; Rechnungsnummer; numéro de facture; factuurnummer", required: false, lenient: true);
        var shipment = Document("shipment", ReferenceTarget.Shipment, DocumentKind.Shipment, "the delivery it is about", "shipment number; shipment; delivery number; asn; Lieferscheinnummer; numéro de livraison; pakbonnummer", required: false, lenient: true);
        var reason = Choice<ChargebackReason>("reason", "why", "reason; reason code; chargeback reason; violation; violation type; Grund; Belastungsgrund; motif; motif de pénalité; reden", required: true);
        _claimed = Day("claimed_on", "day of the claim", "claimed on; claim date; chargeback date; deduction date; issue date; Belastungsdatum; date de réclamation; date de la note; claimdatum | date; Datum; datum", required: true);
        _until = Day("dispute_until", "last day on which it can be disputed; 30 days after the claim where it is not given", "dispute until; dispute by; dispute deadline; dispute window end; deadline; Einspruchsfrist; Frist; contestable jusqu'au; date limite; bezwaar tot; uiterste datum");
        var decided = Day("decided_on", "day on which it was decided", "decided on; closed on; resolved on; decision date; entschieden am; décidé le; clos le; beslist op; afgesloten op");
        CurrencyOf = Currency();
        _amount = Money("amount", "amount", "chargeback amount; claim amount; deduction amount; amount; penalty; Belastungsbetrag; Betrag; montant; pénalité; bedrag; boete", required: true);
        var status = Choice<ChargebackStatus>("status", "open, disputed, accepted, won, lost or expired", "status; state; claim status; Status; statut; état");
        var text = Text("text", "the retailer's words", "description; text; details; comment; reason text; Beschreibung; Text; libellé; détail; omschrijving; toelichting", longest: 4000);
        var owner = Reference("owner", ReferenceTarget.Person, "who sees to it", Headings.Owner + "; assigned to; Bearbeiter; behandelaar");
        _assumedUntil = Computed("until_now", FieldType.Day, _until);
        CompanionsOf = new Dictionary<Field, Companions> { [customer] = new(customerName) };
        Targets =
        [
            Target.Of<Chargeback>("chargebacks").Key((nameof(Chargeback.Number), _number))
                .Set(nameof(Chargeback.CustomerId), customer).Set(nameof(Chargeback.OrderId), LookupSource.By<Order>(nameof(Order.Number), order))
                .Set(nameof(Chargeback.InvoiceId), LookupSource.By<Invoice>(nameof(Invoice.Number), invoice)).Set(nameof(Chargeback.ShipmentId), LookupSource.By<Shipment>(nameof(Shipment.Number), shipment))
                .Set(nameof(Chargeback.Reason), reason).Set(nameof(Chargeback.ClaimedOn), _claimed).Set(nameof(Chargeback.DisputeUntil), _assumedUntil).Set(nameof(Chargeback.DecidedOn), decided)
                .Set(nameof(Chargeback.Currency), CurrencyOf).Set(nameof(Chargeback.AmountMinor), _amount).Set(nameof(Chargeback.Status), status).Set(nameof(Chargeback.Text), text)
                .Set(nameof(Chargeback.OwnerId), owner),
        ];
    }

    public override string Name => "chargebacks";

    public override IReadOnlyList<string> OtherNames => ["chargeback", "deductions"];

    public override string What => "chargebacks, one a row";

    public override string Feed => "chargebacks";

    public override int Rank => 80;

    public override IReadOnlyList<Field> Identity => [_number];

    public override IReadOnlyList<Target> Targets { get; }

    public override Field? CurrencyOf { get; }

    public override IReadOnlyDictionary<Field, Companions> CompanionsOf { get; }

    public override void Complete(RowDraft row, CompletionContext context)
    {
        row.Set(_assumedUntil, row.Day(_until) ?? row.Day(_claimed)?.AddDays(30));
        row.RefuseNegative(_amount, "a chargeback is not negative");
        row.WarnIfBefore(_until, _claimed, "the dispute window ends before the claim");
    }
}
