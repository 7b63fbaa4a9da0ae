namespace Copilot.Core;

/// <summary>The languages spoken to customers and understood from staff.</summary>
public enum Language
{
    /// <summary>English.</summary>
    En,

    /// <summary>German.</summary>
    De,

    /// <summary>French.</summary>
    Fr,

    /// <summary>Dutch.</summary>
    Nl,
}
