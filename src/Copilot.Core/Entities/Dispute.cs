namespace Copilot.Core;

/// <summary>A customer's objection to an invoice.</summary>
public sealed class Dispute : Entity
{
    /// <summary>Key.</summary>
    public Id<Dispute> Id { get; set; }

    /// <summary>The invoice.</summary>
    public Id<Invoice> InvoiceId { get; set; }

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Since when.</summary>
    public DateOnly OpenedOn { get; set; }

    /// <summary>Until when.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Its currency.</summary>
    public CurrencyCode Currency { get; set; }

    /// <summary>Amount disputed.</summary>
    public long AmountMinor { get; set; }

    /// <summary>Who sees to it.</summary>
    public Id<Person>? OwnerId { get; set; }

    /// <summary>In words.</summary>
    public string? Note { get; set; }
}
