namespace Copilot.Core;

/// <summary>A line of the remittance advice that came with a payment.</summary>
public sealed class RemittanceLine : Entity
{
    /// <summary>Key.</summary>
    public Id<RemittanceLine> Id { get; set; }

    /// <summary>The payment.</summary>
    public Id<Payment> PaymentId { get; set; }

    /// <summary>The invoice as the payer wrote it.</summary>
    public string InvoiceNumber { get; set; } = "";

    /// <summary>What is paid of it, in minor units.</summary>
    public long AmountMinor { get; set; }

    /// <summary>What was kept back.</summary>
    public long DeductionMinor { get; set; }

    /// <summary>Why, as the payer wrote it.</summary>
    public string? DeductionReason { get; set; }
}
