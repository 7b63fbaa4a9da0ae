namespace Copilot.Core;

/// <summary>Money that came in.</summary>
public sealed class Payment : Entity
{
    /// <summary>Key.</summary>
    public Id<Payment> Id { get; set; }

    /// <summary>Natural key: "PAY-50012".</summary>
    public string Number { get; set; } = "";

    /// <summary>Who paid, once known.</summary>
    public Id<Customer>? CustomerId { get; set; }

    /// <summary>The payer's name on the bank statement.</summary>
    public string Payer { get; set; } = "";

    /// <summary>Value date.</summary>
    public DateOnly ReceivedOn { get; set; }

    /// <summary>Its currency.</summary>
    public CurrencyCode Currency { get; set; }

    /// <summary>Amount in minor units.</summary>
    public long AmountMinor { get; set; }

    /// <summary>What of it is not applied to an invoice, now.</summary>
    public long UnappliedMinor { get; set; }

    /// <summary>Text on the bank statement.</summary>
    public string Reference { get; set; } = "";
}
