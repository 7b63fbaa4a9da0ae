namespace Copilot.Core;

/// <summary>An article.</summary>
public sealed class Product : Entity
{
    /// <summary>Key.</summary>
    public Id<Product> Id { get; set; }

    /// <summary>Natural key: "LL-CDL-200".</summary>
    public string Sku { get; set; } = "";

    /// <summary>Display name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Folded display name.</summary>
    public string NameFolded { get; set; } = "";

    /// <summary>Product line code: "CDL".</summary>
    public string Line { get; set; } = "";

    /// <summary>Units in a carton; orders go in whole cartons.</summary>
    public int PackSize { get; set; }

    /// <summary>Smallest quantity on an order line.</summary>
    public int MinimumQuantity { get; set; }

    /// <summary>From making to expiry; nought for none.</summary>
    public int ShelfLifeDays { get; set; }

    /// <summary>From this day on not to be sold.</summary>
    public DateOnly? DiscontinuedOn { get; set; }
}
