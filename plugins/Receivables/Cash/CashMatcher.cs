using Copilot.Core;

namespace Copilot.Plugins.Receivables.Cash;

/// <summary>
/// Says what payments are for. It reads, in this order of trust: the remittance advice, the numbers in the reference, the amount; each
/// against what is open in the payment's currency for the customer who paid. Nothing is given out twice and nothing beyond what was paid or
/// is owed; what cannot be told stays unknown.
/// </summary>
internal sealed class CashMatcher(CashLedger ledger, PayerNames payers)
{
    private const decimal NamesSomethingElse = 0.6m;

    /// <summary>A suggestion for every payment, in the order given. What is surest is given out first.</summary>
    public IReadOnlyList<CashSuggestion> Match(IReadOnlyList<CashPayment> payments)
    {
        var result = new CashSuggestion[payments.Count];
        var seen = new int[payments.Count];
        var waiting = Enumerable.Range(0, payments.Count).OrderBy(i => payments[i].ReceivedOn).ThenBy(i => payments[i].Number, StringComparer.Ordinal).ToList();

        // the second round of sure ones sees what the first has taken away
        foreach (var least in new[] { CashConfidence.Sure, CashConfidence.Sure, CashConfidence.Likely, CashConfidence.Least })
        {
            var left = new List<int>();
            foreach (var index in waiting)
            {
                if (result[index] is null || result[index].Lines.Count == 0 || seen[index] != Changes(result[index]) || !ledger.Holds(result[index]))
                {
                    result[index] = Suggest(payments[index], least);
                    seen[index] = Changes(result[index]);
                }

                if (result[index].Lines.Count > 0 && result[index].Confidence >= least)
                {
                    ledger.Take(result[index]);
                }
                else
                {
                    left.Add(index);
                }
            }

            waiting = left;
        }

        return result;
    }

    // once guesses have been given out, what is left proves nothing by being the only one left
    private CashSuggestion Suggest(CashPayment payment, decimal least)
    {
        var suggestion = Suggest(payment);
        return least < CashConfidence.Sure && suggestion.Confidence >= CashConfidence.Sure ? suggestion with { Confidence = CashConfidence.NamedByOrder } : suggestion;
    }

    /// <summary>A suggestion for one payment against what is left.</summary>
    public CashSuggestion Suggest(CashPayment payment)
    {
        var numbers = ReferenceReader.Read(payment.Reference);
        var (customer, certain, who) = Payer(payment, numbers);
        if (customer is not { } payer)
        {
            return OfAnybody(payment, who);
        }

        var named = NamedItems.Of(ledger, numbers, payment, payer);
        var byAdvice = payment.Lines.Count == 0 ? null : AdviceMatch.Read(ledger, payment, payer);
        var byReference = ReferenceMatch.Read(ledger, payment, payer, named);
        CashCandidate?[] read = [byAdvice, byReference];
        var best = read.OfType<CashCandidate>().Where(candidate => candidate.Lines.Count > 0).MaxBy(candidate => candidate.Confidence);
        if (best is null && named.SecondAmounts.Contains(payment.UnappliedMinor))
        {
            return Unknown(payment, payer, $"{named.Second[0]}: it looks like a second payment");
        }

        best ??= OfAnother(payment, payer, numbers) ?? ByAmount(payment, payer, certain, named, byAdvice);
        return best is null || best.Confidence < CashConfidence.Least
            ? Unknown(payment, payer, byAdvice?.Reason ?? Nothing(payment, payer, named))
            : new CashSuggestion(payment, payer, best.Lines, best.Confidence, payment.Customer is null ? $"{best.Reason} ({who})" : best.Reason);
    }

    private CashCandidate? ByAmount(CashPayment payment, int payer, bool certain, NamedItems named, CashCandidate? byAdvice)
    {
        var found = AmountMatch.Read(ledger, payment, payer);
        if (found is null)
        {
            return null;
        }

        if (byAdvice is not null || named.NamesUnknown || named.OtherCurrency is not null || named.Second.Count > 0)
        {
            found = found.AtMost(NamesSomethingElse, "but the payer names something else");
        }

        return certain ? found : found.AtMost(CashConfidence.SimilarPayer * found.Confidence);
    }

