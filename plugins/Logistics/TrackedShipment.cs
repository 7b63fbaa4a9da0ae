using Copilot.Core;
using Copilot.Plugins.Logistics.Rules;

namespace Copilot.Plugins.Logistics;

/// <summary>A shipment with its deadline, next step and last event.</summary>
internal sealed record TrackedShipment(DispatchRow Dispatch, NextStep Next, ShipmentEvent? Last)
{
    /// <summary>Days from the promised day to delivery, or to today while it is under way; nought when not late.</summary>
    public int DaysLate(DateOnly today) => Dispatch.Shipment is { PromisedOn: { } promised } shipment && shipment.Status != ShipmentStatus.Returned
        ? Math.Max(0, (shipment.DeliveredOn ?? today).DayNumber - promised.DayNumber)
        : 0;
}
