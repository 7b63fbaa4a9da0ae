using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>
/// Whether what a line still needs is free at its site, and fresh enough on the day of delivery. A site's allocation is not kept by order: of a
/// confirmed order the units are taken to be among those allocated, of others they must be free. Goods being picked are set aside already.
/// </summary>
internal static class StockChecks
{
    /// <summary>The findings of one line.</summary>
    /// <param name="where">The line in words.</param>
    /// <param name="sku">The product.</param>
    /// <param name="needed">Units still to be shipped.</param>
    /// <param name="allocated">Whether they are among those that the site has allocated.</param>
    /// <param name="site">The order's site; none when it has none yet.</param>
    /// <param name="batches">All batches of the product, at every site.</param>
    /// <param name="minimumDays">Remaining shelf life that the customer demands.</param>
    /// <param name="deliveryOn">The day for which the remaining shelf life is reckoned.</param>
    public static Finding? Of(string where, string sku, int needed, bool allocated, Warehouse? site, IReadOnlyList<SiteBatch> batches, int minimumDays, DateOnly deliveryOn)
    {
        if (needed <= 0 || site is null)
        {
            return null;
        }

        var here = batches.Where(batch => batch.WarehouseId == site.Id).ToList();
        var free = Available(here, allocated ? needed : 0);
        var fresh = Available(here.FindAll(batch => batch.RemainingDays(deliveryOn) >= minimumDays), allocated ? needed : 0);
        if (free < needed)
        {
            var elsewhere = batches.Where(batch => batch.WarehouseId != site.Id && batch.RemainingDays(deliveryOn) >= minimumDays && batch.Free > 0)
                .GroupBy(batch => batch.Warehouse).Select(group => $"{group.Sum(batch => batch.Free)} at {group.Key}").Order(StringComparer.Ordinal).ToList();
            var mend = elsewhere.Count == 0 ? "no other site has any free: backorder what is missing and tell the customer a new day" : $"free elsewhere: {string.Join(", ", elsewhere)}; move it or ship from there";
            return new Finding(Check.Stock, true, where, $"{needed} units free at {site.Code}", $"{free} units", $"{needed - free} units of {sku} are missing; {mend}.") { Sku = sku };
        }

        if (fresh >= needed)
        {
            return null;
        }

        var best = here.Where(batch => batch.OnHand > 0).Max(batch => batch.RemainingDays(deliveryOn));
        return new Finding(
            Check.ShelfLife, true, where, $"{needed} units with {minimumDays} days or more left on {deliveryOn}", $"{fresh} units; the freshest batch there has {best} days left",
            $"Send {sku} from a fresher batch or another site, or have the customer accept the shorter shelf life in writing.") { Sku = sku };
    }

    // free units, and of the allocated ones that are really there as many as are the line's own
    private static int Available(List<SiteBatch> batches, int own) => batches.Sum(batch => batch.Free) + Math.Min(own, batches.Sum(batch => Math.Min(batch.OnHand, batch.Allocated)));
}
