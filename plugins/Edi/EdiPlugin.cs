using Copilot.Core;

namespace Copilot.Plugins.Edi;

/// <summary>EDI messages.</summary>
public static class EdiPlugin
{
    /// <summary>The plugin's functions.</summary>
    public static Plugin Definition { get; } = new Plugin(Area.Edi, typeof(EdiPlugin))
        .Declare("failures(customer, type, period, limit)")
        .Declare("message(message!)")
        .DeclareAction("reprocess(message!)");
}
