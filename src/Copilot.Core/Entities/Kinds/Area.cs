namespace Copilot.Core;

/// <summary>A subject of the business; a plugin's name and a column of the visibility table.</summary>
public enum Area
{
    /// <summary>Orders.</summary>
    Orders,

    /// <summary>Shipments and warehouses.</summary>
    Logistics,

    /// <summary>Invoices and money.</summary>
    Receivables,

    /// <summary>Chargebacks.</summary>
    Chargebacks,

    /// <summary>Accounts and opportunities.</summary>
    Crm,

    /// <summary>Forecast.</summary>
    Forecast,

    /// <summary>Territories.</summary>
    Territory,

    /// <summary>Commission.</summary>
    Commission,

    /// <summary>EDI messages.</summary>
    Edi,

    /// <summary>Procedures.</summary>
    Sops,

    /// <summary>The copilot itself.</summary>
    Desk,
}
