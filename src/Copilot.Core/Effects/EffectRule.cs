namespace Copilot.Core;

/// <summary>The rules of the policy; each effect falls under one.</summary>
public enum EffectRule
{
    /// <summary>An order is held.</summary>
    OrderHold,

    /// <summary>A credit hold is released.</summary>
    CreditHoldRelease,

    /// <summary>Any other hold is released.</summary>
    OtherHoldRelease,

    /// <summary>An order is created, changed or cancelled.</summary>
    OrderChange,

    /// <summary>A return is announced.</summary>
    Return,

    /// <summary>Stock is allocated.</summary>
    Allocation,

    /// <summary>A mail goes to a customer.</summary>
    CustomerMail,

    /// <summary>A promise, a call note or a setting of reminders.</summary>
    CollectionNote,

    /// <summary>Cash is applied.</summary>
    CashApplication,

    /// <summary>A dispute is opened or settled.</summary>
    Dispute,

    /// <summary>A credit note is issued.</summary>
    CreditNote,

    /// <summary>A claim is written off.</summary>
    WriteOff,

    /// <summary>A chargeback is accepted.</summary>
    ChargebackAccepted,

    /// <summary>A chargeback is disputed.</summary>
    ChargebackDisputed,

    /// <summary>A mail goes to a warehouse partner.</summary>
    WarehouseMail,

    /// <summary>A record of the CRM is changed.</summary>
    CrmChange,

    /// <summary>Two accounts of the CRM are merged.</summary>
    CrmMerge,

    /// <summary>Colleagues are nudged.</summary>
    NudgeSeries,

    /// <summary>A procedure is published.</summary>
    SopPublication,
}
