namespace Copilot.Core;

/// <summary>A carrier's or site's event.</summary>
public sealed class ShipmentEvent : Entity
{
    /// <summary>Key.</summary>
    public Id<ShipmentEvent> Id { get; set; }

    /// <summary>The shipment.</summary>
    public Id<Shipment> ShipmentId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The event's code.</summary>
    public string Code { get; set; } = "";

    /// <summary>In words.</summary>
    public string Text { get; set; } = "";
}
