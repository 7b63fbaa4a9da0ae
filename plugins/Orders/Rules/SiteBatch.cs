using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>What of a batch lies at a site.</summary>
/// <param name="WarehouseId">The site.</param>
/// <param name="Warehouse">Its code.</param>
/// <param name="ProductId">The product.</param>
/// <param name="Batch">The batch's number.</param>
/// <param name="ExpiresOn">Last day on which it may be used.</param>
/// <param name="OnHand">Units there.</param>
/// <param name="Allocated">Units of them promised to orders.</param>
internal sealed record SiteBatch(Id<Warehouse> WarehouseId, string Warehouse, Id<Product> ProductId, string Batch, DateOnly ExpiresOn, int OnHand, int Allocated)
{
    /// <summary>On hand less allocated, never below nought.</summary>
    public int Free => Math.Max(0, OnHand - Allocated);

    /// <summary>What of the free units can still be sold on a day: nothing of a batch that has expired.</summary>
    public int FreeOn(DateOnly day) => RemainingDays(day) < 0 ? 0 : Free;

    /// <summary>Days from a day to expiry, negative once it has expired.</summary>
    public int RemainingDays(DateOnly day) => ExpiresOn.DayNumber - day.DayNumber;
}
