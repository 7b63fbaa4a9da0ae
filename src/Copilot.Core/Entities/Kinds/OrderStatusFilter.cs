namespace Copilot.Core;

/// <summary>Statuses by which orders are asked for: those of an order, and <c>open</c> for all that are neither invoiced nor cancelled.</summary>
public enum OrderStatusFilter
{
    /// <summary>Neither invoiced nor cancelled.</summary>
    Open,

    /// <summary>As <see cref="OrderStatus.Unconfirmed"/>.</summary>
    Unconfirmed,

    /// <summary>As <see cref="OrderStatus.Confirmed"/>.</summary>
    Confirmed,

    /// <summary>As <see cref="OrderStatus.OnHold"/>.</summary>
    OnHold,

    /// <summary>As <see cref="OrderStatus.Backordered"/>.</summary>
    Backordered,

    /// <summary>As <see cref="OrderStatus.Picking"/>.</summary>
    Picking,

    /// <summary>As <see cref="OrderStatus.Shipped"/>.</summary>
    Shipped,

    /// <summary>As <see cref="OrderStatus.Delivered"/>.</summary>
    Delivered,

    /// <summary>As <see cref="OrderStatus.Invoiced"/>.</summary>
    Invoiced,

    /// <summary>As <see cref="OrderStatus.Cancelled"/>.</summary>
    Cancelled,
}
