using Copilot.Core;
using Copilot.Plugins.Orders.Rules;

namespace Copilot.Plugins.Orders;

/// <summary>A batch at a site, how fresh it is and what it is worth.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Class">How fresh.</param>
/// <param name="Refusing">How many customers refuse it.</param>
/// <param name="Value">On hand at list price, in the base currency; none without a list price.</param>
internal sealed record FreshnessRow(SiteBatch Batch, ShelfLifeClass Class, int Refusing, Money? Value)
{
    /// <summary>Expired, or refused by at least one customer.</summary>
    public bool AtRisk => Class is ShelfLifeClass.Expired or ShelfLifeClass.RefusedByAll or ShelfLifeClass.RefusedBySome;
}
