using Copilot.Core;

namespace Copilot.Plugins.Sops;

/// <summary>The company's procedures.</summary>
public static class SopsPlugin
{
    /// <summary>The plugin's functions.</summary>
    public static Plugin Definition { get; } = new Plugin(Area.Sops, typeof(SopsPlugin))
        .Declare("ask(question!)")
        .Declare("find(topic, limit)")
        .Declare("due_for_review(limit)")
        .Declare("onboarding(role!)")
        .DeclareAction("draft(title!, source!)")
        .DeclareAction("publish(draft!)");
}
