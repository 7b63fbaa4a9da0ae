namespace Copilot.Core;

/// <summary>
/// A bank account of the company itself: where customers pay. Letters name it from here alone, never from what somebody wrote.
/// </summary>
public sealed class BankAccount : Entity
{
    /// <summary>Key.</summary>
    public Id<BankAccount> Id { get; set; }

    /// <summary>The currency in which it is paid to.</summary>
    public CurrencyCode Currency { get; set; }

    /// <summary>Natural key beside the currency: the IBAN without spaces; the account number where the country has no IBAN.</summary>
    public string Number { get; set; } = "";

    /// <summary>What leads to the bank beside an account number, as a sort code or a routing number; empty with an IBAN.</summary>
    public string RoutingCode { get; set; } = "";

    /// <summary>In whose name it stands.</summary>
    public string Holder { get; set; } = "";

    /// <summary>The bank's name.</summary>
    public string Bank { get; set; } = "";

    /// <summary>The bank's BIC, eight or eleven characters; empty where none is known.</summary>
    public string Bic { get; set; } = "";

    /// <summary>Whether it is the one that letters name, where a currency has several.</summary>
    public bool Usual { get; set; }
}
