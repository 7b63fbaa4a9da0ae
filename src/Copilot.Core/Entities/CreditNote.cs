namespace Copilot.Core;

/// <summary>A credit to a customer.</summary>
public sealed class CreditNote : Entity
{
    /// <summary>Key.</summary>
    public Id<CreditNote> Id { get; set; }

    /// <summary>Natural key: "CN-40003".</summary>
    public string Number { get; set; } = "";

    /// <summary>Whose.</summary>
    public Id<Customer> CustomerId { get; set; }

    /// <summary>The invoice it corrects.</summary>
    public Id<Invoice>? InvoiceId { get; set; }

    /// <summary>Its date.</summary>
    public DateOnly IssuedOn { get; set; }

    /// <summary>Its currency.</summary>
    public CurrencyCode Currency { get; set; }

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; set; }

    /// <summary>What of it is not yet applied.</summary>
    public long OpenMinor { get; set; }

    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";
}
