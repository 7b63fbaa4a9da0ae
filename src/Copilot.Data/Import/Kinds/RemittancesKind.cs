using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Lines of the remittance advice that came with a known payment.</summary>
internal sealed class RemittancesKind : ImportKind
{
    private readonly Field _payment, _invoice, _amount;

    public RemittancesKind()
    {
        _payment = Document("payment", ReferenceTarget.Payment, DocumentKind.Payment, "payment number", Headings.Payment, required: true);
        _invoice = Key("invoice", "the invoice as the payer wrote it", Headings.Invoice);
        CurrencyOf = Currency();
        _amount = Money("amount", "what is paid of it", "amount; amount paid; paid amount; net paid; Betrag; Zahlbetrag; montant; montant payé; bedrag; betaald bedrag", required: true);
        var deduction = Money("deduction", "what was kept back", "deduction; deduction amount; deducted; short pay; discount taken; Abzug; Kürzung; Skonto; déduction; retenue; aftrek; inhouding");
        var reason = Text("deduction_reason", "why, as the payer wrote it", "deduction reason; reason; reason code; adjustment reason; Abzugsgrund; Kürzungsgrund; motif; motif de déduction; reden; reden aftrek");
        Targets =
        [
            Target.Of<RemittanceLine>("remittance lines")
                .Key((nameof(RemittanceLine.PaymentId), LookupSource.By<Payment>(nameof(Payment.Number), _payment)), (nameof(RemittanceLine.InvoiceNumber), _invoice))
                .Set(nameof(RemittanceLine.AmountMinor), _amount).Set(nameof(RemittanceLine.DeductionMinor), deduction).Set(nameof(RemittanceLine.DeductionReason), reason),
        ];
    }

    public override string Name => "remittances";

    public override IReadOnlyList<string> OtherNames => ["remittance", "remittance_advice"];

    public override string What => "remittance advice lines, one a row";

    public override string Feed => "bank";

    public override int Rank => 80;

    public override IReadOnlyList<Field> Identity => [_payment, _invoice];

    public override IReadOnlyList<Target> Targets { get; }

    public override Field? CurrencyOf { get; }
}
