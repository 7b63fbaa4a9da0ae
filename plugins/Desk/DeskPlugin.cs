using Copilot.Core;

namespace Copilot.Plugins.Desk;

/// <summary>The copilot itself: what is waiting, what was done, what it can do.</summary>
public static class DeskPlugin
{
    /// <summary>The plugin's functions.</summary>
    public static Plugin Definition { get; } = new Plugin(Area.Desk, typeof(DeskPlugin))
        .Declare("pending(limit)")
        .Declare("history(period, kind, actor, subject, limit)")
        .Read("help(topic)", context => new Help(context));
}
