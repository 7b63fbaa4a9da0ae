namespace Copilot.Core;

/// <summary>A person at a customer.</summary>
public sealed class Contact : Entity
{
    /// <summary>Key.</summary>
    public Id<Contact> Id { get; set; }

    /// <summary>Where.</summary>
    public Id<Customer> CustomerId { get; set; }

    /// <summary>Display name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Mail address.</summary>
    public string Email { get; set; } = "";

    /// <summary>Phone number.</summary>
    public string? Phone { get; set; }

    /// <summary>What they do there.</summary>
    public ContactFunction Function { get; set; }

    /// <summary>Language they write in.</summary>
    public Language Language { get; set; }
}
