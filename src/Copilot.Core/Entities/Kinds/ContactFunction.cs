namespace Copilot.Core;

/// <summary>What a contact does at the customer.</summary>
public enum ContactFunction
{
    /// <summary>Pays invoices.</summary>
    AccountsPayable,

    /// <summary>Buys.</summary>
    Buyer,

    /// <summary>Receives goods.</summary>
    Logistics,

    /// <summary>Decides.</summary>
    Management,
}
