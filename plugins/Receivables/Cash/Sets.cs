namespace Copilot.Plugins.Receivables.Cash;

/// <summary>Lines for a set of items that are settled together.</summary>
internal static class Sets
{
    /// <summary>All of it.</summary>
    public static IReadOnlyList<CashLine> InFull(CashLedger ledger, IEnumerable<int> items) => [.. items.Select(index => new CashLine(ledger[index], ledger.Left(index)))];

    /// <summary>All of it less the discounts that the terms allow, when that makes the amount within a minor unit an item; else nothing.</summary>
    public static IReadOnlyList<CashLine>? LessDiscount(CashLedger ledger, IReadOnlyList<int> items, long amount, DateOnly receivedOn)
    {
        var discounts = items.ToDictionary(index => index, index => EarlyPayment.Allowed(ledger[index], ledger.Left(index), receivedOn));
        var off = items.Sum(ledger.Left) - discounts.Values.Sum() - amount;
        if (discounts.Values.All(discount => discount == 0) || Math.Abs(off) > items.Count)
        {
            return null;
        }

        var largest = items.MaxBy(index => discounts[index]);
        return [.. items.Select(index => discounts[index] + (index == largest ? off : 0) is var discount && discount > 0
            ? new CashLine(ledger[index], ledger.Left(index) - discount, discount, 0, "early-payment discount within its terms")
            : new CashLine(ledger[index], ledger.Left(index)))];
    }

    /// <summary>As much as there is, oldest due first; credit notes first of all, because they add to it.</summary>
    public static IReadOnlyList<CashLine> OldestFirst(CashLedger ledger, IEnumerable<int> items, long amount)
    {
        var lines = new List<CashLine>();
        foreach (var index in items.OrderBy(index => ledger.Left(index) > 0).ThenBy(index => ledger[index].DueOn).ThenBy(index => ledger[index].Number, StringComparer.Ordinal))
        {
            var left = ledger.Left(index);
            var paid = left < 0 ? left : Math.Min(left, amount);
            if (paid != 0)
            {
                lines.Add(new CashLine(ledger[index], paid, 0, 0, paid == left ? null : "part payment"));
                amount -= paid;
            }
        }

        return lines;
    }

    /// <summary>The numbers, at most six and then how many more.</summary>
    public static string Numbers(IReadOnlyCollection<CashItem> items) =>
        string.Join(", ", items.Take(6).Select(item => item.Number)) + (items.Count > 6 ? $" and {items.Count - 6} more" : "");
}
