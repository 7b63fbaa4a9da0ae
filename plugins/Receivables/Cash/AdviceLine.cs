namespace Copilot.Plugins.Receivables.Cash;

/// <summary>Finds the document that one line of a remittance advice means.</summary>
internal static class AdviceLine
{
    private const int LeastDigitsForASlip = 4;

    /// <summary>The best reading of a line, or why there is none.</summary>
    /// <param name="ledger">What is open.</param>
    /// <param name="advice">The line.</param>
    /// <param name="payment">The payment it came with.</param>
    /// <param name="customer">Who paid.</param>
    /// <param name="given">What earlier lines of the same advice take of an item.</param>
    public static CashCandidate Read(CashLedger ledger, CashAdvice advice, CashPayment payment, int customer, Func<int, long> given)
    {
        var key = NumberKey.Of(advice.InvoiceNumber);
        bool Payable(int index) => ledger[index].Currency == payment.Currency && Left(index) != 0;
        long Left(int index) => ledger.Left(index) - given(index);
        CashCandidate? Fitted(int index, decimal part) => Fit(ledger[index], Left(index), advice, payment.ReceivedOn, part);

        var numbered = ledger.Numbered(key).Where(Payable).ToArray();
        var own = numbered.Where(index => ledger[index].Customer == customer).Select(index => Fitted(index, CashConfidence.NamedPart)!).MaxBy(candidate => candidate.Confidence);
        if (own?.Confidence >= CashConfidence.Sure)
        {
            return own;
        }

        if (own is null && Settled(ledger, key, customer) is { } settled)
        {
            return settled;
        }

        var slips = key.Length < LeastDigitsForASlip ? [] : NumberKey.Slips(key).Distinct(StringComparer.Ordinal).SelectMany(ledger.Numbered)
            .Where(index => Payable(index) && ledger[index].Customer == customer)
            .Select(index => Fitted(index, 0)!).Where(candidate => candidate.Confidence > 0).ToArray();
        if (slips.Length == 1)
        {
            // the written number exists as well, only with another amount: the slip is likelier, yet not beyond doubt
            var trust = own is null ? CashConfidence.NamedWithSlip : CashConfidence.NamedNeighbour;
            return slips[0].AtMost(trust, $"written as {advice.InvoiceNumber}");
        }

        if (own is not null)
        {
            return own;
        }

        var ordered = ledger.Ordered(key).Where(index => Payable(index) && ledger[index].Customer == customer).ToArray();
        if (ordered.Length > 0 && ordered.Sum(Left) == advice.PaidMinor)
        {
            return new CashCandidate([.. ordered.Select(index => new CashLine(ledger[index], Left(index)))], CashConfidence.NamedByOrder, $"names the order {advice.InvoiceNumber}");
        }

        var others = numbered.Select(index => Fitted(index, 0)!).Where(candidate => candidate.Confidence > 0).ToArray();
        if (others.Length == 1)
        {
            return others[0].AtMost(CashConfidence.NamedOfAnother, "the invoice is another customer's");
        }

        var equal = ledger.Of(customer, payment.Currency).Where(index => Payable(index) && Left(index) == advice.PaidMinor).ToArray();
        return equal.Length == 1
            ? new CashCandidate([new CashLine(ledger[equal[0]], Left(equal[0]))], CashConfidence.AmountLessDiscount, $"{advice.InvoiceNumber} is no open invoice, its amount is that of {ledger[equal[0]].Number}")
            : new CashCandidate([], 0, OtherCurrency(ledger, key, payment, customer) ?? $"{advice.InvoiceNumber} is no open invoice");
    }

    /// <summary>Says so when a number is the customer's, in another currency than the payment.</summary>
    public static string? OtherCurrency(CashLedger ledger, string key, CashPayment payment, int customer) =>
        ledger.Numbered(key).Where(index => ledger[index].Customer == customer && ledger[index].Currency != payment.Currency)
            .Select(index => $"{ledger[index].Number} is in {ledger[index].Currency}, the payment in {payment.Currency}: agree on a rate and apply it by hand").FirstOrDefault();

    // how the line's amount compares with what is left; "part" is the trust in a line that pays something else than what is left
    private static CashCandidate Fit(CashItem item, long left, CashAdvice advice, DateOnly receivedOn, decimal part)
    {
        var (paid, kept) = (advice.PaidMinor, advice.DeductionMinor);
        var discount = left - paid;
        if (paid == left)
        {
            return new CashCandidate([new CashLine(item, paid)], CashConfidence.NamedExactly, "the amount is exactly what is open");
        }

        if (Math.Sign(paid) != Math.Sign(left) || paid == 0)
        {
            return new CashCandidate([], 0, $"{item.Number} does not go with that amount");
        }

        if (discount > 0 && EarlyPayment.Allowed(item, left, receivedOn) is > 0 and var allowed && Math.Abs(discount - allowed) <= 1)
        {
            return new CashCandidate([new CashLine(item, paid, discount, 0, "early-payment discount within its terms")], CashConfidence.NamedLessDiscount, "the amount is what is open less the early-payment discount");
        }

        if (kept > 0 && paid + kept == left)
        {
            var why = string.IsNullOrWhiteSpace(advice.DeductionReason) ? "a deduction without a reason" : advice.DeductionReason;
            return new CashCandidate([new CashLine(item, paid, 0, kept, why)], CashConfidence.NamedLessDiscount, "the amount and the deduction make what is open");
        }

        return Math.Abs(paid) < Math.Abs(left)
            ? new CashCandidate([new CashLine(item, paid, 0, kept > 0 && paid + kept < left ? kept : 0, "part payment")], part, "part of what is open")
            : new CashCandidate([new CashLine(item, left)], part == 0 ? 0 : CashConfidence.NamedOver, $"more than is open on {item.Number}");
    }

    private static CashCandidate? Settled(CashLedger ledger, string key, int customer)
    {
        var settled = ledger.Settled(key).FirstOrDefault(item => item.Customer == customer);
        return settled is not null
            ? new CashCandidate([], 0, $"{settled.Number} was settled on {settled.ClosedOn:yyyy-MM-dd}: a second payment of it")
            : ledger.TakenBy(key, customer) is { } payment ? new CashCandidate([], 0, $"{payment} already covers it: a second payment") : null;
    }
}
