using Copilot.Core;

namespace Copilot.Plugins.Logistics.Rules;

/// <summary>What is to happen next with a shipment, and whether it is overdue.</summary>
/// <param name="Text">In words.</param>
/// <param name="Overdue">Whether its time has passed.</param>
internal sealed record NextStep(string Text, bool Overdue)
{
    /// <summary>Days without an event after which the carrier is to be asked.</summary>
    public const int SilentDays = 3;

    /// <summary>The next step of a shipment.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="deadline">When it had to leave.</param>
    /// <param name="deadlineText">That instant on the site's clock.</param>
    /// <param name="lastEventOn">Day of its last event.</param>
    /// <param name="at">The instant asked about.</param>
    /// <param name="today">The business day.</param>
    public static NextStep Of(Shipment shipment, DateTimeOffset deadline, string deadlineText, DateOnly? lastEventOn, DateTimeOffset at, DateOnly today)
    {
        var late = deadline < at;
        return shipment.Status switch
        {
            ShipmentStatus.Released => new($"picking; must leave by {deadlineText}", late),
            ShipmentStatus.Picking => new($"packing; must leave by {deadlineText}", late),
            ShipmentStatus.Packed => new($"hand-over to {shipment.Carrier ?? "the carrier"}; must leave by {deadlineText}", late),
            ShipmentStatus.InTransit => InTransit(shipment, lastEventOn, today),
            ShipmentStatus.Delivered => new("nothing more: delivered", false),
            ShipmentStatus.Returned => new("it came back: decide between sending again and a credit", true),
            _ => throw new ArgumentOutOfRangeException(nameof(shipment)),
        };
    }

    private static NextStep InTransit(Shipment shipment, DateOnly? lastEventOn, DateOnly today)
    {
        var silent = lastEventOn is { } last ? today.DayNumber - last.DayNumber : 0;
        var overdue = shipment.PromisedOn < today;
        var due = shipment.PromisedOn is { } day ? overdue ? $"delivery, due on {day:yyyy-MM-dd}, {today.DayNumber - day.DayNumber} days ago" : $"delivery on {day:yyyy-MM-dd}" : "delivery, no day promised";
        return silent >= SilentDays
            ? new($"{due}; no event for {silent} days: ask {shipment.Carrier ?? "the carrier"} about {shipment.TrackingNumber ?? shipment.Number}", true)
            : new(due, overdue);
    }
}
