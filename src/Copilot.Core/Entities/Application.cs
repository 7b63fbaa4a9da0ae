namespace Copilot.Core;

/// <summary>A payment, credit, discount or write-off set against an invoice, in the invoice's currency.</summary>
public sealed class Application : Entity
{
    /// <summary>Key.</summary>
    public Id<Application> Id { get; set; }

    /// <summary>The invoice.</summary>
    public Id<Invoice> InvoiceId { get; set; }

    /// <summary>The payment.</summary>
    public Id<Payment>? PaymentId { get; set; }

    /// <summary>The credit note.</summary>
    public Id<CreditNote>? CreditNoteId { get; set; }

    /// <summary>What was set against it.</summary>
    public ApplicationKind Kind { get; set; }

    /// <summary>When.</summary>
    public DateOnly AppliedOn { get; set; }

    /// <summary>How much.</summary>
    public long AmountMinor { get; set; }
}
