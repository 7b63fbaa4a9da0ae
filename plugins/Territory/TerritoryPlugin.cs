using Copilot.Core;

namespace Copilot.Plugins.Territory;

/// <summary>Who sells where.</summary>
public static class TerritoryPlugin
{
    /// <summary>The plugin's functions.</summary>
    public static Plugin Definition { get; } = new Plugin(Area.Territory, typeof(TerritoryPlugin))
        .Declare("balance(period)")
        .Declare("propose(period)")
        .DeclareAction("adopt(plan!)");
}
