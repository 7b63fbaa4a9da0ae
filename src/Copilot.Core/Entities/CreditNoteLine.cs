namespace Copilot.Core;

/// <summary>What a credit note corrects, line by line.</summary>
public sealed class CreditNoteLine : Entity
{
    /// <summary>Key.</summary>
    public Id<CreditNoteLine> Id { get; set; }

    /// <summary>The credit note.</summary>
    public Id<CreditNote> CreditNoteId { get; set; }

    /// <summary>The order line.</summary>
    public Id<OrderLine>? OrderLineId { get; set; }

    /// <summary>Units credited; nought for a price correction.</summary>
    public int Quantity { get; set; }

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; set; }
}
