using Copilot.Core;

namespace Copilot.Plugins.Crm.Parts;

/// <summary>What can go wrong when the CRM is asked.</summary>
internal static class Faults
{
    /// <summary>An account that is not there for the person who asks.</summary>
    public static Fault AccountNotSeen { get; } = new("CR-001", "That account is not among those you may see: ask for one of yours, or ask sales operations.");

    /// <summary>An opportunity that is not there for the person who asks.</summary>
    public static Fault OpportunityNotSeen { get; } = new("CR-002", "That opportunity is not among those you may see: ask for one of yours, or ask sales operations.");
}
