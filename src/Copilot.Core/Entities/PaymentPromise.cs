namespace Copilot.Core;

/// <summary>A customer's promise to pay.</summary>
public sealed class PaymentPromise : Entity
{
    /// <summary>Key.</summary>
    public Id<PaymentPromise> Id { get; set; }

    /// <summary>Whose.</summary>
    public Id<Customer> CustomerId { get; set; }

    /// <summary>For which invoice; none for the account.</summary>
    public Id<Invoice>? InvoiceId { get; set; }

    /// <summary>When given.</summary>
    public DateOnly MadeOn { get; set; }

    /// <summary>The day promised.</summary>
    public DateOnly PromisedFor { get; set; }

    /// <summary>Its currency.</summary>
    public CurrencyCode Currency { get; set; }

    /// <summary>How much.</summary>
    public long AmountMinor { get; set; }

    /// <summary>The day on which it had been paid in full.</summary>
    public DateOnly? KeptOn { get; set; }

    /// <summary>Who noted it.</summary>
    public Id<Person>? TakenById { get; set; }
}
