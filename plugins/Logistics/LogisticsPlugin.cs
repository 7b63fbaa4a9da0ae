using Copilot.Core;

namespace Copilot.Plugins.Logistics;

/// <summary>Shipments and the third-party warehouses that send them.</summary>
public static class LogisticsPlugin
{
    /// <summary>The plugin's functions.</summary>
    public static Plugin Definition { get; } = new Plugin(Area.Logistics, typeof(LogisticsPlugin))
        .Declare("sla(warehouse, period)")
        .Declare("exceptions(warehouse, kind, period, limit)")
        .Declare("track(order!)")
        .Declare("routing_check(order!)")
        .DeclareAction("escalate(warehouse!, order, note)");
}
