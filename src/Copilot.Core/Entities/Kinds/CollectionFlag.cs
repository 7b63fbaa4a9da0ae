namespace Copilot.Core;

/// <summary>A case beyond reminders.</summary>
public enum CollectionFlag
{
    /// <summary>No case.</summary>
    None,

    /// <summary>With the lawyers.</summary>
    Legal,

    /// <summary>Held for lost.</summary>
    BadDebt,
}
