namespace Copilot.Plugins.Receivables.Cash;

/// <summary>What the numbers in a reference mean, for one customer.</summary>
/// <param name="Exact">Invoices and credit notes named by their number.</param>
/// <param name="ByOrder">Invoices whose order or purchase order is named.</param>
/// <param name="Slips">For each number that is nothing as it stands: what it would be after one slip.</param>
/// <param name="Second">Why a named document takes no more money: settled, or covered by another payment.</param>
/// <param name="SecondAmounts">The amounts of those documents.</param>
/// <param name="NamesUnknown">Whether something written like an invoice number is none.</param>
/// <param name="OtherCurrency">Says so when a named invoice is in another currency than the payment.</param>
internal sealed record NamedItems(
    IReadOnlyList<int> Exact, IReadOnlyList<int> ByOrder, IReadOnlyList<int[]> Slips, IReadOnlyList<string> Second, IReadOnlyList<long> SecondAmounts, bool NamesUnknown, string? OtherCurrency)
{
    private const int LeastDigitsForASlip = 4;

    /// <summary>Looks every number of a reference up.</summary>
    public static NamedItems Of(CashLedger ledger, IReadOnlyList<WrittenNumber> numbers, CashPayment payment, int customer)
    {
        bool Own(int index) => ledger[index].Customer == customer && ledger[index].Currency == payment.Currency;

        var (exact, byOrder, slips) = (new List<int>(), new List<int>(), new List<int[]>());
        var (second, amounts, unknown) = (new List<string>(), new List<long>(), false);
        string? elsewhere = null;
        foreach (var number in numbers)
        {
            var order = ledger.MeansOrder(number.Prefix);
            var hits = order ? [] : ReferenceReader.Keys(number).SelectMany(ledger.Numbered).Where(Own).ToArray();
            exact.AddRange(hits);
            if (hits.Length > 0)
            {
                continue;
            }

            var orders = ledger.Ordered(number.Key).Where(Own).ToArray();
            byOrder.AddRange(orders);
            if (orders.Length > 0 || order)
            {
                continue;
            }

            if (ledger.Settled(number.Key).FirstOrDefault(item => item.Customer == customer) is { } settled)
            {
                second.Add($"{settled.Number} was settled on {settled.ClosedOn:yyyy-MM-dd}");
                amounts.Add(settled.AmountMinor);
            }
            else if (ledger.TakenBy(number.Key, customer) is { } other)
            {
                second.Add($"{other} already covers {number.Key}");
                amounts.Add(payment.UnappliedMinor);
            }
            else if (AdviceLine.OtherCurrency(ledger, number.Key, payment, customer) is { } foreign)
            {
                elsewhere ??= foreign;
            }
            else if (number.Key.Length >= LeastDigitsForASlip && !number.Guessed)
            {
                var near = NumberKey.Slips(number.Key).Distinct(StringComparer.Ordinal).SelectMany(ledger.Numbered).Where(Own).Distinct().ToArray();
                unknown |= near.Length == 0 && number.Prefix.Length > 0;
                if (near.Length > 0)
                {
                    slips.Add(near);
                }
            }
        }

        return new NamedItems([.. exact.Distinct()], [.. byOrder.Distinct()], slips, second, amounts, unknown, elsewhere);
    }
}
