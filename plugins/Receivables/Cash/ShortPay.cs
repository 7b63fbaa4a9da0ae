namespace Copilot.Plugins.Receivables.Cash;

/// <summary>Known reasons for which less is paid than is owed.</summary>
internal static class ShortPay
{
    /// <summary>Why an amount was kept back that is in dispute.</summary>
    public const string InDispute = "the amount in dispute was kept back";

    /// <summary>Why an amount was kept back that is claimed as a chargeback.</summary>
    public const string ChargedBack = "a chargeback was kept back";

    /// <summary>Why next to nothing is missing.</summary>
    public const string Rounding = "a rounding difference";

    /// <summary>Why a little is missing.</summary>
    public const string BankCharges = "what is missing is small enough for bank charges";

    private const long MostChargesMajor = 25;
    private const decimal MostChargesShare = 0.01m;
    private const long MostRoundingMinor = 5;

    /// <summary>
    /// Lines for named items of which so much is missing, with the reason on the item that it belongs to; nothing when no known reason
    /// explains it to the penny (bank charges and rounding: within their bounds).
    /// </summary>
    public static (IReadOnlyList<CashLine> Lines, decimal Confidence, string Why)? Explain(CashLedger ledger, IReadOnlyList<int> items, long missing)
    {
        if (missing <= 0 || items.Any(index => ledger[index].IsCredit))
        {
            return null;
        }

        return Whole(ledger, items, missing, item => item.DisputedMinor, InDispute)
            ?? Whole(ledger, items, missing, item => item.ChargedBackMinor, ChargedBack)
            ?? LateDiscount(ledger, items, missing)
            ?? Small(ledger, items, missing);
    }

    // one item's known amount, or that of all of them together
    private static (IReadOnlyList<CashLine>, decimal, string)? Whole(CashLedger ledger, IReadOnlyList<int> items, long missing, Func<CashItem, long> known, string why)
    {
        var single = items.Where(index => known(ledger[index]) == missing && ledger.Left(index) > missing).ToArray();
        if (single.Length == 1)
        {
            return (Lines(ledger, items, index => index == single[0] ? missing : 0, why), CashConfidence.NamedShortExplained, $"{why} from {ledger[single[0]].Number}");
        }

        return items.Count > 1 && items.Sum(index => known(ledger[index])) == missing && items.All(index => known(ledger[index]) < ledger.Left(index))
            ? (Lines(ledger, items, index => known(ledger[index]), why), CashConfidence.NamedShortExplained, why)
            : null;
    }

    private static (IReadOnlyList<CashLine>, decimal, string)? LateDiscount(CashLedger ledger, IReadOnlyList<int> items, long missing)
    {
        var discounts = items.ToDictionary(index => index, index => EarlyPayment.OfTerms(ledger[index], ledger.Left(index)));
        var off = missing - discounts.Values.Sum();
        if (discounts.Values.Sum() == 0 || Math.Abs(off) > items.Count)
        {
            return null;
        }

        // the payer rounded the sum once: the odd minor unit goes to the largest
        var largest = items.MaxBy(ledger.Left);
        const string why = "early-payment discount taken after its date";
        return (Lines(ledger, items, index => discounts[index] + (index == largest ? off : 0), why), CashConfidence.NamedShortExplained, why);
    }

    private static (IReadOnlyList<CashLine>, decimal, string)? Small(CashLedger ledger, IReadOnlyList<int> items, long missing)
    {
        var total = items.Sum(ledger.Left);
        var largest = items.MaxBy(ledger.Left);
        var major = ledger[largest].Currency.MinorPerMajor;
        var rounding = missing <= MostRoundingMinor * items.Count;
        if (!rounding && (missing > MostChargesMajor * major || missing > total * MostChargesShare))
        {
            return null;
        }

        var why = rounding ? Rounding : BankCharges;
        return (Lines(ledger, items, index => index == largest ? missing : 0, why), CashConfidence.NamedShortSmall, why);
    }

    private static CashLine[] Lines(CashLedger ledger, IReadOnlyList<int> items, Func<int, long> keptBack, string why) =>
        [.. items.Select(index => keptBack(index) is > 0 and var kept ? new CashLine(ledger[index], ledger.Left(index) - kept, 0, kept, why) : new CashLine(ledger[index], ledger.Left(index)))];
}
