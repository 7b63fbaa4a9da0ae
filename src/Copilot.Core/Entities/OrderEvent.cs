namespace Copilot.Core;

/// <summary>One entry of an order's history.</summary>
public sealed class OrderEvent : Entity
{
    /// <summary>Key.</summary>
    public Id<OrderEvent> Id { get; set; }

    /// <summary>The order.</summary>
    public Id<Order> OrderId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>The status it then had.</summary>
    public OrderStatus Status { get; set; }

    /// <summary>What happened.</summary>
    public string Text { get; set; } = "";

    /// <summary>Who did it.</summary>
    public Id<Person>? ById { get; set; }
}
