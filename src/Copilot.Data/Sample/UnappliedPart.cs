using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>Money of the last days that nobody has applied yet: from plain cases to hard ones.</summary>
internal sealed class UnappliedPart(SampleWorld world, List<InvoiceDraft> invoices)
{
    private readonly HashSet<InvoiceDraft> _used = [];

    public static List<PaymentDraft> Make(SampleWorld world, List<InvoiceDraft> invoices) => new UnappliedPart(world, invoices).Make();

    /// <summary>What the customer was charged too much: units not sent, or the price above the order's.</summary>
    public static (int Units, long AmountMinor) Missing(InvoiceDraft draft)
    {
        var (units, amount) = (0, 0L);
        foreach (var line in draft.Lines)
        {
            var sent = draft.Shipment!.Lines.First(candidate => candidate.OrderLineId == line.OrderLineId);
            var ordered = draft.Shipment.Order.Lines.First(candidate => candidate.Id == line.OrderLineId);
            units += line.Quantity - sent.Quantity;
            amount += line.AmountMinor - (sent.Quantity * ordered.UnitPriceMinor);
        }

        return (units, amount);
    }

    private List<PaymentDraft> Make()
    {
        var yesterday = world.Yesterday;
        var before = yesterday.AddWorkdays(-1);
        var byText = Open("Atelier Nord", 1);
        var twoByText = Open("Kaufhaus Adler", 2);
        var early = Open("Drogerie Sonnen", 1, newest: true);
        return
        [
            // remittance advice and amounts agree
            Pay(yesterday, Open(OpenOrderFacts.PayableByCash, 2)),
            Pay(yesterday, Open("Harrowgate Department Stores", 3)),
            Pay(before, Open("Mercer Street Market", 1), spelling: number => number.Replace("-", " ", StringComparison.Ordinal)),

            // only the bank's text names the invoices
            Pay(before, byText, remittance: false, reference: $"BETALNING {byText[0].Invoice.Number}"),
            Pay(yesterday, twoByText, remittance: false, reference: $"RG {twoByText[0].Invoice.Number[4..]} {twoByText[1].Invoice.Number[4..]}"),

            // only the amount tells: the sum of two invoices
            Pay(yesterday, Open("Kingsway Pharmacy", 2), remittance: false, reference: "FASTER PAYMENT"),

            // two percent for early payment
            Pay(yesterday, early, remittance: false, discount: true, reference: $"{early[0].Invoice.Number} ABZGL 2% SKONTO"),
            Pay(yesterday, Open("De Gouden Linde", 1, newest: true), discount: true, reference: "BETALING MET KORTING"),

            // less than owed, with a reason
            ShortForChargeback(yesterday),
            ShortForUnits(yesterday),

            // nothing but a name that is nearly known
            Pay(yesterday, Open("Parfumerie Lavigne", 1, newest: true), remittance: false, payer: "PARF. LAVIGNE SARL", reference: "VIREMENT SEPA", known: false),

            // digits transposed in the remittance advice
            Pay(before, Open("Orchard Travel Retail", 1, newest: true), spelling: number => $"{number[..^2]}{number[^1]}{number[^2]}", reference: "ZAHLUNG"),

            // on account, and paid twice
            OnAccount(world.Customer("Galerie Marchand"), before, 150_000, "ACOMPTE"),
            PaidTwice("Blue Heron Gifts", before),
        ];
    }

    private List<InvoiceDraft> Open(string customer, int count, bool newest = false)
    {
        var candidates = invoices.Where(draft => draft.Customer.Name == customer && IsPlainAndOpen(draft) && !_used.Contains(draft));
        var chosen = (newest ? candidates.OrderByDescending(draft => draft.Invoice.Id.Value) : candidates.OrderBy(draft => draft.Invoice.DueOn)).Take(count).ToList();
        if (chosen.Count < count)
        {
            throw new InvalidOperationException($"{customer} has {chosen.Count} plain open invoices; {count} are needed.");
        }

        _used.UnionWith(chosen);
        return chosen;
    }

    private bool IsPlainAndOpen(InvoiceDraft draft) =>
        draft.PaysOn >= world.Day && draft is { Planted: false, Duplicate: false, Chargebacks.Count: 0 }
        && (draft.Shipment is null || draft.Shipment.Order is { Gap: Gap.None, Fate: not Fate.InvoicedUnshipped });

    private static PaymentDraft Pay(
        DateOnly day, List<InvoiceDraft> chosen, Func<string, string>? spelling = null, bool remittance = true, bool discount = false,
        string? payer = null, string? reference = null, bool known = true)
    {
        var customer = chosen[0].Customer;
        var payment = new PaymentDraft(customer, day)
        {
            Applied = false, Remittance = remittance, Spelling = spelling ?? (number => number), Payer = payer ?? customer.Name.ToUpperInvariant(),
            Reference = reference, Known = known,
        };
        foreach (var draft in chosen)
        {
            var off = discount ? new Money(draft.OpenMinor, draft.Invoice.Currency).Share(draft.Fact.Discount.Percent / 100).Minor : 0;
            payment.Shares.Add(new PaymentShare(draft, draft.OpenMinor - off, off, discount ? $"{draft.Fact.Discount.Percent:0} % early payment" : null));
        }

        return payment;
    }

    private PaymentDraft ShortForChargeback(DateOnly day)
    {
        var draft = invoices.First(draft => draft.PaysOn >= world.Day && draft.Chargebacks.Exists(claim => claim.Row!.Status == ChargebackStatus.Open));
        var claim = draft.Chargebacks.First(claim => claim.Row!.Status == ChargebackStatus.Open).Row!;
        return ShortPay(draft, day, claim.AmountMinor, $"{claim.Number} {Words.Of(claim.Reason)}");
    }

    // units that were invoiced and never sent; failing that, a price above the order's
    private PaymentDraft ShortForUnits(DateOnly day)
    {
        var draft = invoices.Where(draft => draft.PaysOn >= world.Day && !_used.Contains(draft) && draft.Shipment?.Order.Gap is Gap.ShortInvoicedInFull or Gap.PriceChanged)
            .OrderBy(draft => draft.Shipment!.Order.Gap).First();
        var (units, amount) = Missing(draft);
        return ShortPay(draft, day, amount, units > 0 ? $"short delivery {units} units" : "price above order");
    }

    private PaymentDraft ShortPay(InvoiceDraft draft, DateOnly day, long deduction, string reason)
    {
        _used.Add(draft);
        var payment = new PaymentDraft(draft.Customer, day) { Applied = false, Payer = draft.Customer.Name.ToUpperInvariant() };
        payment.Shares.Add(new PaymentShare(draft, draft.OpenMinor - deduction, deduction, reason));
        return payment;
    }

    private PaymentDraft PaidTwice(string name, DateOnly day)
    {
        var paid = invoices.Last(draft => draft.Customer.Name == name && draft.PaysOn < world.Day);
        return OnAccount(paid.Customer, day, paid.Invoice.AmountMinor, paid.Invoice.Number);
    }

    private static PaymentDraft OnAccount(Customer customer, DateOnly day, long amountMinor, string reference) =>
        new(customer, day) { ExtraMinor = amountMinor, Applied = false, Remittance = false, Payer = customer.Name.ToUpperInvariant(), Reference = reference };
}
