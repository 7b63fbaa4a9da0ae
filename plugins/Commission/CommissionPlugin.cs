using Copilot.Core;

namespace Copilot.Plugins.Commission;

/// <summary>What representatives earn on what they sold.</summary>
public static class CommissionPlugin
{
    /// <summary>The plugin's functions.</summary>
    public static Plugin Definition { get; } = new Plugin(Area.Commission, typeof(CommissionPlugin))
        .Declare("statement(rep!, period)")
        .Declare("explain(opportunity!)")
        .Declare("simulate(change!)");
}
