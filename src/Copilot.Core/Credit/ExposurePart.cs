namespace Copilot.Core;

/// <summary>What a customer's credit exposure is made of.</summary>
public enum ExposurePart
{
    /// <summary>What is still owed of an invoice; adds.</summary>
    OpenInvoice,

    /// <summary>A credit note, or the rest of one, that is not yet set against an invoice; takes away.</summary>
    OpenCredit,

    /// <summary>Goods that have left and are not invoiced; adds.</summary>
    ShippedNotInvoiced,

    /// <summary>Goods of confirmed orders that have not left; adds.</summary>
    ConfirmedNotShipped,

    /// <summary>Money that came in and is not yet set against an invoice; takes away.</summary>
    UnappliedCash,
}
