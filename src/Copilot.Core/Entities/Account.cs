namespace Copilot.Core;

/// <summary>A company in the CRM: customer or prospect.</summary>
public sealed class Account : Entity
{
    /// <summary>Key.</summary>
    public Id<Account> Id { get; set; }

    /// <summary>Natural key: its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Folded name.</summary>
    public string NameFolded { get; set; } = "";

    /// <summary>The customer it has become.</summary>
    public Id<Customer>? CustomerId { get; set; }

    /// <summary>Sales representative.</summary>
    public Id<Person>? OwnerId { get; set; }

    /// <summary>The company it belongs to.</summary>
    public Id<Account>? ParentId { get; set; }

    /// <summary>Country as kept in the CRM.</summary>
    public string? Country { get; set; }

    /// <summary>Sales region.</summary>
    public string Region { get; set; } = "";

    /// <summary>Trade.</summary>
    public string? Sector { get; set; }

    /// <summary>Post code as kept.</summary>
    public string? Postcode { get; set; }

    /// <summary>Phone as kept.</summary>
    public string? Phone { get; set; }

    /// <summary>Website.</summary>
    public string? Website { get; set; }

    /// <summary>Not to be written to.</summary>
    public bool OptedOut { get; set; }
}
