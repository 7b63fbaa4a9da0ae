namespace Copilot.Core;

/// <summary>How far an order is. "Open" in a question means: neither invoiced nor cancelled.</summary>
public enum OrderStatus
{
    /// <summary>Received, not confirmed to the customer.</summary>
    Unconfirmed,

    /// <summary>Confirmed.</summary>
    Confirmed,

    /// <summary>Held.</summary>
    OnHold,

    /// <summary>Waiting for stock.</summary>
    Backordered,

    /// <summary>Being picked.</summary>
    Picking,

    /// <summary>Left the site.</summary>
    Shipped,

    /// <summary>Arrived.</summary>
    Delivered,

    /// <summary>Invoiced.</summary>
    Invoiced,

    /// <summary>Cancelled.</summary>
    Cancelled,
}
