namespace Copilot.Plugins.Receivables.Cash;

/// <summary>Reads a payment by the numbers in its reference, confirmed or not by its amount.</summary>
internal static class ReferenceMatch
{
    private const int MostSlipChoices = 400;
    private const decimal HalfNamed = 0.5m;

    /// <summary>The best reading; nothing when the reference names nothing of the customer's.</summary>
    public static CashCandidate? Read(CashLedger ledger, CashPayment payment, int customer, NamedItems named)
    {
        if (named.Exact.Count > 0 && Exactly(ledger, payment, named.Exact, "the reference names") is { } exact)
        {
            return exact;
        }

        int[] all = [.. named.Exact.Union(named.ByOrder)];
        if (named.ByOrder.Count > 0 && Exactly(ledger, payment, all, "the reference names the order of") is { } ordered)
        {
            return ordered.AtMost(CashConfidence.NamedByOrder);
        }

        if (Slipped(ledger, payment, named) is { } slipped)
        {
            return slipped;
        }

        if (Exchanged(ledger, payment, customer, all) is { } exchanged)
        {
            return exchanged;
        }

        return all.Length == 0 ? null : Roughly(ledger, payment, customer, all);
    }

    private static CashCandidate? Exactly(CashLedger ledger, CashPayment payment, IReadOnlyList<int> items, string how)
    {
        var numbers = Sets.Numbers([.. items.Select(index => ledger[index])]);
        if (items.Sum(ledger.Left) == payment.UnappliedMinor)
        {
            return new CashCandidate(Sets.InFull(ledger, items), CashConfidence.NamedExactly, $"{how} {numbers}, and the amount is exactly what is open");
        }

        return Sets.LessDiscount(ledger, items, payment.UnappliedMinor, payment.ReceivedOn) is { } lines
            ? new CashCandidate(lines, CashConfidence.NamedLessDiscount, $"{how} {numbers}, and the amount is what is open less the early-payment discount")
            : null;
    }

    // numbers that are nothing as they stand, each taken as one of its neighbours or left aside, until the amount is right
    private static CashCandidate? Slipped(CashLedger ledger, CashPayment payment, NamedItems named)
    {
        if (named.Slips.Count == 0)
        {
            return null;
        }

        List<int[]> choices = [[.. named.Exact]];
        foreach (var options in named.Slips)
        {
            choices = [.. choices.SelectMany(choice => options.Where(option => !choice.Contains(option)).Select(option => (int[])[.. choice, option]).Prepend(choice)).Take(MostSlipChoices)];
        }

        var fits = choices.Where(choice => choice.Length > named.Exact.Count)
            .Select(choice => Exactly(ledger, payment, choice, "with one slip of the pen the reference names")).OfType<CashCandidate>().Take(2).ToArray();
        return fits.Length switch
        {
            0 => null,
            1 => fits[0].AtMost(CashConfidence.NamedWithSlip),
            _ => fits[0].AtMost(CashConfidence.SameAmounts, "another number is as near"),
        };
    }

    // a slip that hit another number of the customer's: one named item exchanged for a neighbour makes the amount right
    private static CashCandidate? Exchanged(CashLedger ledger, CashPayment payment, int customer, int[] items)
    {
        var fits = (from item in items
                    from near in NumberKey.Slips(NumberKey.Of(ledger[item].Number)).Distinct(StringComparer.Ordinal).SelectMany(ledger.Numbered)
                    where ledger[near].Customer == customer && ledger[near].Currency == payment.Currency && !items.Contains(near)
                        && items.Sum(ledger.Left) - ledger.Left(item) + ledger.Left(near) == payment.UnappliedMinor
                    select (Item: item, Near: near)).Distinct().Take(2).ToArray();
        if (fits.Length != 1)
        {
            return null;
        }

        var (wrong, right) = fits[0];
        return new CashCandidate(
            Sets.InFull(ledger, items.Except([wrong]).Append(right)), CashConfidence.NamedNeighbour,
            $"the reference names {ledger[wrong].Number}, but the amount is exactly right with {ledger[right].Number}, one slip of the pen away");
    }

    private static CashCandidate? Roughly(CashLedger ledger, CashPayment payment, int customer, int[] items)
    {
        var numbers = Sets.Numbers([.. items.Select(index => ledger[index])]);
        var (total, amount) = (items.Sum(ledger.Left), payment.UnappliedMinor);
        if (total > amount)
        {
            return Less(ledger, payment, items, numbers, total - amount);
        }

        var others = ledger.Of(customer, payment.Currency).Except(items).ToArray();
        var more = SubsetSum.Find([.. others.Select(ledger.Left)], amount - total, 1, 3, 2);
        if (more.Count == 1)
        {
            int[] added = [.. more[0].Select(position => others[position])];
            return new CashCandidate(
                Sets.InFull(ledger, items.Concat(added)), CashConfidence.NamedAndMore,
                $"the reference names {numbers}; the rest is exactly what is open on {Sets.Numbers([.. added.Select(index => ledger[index])])}");
        }

        return total <= 0
            ? null
            : new CashCandidate(Sets.InFull(ledger, items), total * 2 >= amount ? CashConfidence.NamedOver : HalfNamed, $"the reference names {numbers}; more was paid than is open on it");
    }

    private static CashCandidate Less(CashLedger ledger, CashPayment payment, int[] items, string numbers, long missing)
    {
        if (ShortPay.Explain(ledger, items, missing) is { } known && known.Confidence >= CashConfidence.NamedShortExplained)
        {
            return new CashCandidate(known.Lines, known.Confidence, $"the reference names {numbers}; {known.Why}");
        }

        var some = SubsetSum.Find([.. items.Select(ledger.Left)], payment.UnappliedMinor, 1, Math.Min(items.Length - 1, SubsetSum.MostTogether), 2);
        if (some.Count == 1)
        {
            var chosen = some[0].Select(position => items[position]);
            return new CashCandidate(Sets.InFull(ledger, chosen), CashConfidence.NamedSome, $"the reference names {numbers}; the amount is exactly that of some of them");
        }

        return ShortPay.Explain(ledger, items, missing) is { } small
            ? new CashCandidate(small.Lines, small.Confidence, $"the reference names {numbers}; {small.Why}")
            : new CashCandidate(
                Sets.OldestFirst(ledger, items, payment.UnappliedMinor), items.Length == 1 ? CashConfidence.NamedShort : HalfNamed,
                $"the reference names {numbers}; less was paid than is open, for no reason that is known");
    }
}
