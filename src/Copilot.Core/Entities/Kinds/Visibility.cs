namespace Copilot.Core;

/// <summary>How much of a subject a role may see.</summary>
public enum Visibility
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Own region or own accounts.</summary>
    Own,

    /// <summary>Everything.</summary>
    All,
}
