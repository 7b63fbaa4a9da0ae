namespace Copilot.Core;

/// <summary>Goods of an order that a customer announced to send back: a row for each article of a return.</summary>
public sealed class OrderReturn : Entity
{
    /// <summary>Key.</summary>
    public Id<OrderReturn> Id { get; set; }

    /// <summary>The return's number, the same on each of its articles: RMA-1.</summary>
    public string Number { get; set; } = "";

    /// <summary>The order they were delivered with.</summary>
    public Id<Order> OrderId { get; set; }

    /// <summary>The article.</summary>
    public Id<Product> ProductId { get; set; }

    /// <summary>Units.</summary>
    public int Quantity { get; set; }

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";

    /// <summary>When it was announced.</summary>
    public DateOnly AnnouncedOn { get; set; }

    /// <summary>By whom it was entered.</summary>
    public Id<Person>? ById { get; set; }
}
