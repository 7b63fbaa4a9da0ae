namespace Copilot.Plugins.Orders.Rules;

/// <summary>What a check of an order looks at.</summary>
internal enum Check
{
    /// <summary>Price against the agreed price, else the list.</summary>
    Price,

    /// <summary>Whole cartons.</summary>
    PackSize,

    /// <summary>Smallest quantity on a line.</summary>
    MinimumQuantity,

    /// <summary>Smallest order value agreed with the customer.</summary>
    MinimumOrder,

    /// <summary>Products still sold.</summary>
    Discontinued,

    /// <summary>Goods free at the site.</summary>
    Stock,

    /// <summary>Remaining shelf life on delivery against the customer's minimum.</summary>
    ShelfLife,

    /// <summary>The delivery address is the customer's.</summary>
    ShipTo,

    /// <summary>Exposure against the limit.</summary>
    Credit,

    /// <summary>Payment terms as agreed.</summary>
    PaymentTerms,

    /// <summary>The customer's PO is used once.</summary>
    DuplicatePo,

    /// <summary>The special requirements that the customer enforces are on file.</summary>
    Requirements,
}

/// <summary>Something wrong with an order. The texts hold amounts as arguments, so that they can be hidden.</summary>
/// <param name="Check">What was checked.</param>
/// <param name="Blocks">Whether the order should not go on before it is mended; else it is to be looked at.</param>
/// <param name="Where">The line and product, or "order".</param>
/// <param name="Expected">What should stand there.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Mend">What to do.</param>
internal sealed record Finding(Check Check, bool Blocks, string Where, FormattableString Expected, FormattableString Found, FormattableString Mend)
{
    /// <summary>The product, where goods are missing or too old.</summary>
    public string? Sku { get; init; }
}
