namespace Copilot.Core;

/// <summary>A reason for which an order may not go on.</summary>
public sealed class OrderHold : Entity
{
    /// <summary>Key.</summary>
    public Id<OrderHold> Id { get; set; }

    /// <summary>The order.</summary>
    public Id<Order> OrderId { get; set; }

    /// <summary>Why.</summary>
    public HoldReason Reason { get; set; }

    /// <summary>Since when.</summary>
    public DateOnly PlacedOn { get; set; }

    /// <summary>By whom.</summary>
    public Id<Person>? PlacedById { get; set; }

    /// <summary>In words.</summary>
    public string? Note { get; set; }

    /// <summary>Until when.</summary>
    public DateOnly? ReleasedOn { get; set; }

    /// <summary>By whom released.</summary>
    public Id<Person>? ReleasedById { get; set; }
}
