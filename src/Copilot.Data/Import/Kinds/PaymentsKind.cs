using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Money that came in. What is not said to be applied is unapplied.</summary>
internal sealed class PaymentsKind : ImportKind
{
    private readonly Field _number, _customer, _payer, _received, _amount, _unapplied, _payerNow;

    public PaymentsKind()
    {
        _number = Key("number", "payment number", Headings.Payment, numbering: DocumentKind.Payment);
        _customer = Reference("customer", ReferenceTarget.Customer, "who paid, once known", Headings.Customer);
        var customerName = Text("customer_name", "the customer's name", Headings.CustomerName);
        _payer = Text("payer", "the payer's name on the bank statement", "payer; payer name; remitter; from; paid by; Zahler; Auftraggeber Name; Einzahler; payeur; donneur d'ordre; betaler; naam betaler");
        _received = Day("received_on", "value date", "received; received on; received date; payment date; value date; date received; receipt date; Valuta; Wertstellung; Zahlungsdatum; Eingangsdatum; date de paiement; date de valeur; reçu le; betaaldatum; ontvangen op; valutadatum | posting date; booking date; date; Buchungsdatum; Datum; date comptable; boekdatum; datum", required: true);
        CurrencyOf = Currency();
        _amount = Money("amount", "amount", "payment amount; amount received; paid amount; amount; value; Zahlungsbetrag; Betrag; montant payé; montant reçu; montant; betaald bedrag; ontvangen bedrag; bedrag", required: true);
        _unapplied = Money("unapplied", "what of it is not applied to an invoice", "unapplied; unapplied amount; unallocated; open amount; on account; nicht zugeordnet; offen; non affecté; non lettré; niet toegewezen; openstaand");
        var reference = Text("reference", "text on the bank statement", "reference; payment reference; remittance text; description; details; memo; Verwendungszweck; Buchungstext; Referenz; référence; libellé; communication; omschrijving; kenmerk; betalingskenmerk", longest: 1000);
        _payerNow = Computed("payer_now", FieldType.Text, _payer);
        CompanionsOf = new Dictionary<Field, Companions> { [_customer] = new(customerName) };
        Targets =
        [
            Target.Of<Payment>("payments").Key((nameof(Payment.Number), _number))
                .Set(nameof(Payment.CustomerId), _customer).Set(nameof(Payment.Payer), _payerNow).Set(nameof(Payment.ReceivedOn), _received).Set(nameof(Payment.Currency), CurrencyOf)
                .Set(nameof(Payment.AmountMinor), _amount).Set(nameof(Payment.UnappliedMinor), new FollowSource(_unapplied, nameof(Payment.AmountMinor), _amount)).Set(nameof(Payment.Reference), reference),
        ];
        CustomerName = customerName;
    }

    public override string Name => "payments";

    public override IReadOnlyList<string> OtherNames => ["payment", "receipts", "bank"];

    public override string What => "payments, one a row";

    public override string Feed => "bank";

    public override int Rank => 70;

    public override IReadOnlyList<Field> Identity => [_number];

    public override IReadOnlyList<Target> Targets { get; }

    public override Field? CurrencyOf { get; }

    public override IReadOnlyDictionary<Field, Companions> CompanionsOf { get; }

    private Field CustomerName { get; }

    public override void Complete(RowDraft row, CompletionContext context)
    {
        row.RefuseNegative(_amount, "a payment is not negative");
        row.Set(_payerNow, row.Text(_payer) ?? row.Text(CustomerName));
        if (row.Number(_unapplied) > row.Number(_amount))
        {
            row.Fault(_unapplied, row.Slot(_unapplied).Decimal.ToString(System.Globalization.CultureInfo.InvariantCulture), "more is unapplied than was paid");
        }

        if (row.Day(_received) > context.Today)
        {
            row.Warn("received on a day to come", $"{row.Day(_received):yyyy-MM-dd}");
        }
    }
}
