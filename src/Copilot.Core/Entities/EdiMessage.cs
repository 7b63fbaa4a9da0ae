namespace Copilot.Core;

/// <summary>An EDI message that came or went.</summary>
public sealed class EdiMessage : Entity
{
    /// <summary>Key.</summary>
    public Id<EdiMessage> Id { get; set; }

    /// <summary>Natural key: "EDI-88012".</summary>
    public string Number { get; set; } = "";

    /// <summary>Its type.</summary>
    public EdiType Type { get; set; }

    /// <summary>Whether it came in.</summary>
    public bool Inbound { get; set; }

    /// <summary>The partner.</summary>
    public Id<Customer> CustomerId { get; set; }

    /// <summary>The order it is about.</summary>
    public Id<Order>? OrderId { get; set; }

    /// <summary>The invoice it is about.</summary>
    public Id<Invoice>? InvoiceId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>Where it stands.</summary>
    public EdiStatus Status { get; set; }

    /// <summary>What failed: bad_segment, unknown_product, duplicate_po, missing_acknowledgement.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>In words.</summary>
    public string? ErrorText { get; set; }

    /// <summary>Interchange control number.</summary>
    public string ControlNumber { get; set; } = "";

    /// <summary>The message as it was.</summary>
    public string Raw { get; set; } = "";
}
