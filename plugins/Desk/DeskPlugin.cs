using Copilot.Core;

namespace Copilot.Plugins.Desk;

/// <summary>The copilot itself: what is waiting, what was done, what it can do.</summary>
public static class DeskPlugin
{
    /// <summary>The plugin's functions.</summary>
    public static Plugin Definition { get; } = new Plugin(Area.Desk, typeof(DeskPlugin))
        .Read("pending(limit)", context => new ListPending(context))
        .Read("history(period, kind, actor, subject, limit)", context => new ListHistory(context))
        .Read("standing(limit)", context => new ListStanding(context))
        .Read("stopped()", context => new SayStopped(context))
        .Read("help(topic)", context => new Help(context));
}
