namespace Copilot.Core;

/// <summary>How it was sold.</summary>
public enum Channel
{
    /// <summary>To retailers.</summary>
    Wholesale,

    /// <summary>On the own web shop.</summary>
    Ecom,
}
