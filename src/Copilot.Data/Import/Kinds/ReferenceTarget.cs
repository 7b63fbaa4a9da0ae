namespace Copilot.Data.Import;

/// <summary>What a field can refer to.</summary>
internal enum ReferenceTarget
{
    /// <summary>A customer, by number or name.</summary>
    Customer,

    /// <summary>A product, by number or name.</summary>
    Product,

    /// <summary>One of the staff.</summary>
    Person,

    /// <summary>A company in the CRM.</summary>
    Account,

    /// <summary>A site.</summary>
    Warehouse,

    /// <summary>An order.</summary>
    Order,

    /// <summary>An invoice.</summary>
    Invoice,

    /// <summary>A payment.</summary>
    Payment,

    /// <summary>A shipment.</summary>
    Shipment,

    /// <summary>An opportunity.</summary>
    Opportunity,
}
