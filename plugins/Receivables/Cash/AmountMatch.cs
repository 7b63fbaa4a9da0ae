namespace Copilot.Plugins.Receivables.Cash;

/// <summary>Reads a payment by its amount alone, against the open items of one customer.</summary>
internal static class AmountMatch
{
    private const decimal PerhapsSecond = 0.6m;
    private const decimal SeveralWays = 0.45m;
    private const int LeastForAll = 2;

    /// <summary>The best reading; nothing when no choice of open items makes the amount.</summary>
    public static CashCandidate? Read(CashLedger ledger, CashPayment payment, int customer)
    {
        var items = ledger.Of(customer, payment.Currency).ToArray();
        return items.Length == 0 ? null : One(ledger, payment, customer, items) ?? Many(ledger, payment, items) ?? OneShort(ledger, payment, items);
    }

    private static CashCandidate? One(CashLedger ledger, CashPayment payment, int customer, int[] items)
    {
        var equal = items.Where(index => ledger.Left(index) == payment.UnappliedMinor).ToArray();
        if (equal.Length == 1)
        {
            var found = new CashCandidate(Sets.InFull(ledger, equal), CashConfidence.AmountAlone, $"the amount is exactly what is open on {ledger[equal[0]].Number} and on no other invoice of the customer's");
            return ledger.SettledAmount(customer, payment.Currency, payment.UnappliedMinor) ? found.AtMost(PerhapsSecond, "an invoice of the same amount was settled lately, so it may be a second payment") : found;
        }

        if (equal.Length > 1)
        {
            return new CashCandidate(Sets.InFull(ledger, equal[..1]), CashConfidence.SameAmounts, $"{equal.Length} invoices of the customer's are of this amount ({Sets.Numbers([.. equal.Select(index => ledger[index])])}); the oldest is taken");
        }

        var discounted = items.Select(index => Sets.LessDiscount(ledger, [index], payment.UnappliedMinor, payment.ReceivedOn)).OfType<IReadOnlyList<CashLine>>().Take(2).ToArray();
        return discounted.Length == 0
            ? null
            : new CashCandidate(discounted[0], discounted.Length == 1 ? CashConfidence.AmountLessDiscount : SeveralWays, $"the amount is what is open on {discounted[0][0].Item.Number} less the early-payment discount");
    }

    private static CashCandidate? Many(CashLedger ledger, CashPayment payment, int[] items) =>
        Whole(ledger, payment, items, "everything that is open")
        ?? Whole(ledger, payment, [.. items.Where(index => ledger[index].DueOn < payment.ReceivedOn || ledger[index].IsCredit)], "everything that was overdue")
        ?? Run(ledger, payment, items)
        ?? Choice(ledger, payment, items);

    private static CashCandidate? Whole(CashLedger ledger, CashPayment payment, int[] items, string what)
    {
        if (items.Length < LeastForAll)
        {
            return null;
        }

        var lines = items.Sum(ledger.Left) == payment.UnappliedMinor ? Sets.InFull(ledger, items) : Sets.LessDiscount(ledger, items, payment.UnappliedMinor, payment.ReceivedOn);
        return lines is null ? null : new CashCandidate(lines, CashConfidence.WholeAccount, $"the amount is {what} on the account ({Sets.Numbers([.. items.Select(index => ledger[index])])})");
    }

    // invoices that follow one another by due date, as a payment run takes them
    private static CashCandidate? Run(CashLedger ledger, CashPayment payment, int[] items)
    {
        var starts = new Dictionary<long, int> { [0] = 0 };
        var (sum, found) = (0L, new List<(int From, int To)>());
        for (var end = 0; end < items.Length && found.Count < 2; end++)
        {
            sum += ledger.Left(items[end]);
            if (starts.TryGetValue(sum - payment.UnappliedMinor, out var from) && end - from >= 1)
            {
                found.Add((from, end));
            }

            starts[sum] = end + 1;
        }

        if (found.Count == 0)
        {
            return null;
        }

        int[] run = items[found[0].From..(found[0].To + 1)];
        return new CashCandidate(
            Sets.InFull(ledger, run), found.Count > 1 ? SeveralWays : CashConfidence.Run,
            $"the amount is that of {run.Length} invoices that follow one another by due date ({Sets.Numbers([.. run.Select(index => ledger[index])])})");
    }

    private static CashCandidate? Choice(CashLedger ledger, CashPayment payment, int[] items)
    {
        // without credit notes nothing bigger than the payment can be part of it
        var usable = Array.Exists(items, index => ledger[index].IsCredit) ? items : [.. items.Where(index => ledger.Left(index) < payment.UnappliedMinor)];
        var found = SubsetSum.Find([.. usable.Select(ledger.Left)], payment.UnappliedMinor, 2, SubsetSum.MostTogether, 3);
        if (found.Count == 0)
        {
            return null;
        }

        int[] chosen = [.. found[0].Select(position => usable[position])];
        var accident = Accident(ledger, usable, chosen.Length);
        var text = $"the amount is that of {chosen.Length} invoices together ({Sets.Numbers([.. chosen.Select(index => ledger[index])])})";
        return found.Count > 1
            ? new CashCandidate(Sets.InFull(ledger, chosen), SeveralWays, $"{text}; others together make it too")
            : new CashCandidate(Sets.InFull(ledger, chosen), decimal.Round(CashConfidence.Combination / (1 + accident), 2), $"{text}, and no others of up to {SubsetSum.MostTogether} make it");
    }

    /// <summary>How many choices of up to that many would hit an amount by accident: choices ÷ the minor units over which their sums spread.</summary>
    private static decimal Accident(CashLedger ledger, int[] items, int together)
    {
        var largest = items.Select(index => Math.Abs(ledger.Left(index))).OrderDescending().Take(together).Sum();
        return (decimal)SubsetSum.Choices(items.Length, together) / Math.Max(1, largest);
    }

    private static CashCandidate? OneShort(CashLedger ledger, CashPayment payment, int[] items)
    {
        var explained = items.Where(index => ledger.Left(index) > payment.UnappliedMinor)
            .Select(index => ShortPay.Explain(ledger, [index], ledger.Left(index) - payment.UnappliedMinor))
            .OfType<(IReadOnlyList<CashLine> Lines, decimal Confidence, string Why)>().Where(found => found.Confidence >= CashConfidence.NamedShortExplained).Take(2).ToArray();
        return explained.Length == 1
            ? new CashCandidate(explained[0].Lines, CashConfidence.AmountShortExplained, $"the amount is what is open on {explained[0].Lines[0].Item.Number} when {explained[0].Why}")
            : null;
    }
}
