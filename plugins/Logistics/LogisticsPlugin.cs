using Copilot.Core;

namespace Copilot.Plugins.Logistics;

/// <summary>Shipments and the third-party warehouses that send them.</summary>
public static class LogisticsPlugin
{
    /// <summary>The plugin's functions.</summary>
    public static Plugin Definition { get; } = new Plugin(Area.Logistics, typeof(LogisticsPlugin))
        .Read("sla(warehouse, period)", context => new MeasureSla(context))
        .Read("exceptions(warehouse, kind, period, limit)", context => new ListExceptions(context))
        .Read("track(order!)", context => new TrackOrder(context))
        .Declare("routing_check(order!)")
        .DeclareAction("escalate(warehouse!, order, note)");
}
