namespace Copilot.Core;

/// <summary>Something that went wrong with a shipment, with an owner.</summary>
public sealed class ShipmentException : Entity
{
    /// <summary>Key.</summary>
    public Id<ShipmentException> Id { get; set; }

    /// <summary>The shipment.</summary>
    public Id<Shipment> ShipmentId { get; set; }

    /// <summary>What went wrong.</summary>
    public ExceptionKind Kind { get; set; }

    /// <summary>Since when.</summary>
    public DateOnly OpenedOn { get; set; }

    /// <summary>Until when.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Who sees to it.</summary>
    public Id<Person>? OwnerId { get; set; }

    /// <summary>Units affected.</summary>
    public int Units { get; set; }

    /// <summary>In words.</summary>
    public string Note { get; set; } = "";
}
