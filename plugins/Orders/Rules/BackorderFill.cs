using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>Units of a batch that would go to a waiting line.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Units">How many units of it.</param>
internal sealed record BatchShare(SiteBatch Batch, int Units);

/// <summary>A waiting line and what would fill it.</summary>
/// <param name="Line">The line.</param>
/// <param name="Shares">Free batches, the order's own site first, then the first to expire.</param>
internal sealed record FilledLine(OpenLine Line, IReadOnlyList<BatchShare> Shares)
{
    /// <summary>Units that could go.</summary>
    public int Units => Shares.Sum(share => share.Units);

    /// <summary>Units that could go from the order's own site.</summary>
    public int OwnUnits => Shares.Where(share => share.Batch.WarehouseId == Line.WarehouseId).Sum(share => share.Units);

    /// <summary>Units for which there is nothing.</summary>
    public int Missing => Line.ToShip - Units;
}

/// <summary>
/// Which free stock would fill which waiting line. Lines are served in the order of their days (an older order first within a day); a batch goes
/// to a line only with the remaining shelf life that the customer demands, the order's own site before others, the first to expire before the
/// later. No unit is named twice.
/// </summary>
internal static class BackorderFill
{
    /// <summary>Shares out the free units.</summary>
    /// <param name="waiting">The lines that wait.</param>
    /// <param name="stock">All batches of their products.</param>
    /// <param name="minimumDays">Remaining shelf life that a customer demands.</param>
    /// <param name="today">The business day: goods reach the customer on the due day, or today when that has passed.</param>
    public static IReadOnlyList<FilledLine> Share(IEnumerable<OpenLine> waiting, IReadOnlyList<SiteBatch> stock, Func<Id<Customer>, int> minimumDays, DateOnly today)
    {
        var left = new Dictionary<SiteBatch, int>(ReferenceEqualityComparer.Instance);
        foreach (var batch in stock)
        {
            left[batch] = batch.Free;
        }

        var byProduct = stock.ToLookup(batch => batch.ProductId);
        var filled = new List<FilledLine>();
        foreach (var line in waiting.OrderBy(line => line.DueOn ?? DateOnly.MaxValue).ThenBy(line => line.OrderedOn).ThenBy(line => line.OrderNumber, StringComparer.Ordinal).ThenBy(line => line.LineNo))
        {
            var arrives = line.DueOn > today ? line.DueOn.Value : today;
            var (needed, shares) = (line.ToShip, new List<BatchShare>());
            foreach (var batch in byProduct[line.ProductId].Where(batch => batch.RemainingDays(arrives) >= Math.Max(0, minimumDays(line.CustomerId)))
                .OrderByDescending(batch => batch.WarehouseId == line.WarehouseId).ThenBy(batch => batch.ExpiresOn).ThenBy(batch => batch.Batch, StringComparer.Ordinal))
            {
                var units = Math.Min(needed, left[batch]);
                if (units > 0)
                {
                    shares.Add(new BatchShare(batch, units));
                    left[batch] -= units;
                    needed -= units;
                }
            }

            filled.Add(new FilledLine(line, shares));
        }

        return filled;
    }
}
