namespace Copilot.Core;

/// <summary>Why an order is held.</summary>
public enum HoldReason
{
    /// <summary>Over the limit or overdue.</summary>
    Credit,

    /// <summary>Price to be settled.</summary>
    Price,

    /// <summary>Waiting for stock.</summary>
    Stock,

    /// <summary>Address to be settled.</summary>
    Address,

    /// <summary>The customer asked.</summary>
    CustomerRequest,

    /// <summary>Requirement not met.</summary>
    Compliance,

    /// <summary>Anything else.</summary>
    Other,
}
