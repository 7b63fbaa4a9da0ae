using Copilot.Core;

namespace Copilot.Plugins.Logistics.Rules;

/// <summary>A shipment against its site's service level.</summary>
/// <param name="Shipment">The shipment.</param>
/// <param name="Site">The site.</param>
/// <param name="Deadline">The instant by which it had to leave.</param>
/// <param name="At">The instant asked about: what has not left by then has not left.</param>
internal sealed record DispatchRow(Shipment Shipment, Warehouse Site, DateTimeOffset Deadline, DateTimeOffset At)
{
    /// <summary>Whether it left by the deadline.</summary>
    public bool OnTime => Shipment.ShippedAt <= Deadline;

    /// <summary>Whether it left after the deadline, or has not left and the deadline has passed.</summary>
    public bool Late => (Shipment.ShippedAt ?? At) > Deadline;

    /// <summary>Hours on the calendar after the deadline; nought when it is not late.</summary>
    public decimal HoursLate => Late ? decimal.Round((decimal)((Shipment.ShippedAt ?? At) - Deadline).TotalHours, 1, MidpointRounding.AwayFromZero) : 0;
}
