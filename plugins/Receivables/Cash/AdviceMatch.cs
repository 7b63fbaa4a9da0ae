namespace Copilot.Plugins.Receivables.Cash;

/// <summary>Reads a payment by its remittance advice.</summary>
internal static class AdviceMatch
{
    private const decimal UnreadLine = 0.7m;
    private const decimal OtherTotal = 0.8m;

    /// <summary>What the advice says; nothing when there is none or no line of it can be read.</summary>
    public static CashCandidate? Read(CashLedger ledger, CashPayment payment, int customer)
    {
        var (lines, reasons, unread) = (new List<CashLine>(), new List<string>(), new List<string>());
        var confidence = 1m;
        foreach (var advice in payment.Lines.OrderBy(line => line.PaidMinor > 0))
        {
            var read = AdviceLine.Read(ledger, advice, payment, customer, index => lines.Where(line => ReferenceEquals(line.Item, ledger[index])).Sum(line => line.PaidMinor + line.DiscountMinor));
            if (read.Lines.Count == 0)
            {
                unread.Add(read.Reason);
                continue;
            }

            lines.AddRange(read.Lines);
            confidence = Math.Min(confidence, read.Confidence);
            reasons.Add(read.Reason);
        }

        // a credit note alone would give out nothing and add to what is unapplied
        if (lines.Sum(line => line.PaidMinor) <= 0)
        {
            return unread.Count == 0 ? null : new CashCandidate([], 0, $"remittance: {string.Join("; ", unread.Distinct(StringComparer.Ordinal).Take(3))}");
        }

        var applied = Merge(lines);
        var numbers = Sets.Numbers([.. applied.Select(line => line.Item)]);
        var candidate = new CashCandidate(applied, confidence, $"the remittance names {numbers}: {string.Join("; ", reasons.Distinct(StringComparer.Ordinal).Take(3))}");
        if (unread.Count > 0)
        {
            candidate = candidate.AtMost(UnreadLine, unread[0]);
        }

        var stated = payment.Lines.Sum(line => line.PaidMinor);
        return stated == payment.UnappliedMinor && applied.Sum(line => line.PaidMinor) <= stated ? candidate : WithinPayment(candidate, payment, stated);
    }

    // the advice adds up to something else than what there is to apply
    private static CashCandidate WithinPayment(CashCandidate candidate, CashPayment payment, long stated)
    {
        var (left, kept) = (payment.UnappliedMinor, new List<CashLine>());
        foreach (var line in candidate.Lines.OrderBy(line => line.PaidMinor > 0))
        {
            var paid = Math.Min(line.PaidMinor, left);
            if (paid == line.PaidMinor)
            {
                kept.Add(line);
            }
            else if (paid > 0)
            {
                kept.Add(new CashLine(line.Item, paid, 0, 0, "part payment"));
            }

            left -= paid;
        }

        var remark = stated > payment.UnappliedMinor ? "the remittance adds up to more than there is to apply" : "the remittance adds up to less than there is to apply";
        return candidate.AtMost(OtherTotal, remark) with { Lines = kept };
    }

    // an advice may name one invoice on several lines
    private static CashLine[] Merge(List<CashLine> lines) =>
    [
        .. lines.GroupBy(line => line.Item, ReferenceEqualityComparer.Instance).Select(group => group.Aggregate((sum, line) =>
            new CashLine(sum.Item, sum.PaidMinor + line.PaidMinor, sum.DiscountMinor + line.DiscountMinor, Math.Max(sum.DeductionMinor, line.DeductionMinor), sum.Why ?? line.Why))),
    ];
}
