namespace Copilot.Core;

/// <summary>What an argument of a function holds; it decides how what was typed is resolved.</summary>
public enum ParameterKind
{
    /// <summary>A customer, by display name.</summary>
    Customer,

    /// <summary>An account of the CRM, by name.</summary>
    Account,

    /// <summary>A colleague, by display name.</summary>
    Person,

    /// <summary>A warehouse, by code.</summary>
    Warehouse,

    /// <summary>A product, by SKU.</summary>
    Sku,

    /// <summary>A role's canonical word.</summary>
    Role,

    /// <summary>An order, by number or by the customer's PO.</summary>
    Order,

    /// <summary>An invoice, by number.</summary>
    Invoice,

    /// <summary>Several invoices, by number.</summary>
    Invoices,

    /// <summary>A payment, by number.</summary>
    Payment,

    /// <summary>A chargeback, by number.</summary>
    Chargeback,

    /// <summary>An opportunity, by number.</summary>
    Opportunity,

    /// <summary>An EDI message, by number.</summary>
    EdiMessage,

    /// <summary>A customer's purchase order number, as typed.</summary>
    PurchaseOrder,

    /// <summary>A period's canonical name.</summary>
    Period,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A plain decimal.</summary>
    Amount,

    /// <summary>A currency code.</summary>
    Currency,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>true or false.</summary>
    Flag,

    /// <summary>A country or sales region.</summary>
    Region,

    /// <summary>One word of an enumeration.</summary>
    Choice,

    /// <summary>Articles with quantities.</summary>
    Lines,

    /// <summary>Free text, as typed.</summary>
    Text,
}
