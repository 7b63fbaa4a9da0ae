using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>Which options, alone or together, bring an order under the limit: the fewest first, then what is at hand, then the soonest, then the least beyond need.</summary>
internal static class ReleaseWeighing
{
    /// <summary>Options weighed together; more are never needed for a look, and every subset of so many can be tried.</summary>
    public const int MaximumOptions = 12;

    /// <summary>Combinations named.</summary>
    public const int MaximumCombinations = 5;

    /// <summary>
    /// By how much options bring the open items down together: what is bound to one invoice never by more than it still owes, and everything
    /// together never by more than all open invoices.
    /// </summary>
    public static Money Relief(IEnumerable<ReleaseOption> options, Money openInvoices)
    {
        var sum = Money.Zero(openInvoices.Currency);
        foreach (var group in options.GroupBy(option => option.Invoice))
        {
            var amount = group.Aggregate(Money.Zero(openInvoices.Currency), (total, option) => total + option.Amount);
            sum += group.Key is not null && amount > group.First().InvoiceOpen ? group.First().InvoiceOpen : amount;
        }

        return sum > openInvoices ? openInvoices : sum;
    }

    /// <summary>
    /// The combinations of the smallest number of options that cover the need, and, where none of those is wholly at hand, the smallest one
    /// that is. Empty when nothing is needed or nothing suffices.
    /// </summary>
    /// <param name="need">By how much the open items must come down.</param>
    /// <param name="options">The options; the <see cref="MaximumOptions"/> largest are weighed.</param>
    /// <param name="openInvoices">All that the customer's open invoices owe.</param>
    public static IReadOnlyList<ReleaseCombination> Weigh(Money need, IReadOnlyList<ReleaseOption> options, Money openInvoices)
    {
        var weighed = options.Where(option => option.Amount.Minor > 0).OrderByDescending(option => option.Amount.Minor).Take(MaximumOptions).ToList();
        if (need.Minor <= 0 || Relief(weighed, openInvoices) < need)
        {
            return [];
        }

        var sufficient = Enumerable.Range(1, (1 << weighed.Count) - 1)
            .Select(mask => weighed.Where((_, index) => (mask >> index & 1) == 1).ToList())
            .Select(chosen => new ReleaseCombination(chosen, Relief(chosen, openInvoices), Relief(chosen, openInvoices) - need))
            .Where(combination => combination.Left.Minor >= 0)
            .OrderBy(combination => combination.Options.Count)
            .ThenBy(combination => combination.Options.Max(option => option.Means))
            .ThenBy(combination => combination.Options.Max(option => option.On ?? DateOnly.MinValue))
            .ThenBy(combination => combination.Left.Minor)
            .ToList();
        var fewest = sufficient.TakeWhile(combination => combination.Options.Count == sufficient[0].Options.Count).Take(MaximumCombinations).ToList();
        var atHand = sufficient.Find(combination => combination.Options.All(option => option.AtHand));
        return atHand is null || fewest.Contains(atHand) ? fewest : [.. fewest.Take(MaximumCombinations - 1), atHand];
    }
}