    // a company that pays for another one of its group
    private CashCandidate? OfAnother(CashPayment payment, int payer, IReadOnlyList<WrittenNumber> numbers)
    {
        var owners = OwnersNamed(payment, numbers).Distinct().Where(owner => owner != payer && Confirms(payment, numbers, owner)).Take(2).ToArray();
        return owners.Length == 1
            ? ReferenceMatch.Read(ledger, payment, owners[0], NamedItems.Of(ledger, numbers, payment, owners[0]))?.AtMost(CashConfidence.NamedOfAnother, "the invoice is another customer's")
            : null;
    }

    // who paid: as booked, by name, or by invoices that are named and right to the penny
    private (int? Customer, bool Certain, string Why) Payer(CashPayment payment, IReadOnlyList<WrittenNumber> numbers)
    {
        if (payment.Customer is { } known)
        {
            return (known, true, "the customer is booked on the payment");
        }

        var recognised = payers.Recognise(payment.Payer);
        if (recognised is { Customer: { } named, Certain: true })
        {
            return (named, true, recognised.Why);
        }

        var byInvoice = OwnersNamed(payment, numbers).Distinct().Where(owner => Confirms(payment, numbers, owner)).Take(2).ToArray();
        return byInvoice.Length == 1
            ? (byInvoice[0], true, "the invoices named are this customer's")
            : (recognised.Customer, false, recognised.Why);
    }

    private IEnumerable<int> OwnersNamed(CashPayment payment, IReadOnlyList<WrittenNumber> numbers) =>
        payment.Lines.Select(line => NumberKey.Of(line.InvoiceNumber)).Concat(numbers.Select(number => number.Key))
            .SelectMany(ledger.Numbered).Where(index => ledger[index].Currency == payment.Currency).Select(index => ledger[index].Customer);

    private bool Confirms(CashPayment payment, IReadOnlyList<WrittenNumber> numbers, int owner) =>
        AdviceMatch.Read(ledger, payment, owner)?.Confidence >= CashConfidence.Sure
        || ReferenceMatch.Read(ledger, payment, owner, NamedItems.Of(ledger, numbers, payment, owner))?.Confidence >= CashConfidence.Sure;

    private CashSuggestion OfAnybody(CashPayment payment, string who)
    {
        var equal = ledger.Amounting(payment.Currency, payment.UnappliedMinor).Take(2).ToArray();
        return equal.Length == 1
            ? new CashSuggestion(
                payment, ledger[equal[0]].Customer, Sets.InFull(ledger, equal), CashConfidence.AmountOfAnybody, $"{who}; one invoice in the books is of exactly this amount, {ledger[equal[0]].Number}")
            : Unknown(payment, null, equal.Length == 0 ? $"{who}, nothing is named that is open, and no open invoice has this amount" : $"{who}, nothing is named that is open, and several invoices have this amount");
    }

    private string Nothing(CashPayment payment, int payer, NamedItems named)
    {
        var items = ledger.Of(payer, payment.Currency).ToArray();
        return named.OtherCurrency is { } foreign ? foreign
            : named.Second.Count > 0 ? $"{named.Second[0]}, and no open invoice fits the amount"
            : items.Length == 0 ? $"nothing is open in {payment.Currency} for this customer"
            : $"nothing is named, and neither one nor up to {SubsetSum.MostTogether} together of the {items.Length} open items make the amount";
    }

    private int Changes(CashSuggestion suggestion) => suggestion.Customer is { } customer ? ledger.Changes(customer, suggestion.Payment.Currency) : -1;

    private static CashSuggestion Unknown(CashPayment payment, int? customer, string reason) => new(payment, customer, [], 0, reason);
}
