using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Promises to pay.</summary>
internal sealed class PromisesKind : ImportKind
{
    private readonly Field _customer, _invoice, _made, _for;

    public PromisesKind()
    {
        _customer = Reference("customer", ReferenceTarget.Customer, "customer number or name", Headings.Customer, required: true);
        var customerName = Text("customer_name", "the customer's name", Headings.CustomerName);
        _invoice = Document("invoice", ReferenceTarget.Invoice, DocumentKind.Invoice, "for which invoice; none for the account", Headings.Invoice, required: false);
        _made = Day("made_on", "when given", "made on; promise made; given on; noted on; call date; date noted; gegeben am; Zusage vom; donné le; date d'appel; gegeven op; gemaakt op | date; Datum; datum", required: true);
        _for = Day("promised_for", "the day promised", "promised for; promise date; promised date; pay by; promise to pay date; zugesagt für; Zahlungszusage; Zusagedatum; promis pour; date promise; beloofd voor; toegezegde datum", required: true);
        CurrencyOf = Currency();
        var amount = Money("amount", "how much", "promised amount; promise amount; amount; zugesagter Betrag; Betrag; montant promis; montant; toegezegd bedrag; bedrag", required: true);
        var kept = Day("kept_on", "the day on which it had been paid in full", "kept on; kept; paid on; fulfilled on; eingehalten am; bezahlt am; tenu le; payé le; nagekomen op; betaald op");
        var by = Reference("taken_by", ReferenceTarget.Person, "who noted it", "taken by; noted by; collector; user; erfasst von; Sachbearbeiter; noté par; genoteerd door");
        CompanionsOf = new Dictionary<Field, Companions> { [_customer] = new(customerName) };
        Targets =
        [
            Target.Of<PaymentPromise>("promises")
                .Key((nameof(PaymentPromise.CustomerId), _customer), (nameof(PaymentPromise.InvoiceId), LookupSource.By<Invoice>(nameof(Invoice.Number), _invoice)),
                    (nameof(PaymentPromise.MadeOn), _made), (nameof(PaymentPromise.PromisedFor), _for))
                .Set(nameof(PaymentPromise.Currency), CurrencyOf).Set(nameof(PaymentPromise.AmountMinor), amount).Set(nameof(PaymentPromise.KeptOn), kept).Set(nameof(PaymentPromise.TakenById), by),
        ];
    }

    public override string Name => "promises";

    public override IReadOnlyList<string> OtherNames => ["promise", "promises_to_pay"];

    public override string What => "promises to pay, one a row";

    public override string Feed => "receivables";

    public override int Rank => 80;

    public override IReadOnlyList<Field> Identity => [_customer, _invoice, _made, _for];

    public override IReadOnlyList<Target> Targets { get; }

    public override Field? CurrencyOf { get; }

    public override IReadOnlyDictionary<Field, Companions> CompanionsOf { get; }

    public override void Complete(RowDraft row, CompletionContext context) => row.WarnIfBefore(_for, _made, "promised for a day before it was given");
}
