namespace Copilot.Core;

/// <summary>An invoice. Open = amount less what was applied; it is closed on the day on which nothing was left.</summary>
public sealed class Invoice : Entity
{
    /// <summary>Key.</summary>
    public Id<Invoice> Id { get; set; }

    /// <summary>Natural key: "INV-20417".</summary>
    public string Number { get; set; } = "";

    /// <summary>Who owes it.</summary>
    public Id<Customer> CustomerId { get; set; }

    /// <summary>The order.</summary>
    public Id<Order>? OrderId { get; set; }

    /// <summary>The shipment.</summary>
    public Id<Shipment>? ShipmentId { get; set; }

    /// <summary>Invoice date.</summary>
    public DateOnly IssuedOn { get; set; }

    /// <summary>Due date.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>Its currency.</summary>
    public CurrencyCode Currency { get; set; }

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; set; }

    /// <summary>What is still owed now, in minor units.</summary>
    public long OpenMinor { get; set; }

    /// <summary>The day on which it was settled in full.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Whether it was ever disputed.</summary>
    public bool Disputed { get; set; }

    /// <summary>Reminders sent.</summary>
    public int ReminderCount { get; set; }

    /// <summary>Day of the last one.</summary>
    public DateOnly? LastRemindedOn { get; set; }

    /// <summary>Not to be reminded of.</summary>
    public bool RemindersOff { get; set; }
}
