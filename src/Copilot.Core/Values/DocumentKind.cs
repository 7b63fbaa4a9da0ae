namespace Copilot.Core;

/// <summary>The kinds of document that carry a number of this house.</summary>
public enum DocumentKind
{
    /// <summary>SO-10482</summary>
    Order,

    /// <summary>INV-20417</summary>
    Invoice,

    /// <summary>PAY-50012</summary>
    Payment,

    /// <summary>SHP-60020</summary>
    Shipment,

    /// <summary>CB-3007</summary>
    Chargeback,

    /// <summary>OPP-7012</summary>
    Opportunity,

    /// <summary>EDI-88012</summary>
    EdiMessage,

    /// <summary>CN-40003</summary>
    CreditNote,
}
