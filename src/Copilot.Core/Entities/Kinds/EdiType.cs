namespace Copilot.Core;

/// <summary>EDI message types: X12 by number, EDIFACT by name.</summary>
public enum EdiType
{
    /// <summary>Purchase order.</summary>
    T850,

    /// <summary>Order acknowledgement.</summary>
    T855,

    /// <summary>Advance ship notice.</summary>
    T856,

    /// <summary>Invoice.</summary>
    T810,

    /// <summary>Remittance advice.</summary>
    T820,

    /// <summary>Credit or debit adjustment.</summary>
    T812,

    /// <summary>Order change.</summary>
    T860,

    /// <summary>Functional acknowledgement.</summary>
    T997,

    /// <summary>Purchase order.</summary>
    ORDERS,

    /// <summary>Order response.</summary>
    ORDRSP,

    /// <summary>Despatch advice.</summary>
    DESADV,

    /// <summary>Invoice.</summary>
    INVOIC,

    /// <summary>Remittance advice.</summary>
    REMADV,

    /// <summary>Syntax and service report.</summary>
    CONTRL,
}
