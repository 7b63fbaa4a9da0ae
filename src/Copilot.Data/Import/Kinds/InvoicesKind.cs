using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>
/// Invoices, one a row. A settled date closes the invoice on that day with nothing open; before that day it counts as open in full. A
/// customer number that is not known makes a customer.
/// </summary>
internal sealed class InvoicesKind : ImportKind
{
    private readonly Field _number, _issued, _due, _terms, _amount, _open, _paid, _settled, _openNow, _closed, _closedToday;

    public InvoicesKind()
    {
        _number = Key("number", "invoice number", Headings.Invoice, numbering: DocumentKind.Invoice);
        var customer = Reference("customer", ReferenceTarget.Customer, "customer number or name", Headings.Customer, required: true);
        var customerName = Text("customer_name", "the customer's name", Headings.CustomerName);
        var customerCountry = Add(new Field("customer_country", FieldType.Country, "the customer's country", Headings.CustomerCountry));
        var customerRegion = Text("customer_region", "the customer's sales region", Headings.CustomerRegion);
        _issued = Day("issued_on", "invoice date", "invoice date; invoiced on; billing date; bill date; issue date; issued; date of invoice; Rechnungsdatum; Fakturadatum; Rg-Datum; Belegdatum; date de facture; date facture; date d'émission; date de facturation; factuurdatum | document date; posting date; doc date; Buchungsdatum; date; Datum; date comptable; boekdatum", required: true);
        _due = Day("due_on", "due date", "due date; due; due on; payment due; net due date; date due; Fälligkeitsdatum; Fälligkeit; fällig am; Nettofälligkeit; date d'échéance; échéance; vervaldatum; vervaldag; uiterste betaaldatum");
        _terms = Whole("terms_days", "days from invoice to due date, where there is no due date", "payment terms days; payment terms; terms days; terms; net days; Zahlungsziel; délai de paiement; betaaltermijn; betalingstermijn");
        var currency = Currency();
        _amount = Money("amount", "amount with tax", "invoice amount; invoice total; invoice value; amount in document currency; gross amount; total amount; total due; original amount; Rechnungsbetrag; Rechnungssumme; Bruttobetrag; Gesamtbetrag; "
            + "montant facture; montant de la facture; montant ttc; total ttc; factuurbedrag; brutobedrag; totaalbedrag | amount; total; Betrag; Summe; montant; bedrag; totaal", required: true);
        _open = Money("open", "what is still owed", "open amount; outstanding amount; outstanding; balance; balance due; amount due; open balance; remaining amount; offener Betrag; offen; Restbetrag; Saldo; Offener Posten; "
            + "montant ouvert; solde; reste à payer; montant dû; restant dû; openstaand bedrag; openstaand; saldo; restbedrag");
        _paid = Money("paid", "what was paid of it", "paid amount; amount paid; paid; bezahlter Betrag; bezahlt; gezahlt; montant payé; montant réglé; payé; betaald bedrag; betaald");
        _settled = Day("settled_on", "day on which it was settled in full", "settled date; settled on; settlement date; clearing date; cleared on; paid on; paid date; payment date; date paid; closed date; Ausgleichsdatum; Ausgleich; bezahlt am; Zahldatum; Zahlungsdatum; "
            + "date de règlement; date de paiement; réglé le; date de lettrage; betaaldatum; betaald op; voldaan op; datum voldaan");
        var disputed = Flag("disputed", "whether it was ever disputed", "disputed; dispute; in dispute; is disputed; strittig; Reklamation; reklamiert; litige; en litige; contesté; betwist; in geschil");
        var order = Document("order", ReferenceTarget.Order, DocumentKind.Order, "order number", "order number; sales order; order id; order no; Auftragsnummer; numéro de commande; n° commande; ordernummer", required: false, lenient: true);
        _openNow = Computed("open_now", FieldType.Money, _open, _paid);
        _closed = Computed("closed_on", FieldType.Day, _settled, _open, _paid);
        _closedToday = Computed("closed_today", FieldType.Day, _open, _paid);
        CurrencyOf = currency;
        CompanionsOf = new Dictionary<Field, Companions> { [customer] = new(customerName, customerCountry, customerRegion) };
        Targets =
        [
            Target.Of<Invoice>("invoices").Key((nameof(Invoice.Number), _number))
                .Set(nameof(Invoice.CustomerId), customer).Set(nameof(Invoice.OrderId), LookupSource.By<Order>(nameof(Order.Number), order))
                .Set(nameof(Invoice.IssuedOn), _issued).Set(nameof(Invoice.DueOn), _due).Set(nameof(Invoice.Currency), currency)
                .Set(nameof(Invoice.AmountMinor), _amount).Set(nameof(Invoice.OpenMinor), new FollowSource(_openNow, nameof(Invoice.AmountMinor), _amount))
                .Set(nameof(Invoice.ClosedOn), new StickySource(_closed, _closedToday)).Set(nameof(Invoice.Disputed), disputed)
                .Then(Settlement.OpenAmounts),
        ];
    }

    public override string Name => "invoices";

    public override IReadOnlyList<string> OtherNames => ["invoice", "receivables", "open_items", "bills"];

    public override string What => "invoices, one a row";

    public override string Feed => "receivables";

    public override int Rank => 60;

    public override IReadOnlyList<Field> Identity => [_number];

    public override IReadOnlyList<Target> Targets { get; }

    public override Field? CurrencyOf { get; }

    public override IReadOnlyList<Field> OneOf => [_due, _terms];

    public override IReadOnlyDictionary<Field, Companions> CompanionsOf { get; }

    public override void Complete(RowDraft row, CompletionContext context)
    {
        row.RefuseNegative(_amount, "an invoice is not negative: credits are imported as credit_notes");
        if (!row.Has(_due))
        {
            if (row.Number(_terms) is { } days && row.Day(_issued) is { } issued)
            {
                row.Set(_due, issued.AddDays((int)Math.Min(days, 3650)));
            }
            else
            {
                row.Fault(_due, "", "there is neither a due date nor payment terms");
            }
        }

        Settle(row, context);
        row.WarnIfBefore(_due, _issued, "due before invoiced");
        row.WarnIfBefore(_settled, _issued, "settled before invoiced");
        if (row.Day(_settled) > context.Today)
        {
            row.Warn("settled on a day to come", $"{row.Day(_settled):yyyy-MM-dd}");
        }
    }

    private void Settle(RowDraft row, CompletionContext context)
    {
        if (row.Number(_amount) is not { } amount)
        {
            return;
        }

        var open = row.Number(_open) ?? (row.Number(_paid) is { } paid ? amount - paid : null);
        if (row.Has(_settled))
        {
            if (open > 0)
            {
                row.Warn("settled, yet something is open: taken as settled", $"{row.Day(_settled):yyyy-MM-dd}");
            }

            row.Copy(_settled, _closed);
            row.Set(_openNow, 0L);
        }
        else if (open <= 0 && amount > 0)
        {
            row.Warn("nothing is open and no day of settlement is given: taken as settled today", row.Text(_number) ?? "");
            row.Set(_closedToday, context.Today);
            row.Set(_openNow, 0L);
        }
        else if (open is not null)
        {
            if (open > amount)
            {
                row.Warn("more is open than was invoiced", row.Text(_number) ?? "");
            }

            row.Set(_openNow, open);
        }
    }
}
