namespace Copilot.Core;

/// <summary>How stern a reminder is (dunning level).</summary>
public enum ReminderLevel
{
    /// <summary>First.</summary>
    Friendly,

    /// <summary>Second.</summary>
    Firm,

    /// <summary>Last before legal steps.</summary>
    Final,
}
