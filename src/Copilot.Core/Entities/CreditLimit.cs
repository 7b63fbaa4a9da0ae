namespace Copilot.Core;

/// <summary>The limit agreed with a customer from a day on; the newest that has begun counts.</summary>
public sealed class CreditLimit : Entity
{
    /// <summary>Key.</summary>
    public Id<CreditLimit> Id { get; set; }

    /// <summary>The customer.</summary>
    public Id<Customer> CustomerId { get; set; }

    /// <summary>Limit in minor units.</summary>
    public long LimitMinor { get; set; }

    /// <summary>Its currency.</summary>
    public CurrencyCode Currency { get; set; }

    /// <summary>First day.</summary>
    public DateOnly ValidFrom { get; set; }
}
