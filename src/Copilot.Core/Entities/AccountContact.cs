namespace Copilot.Core;

/// <summary>A person at an account, as kept in the CRM.</summary>
public sealed class AccountContact : Entity
{
    /// <summary>Key.</summary>
    public Id<AccountContact> Id { get; set; }

    /// <summary>The account.</summary>
    public Id<Account> AccountId { get; set; }

    /// <summary>Display name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Mail address as kept.</summary>
    public string? Email { get; set; }

    /// <summary>Phone as kept.</summary>
    public string? Phone { get; set; }

    /// <summary>Function.</summary>
    public string? Title { get; set; }

    /// <summary>Not to be written to.</summary>
    public bool OptedOut { get; set; }
}
