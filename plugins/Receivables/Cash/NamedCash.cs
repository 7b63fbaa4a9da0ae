namespace Copilot.Plugins.Receivables.Cash;

/// <summary>What a payment pays of invoices that a person has named.</summary>
internal static class NamedCash
{
    /// <summary>
    /// All of them where the payment makes them, less the discounts of the terms where that makes it; where it is short, what is missing is kept
    /// back for a known reason or else the oldest are paid first; what is too much is left.
    /// </summary>
    /// <param name="items">The invoices and no others.</param>
    /// <param name="payment">The payment.</param>
    public static IReadOnlyList<CashLine> Lines(IReadOnlyList<CashItem> items, CashPayment payment)
    {
        var ledger = new CashLedger(items, []);
        int[] all = [.. Enumerable.Range(0, items.Count(item => item.OpenMinor != 0))];
        var missing = all.Sum(ledger.Left) - payment.UnappliedMinor;
        if (missing <= 0)
        {
            return Sets.InFull(ledger, all);
        }

        return Sets.LessDiscount(ledger, all, payment.UnappliedMinor, payment.ReceivedOn)
            ?? ShortPay.Explain(ledger, all, missing)?.Lines
            ?? Sets.OldestFirst(ledger, all, payment.UnappliedMinor);
    }
}
