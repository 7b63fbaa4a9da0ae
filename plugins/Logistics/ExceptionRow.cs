using Copilot.Core;

namespace Copilot.Plugins.Logistics;

/// <summary>Something that went wrong with a shipment.</summary>
internal sealed record ExceptionRow(ShipmentException Exception, string Shipment, string Warehouse, OrderHead? Head, string? Owner)
{
    /// <summary>Days since it was opened, to the day it was closed.</summary>
    public int AgeInDays(DateOnly today) => (Exception.ClosedOn ?? today).DayNumber - Exception.OpenedOn.DayNumber;
}
