namespace Copilot.Data.Sample;

/// <summary>An article: list price in euro cents, units in a carton, least quantity, days from making to expiry.</summary>
internal sealed record ProductFact(string Line, string Size, string Name, int ListCents, int PackSize, int MinimumQuantity, int ShelfLifeDays, int? DiscontinuedDaysAgo = null)
{
    public string Sku => $"LL-{Line}-{Size}";

    /// <summary>Work charged for, not goods: it lies in no warehouse.</summary>
    public bool Service => Line == "SRV";
}

/// <summary>The range, and where stock of it is scarce or short-dated on the sample day.</summary>
internal static class ProductFacts
{
    public static readonly IReadOnlyList<ProductFact> Products =
    [
        new("HND", "100", "Hand Wash 100 ml", 420, 24, 24, 730),
        new("HND", "250", "Hand Wash 250 ml", 790, 12, 12, 730),
        new("HND", "500", "Hand Wash 500 ml", 1190, 12, 12, 730),
        new("BDY", "100", "Body Lotion 100 ml", 650, 24, 24, 730),
        new("BDY", "200", "Body Lotion 200 ml", 990, 12, 12, 730),
        new("BDY", "250", "Body Lotion 250 ml", 1150, 12, 12, 730),
        new("BDY", "500", "Body Lotion 500 ml", 1680, 6, 12, 730),
        new("CDL", "100", "Candle 100 g", 980, 12, 12, 1095),
        new("CDL", "200", "Candle 200 g", 1550, 6, 6, 1095),
        new("CDL", "250", "Candle 250 g", 1890, 6, 6, 1095),
        new("CDL", "500", "Candle 500 g", 2950, 4, 4, 1095),
        new("EDP", "050", "Eau de Parfum 50 ml", 3100, 6, 6, 1095),
        new("EDP", "100", "Eau de Parfum 100 ml", 4800, 6, 6, 1095),
        new("OIL", "050", "Bath Oil 50 ml", 720, 12, 12, 730, DiscontinuedDaysAgo: 70),
        new("OIL", "100", "Bath Oil 100 ml", 1020, 12, 12, 730),
        new("OIL", "200", "Bath Oil 200 ml", 1490, 12, 12, 730),
        new("OIL", "250", "Bath Oil 250 ml", 1740, 6, 12, 730),
        new("SET", "050", "Gift Set Mini 50 ml", 1450, 12, 12, 540),
        new("SET", "100", "Gift Set 100 ml", 2100, 6, 12, 540),
        new("SET", "200", "Gift Set 200 ml", 3300, 6, 6, 540),
        new("SET", "250", "Gift Set Grand 250 ml", 3800, 4, 4, 540),
        new("DIF", "100", "Diffuser 100 ml", 1750, 6, 6, 1095),
        new("DIF", "200", "Diffuser 200 ml", 2450, 6, 6, 1095),
        new("DIF", "250", "Diffuser 250 ml", 2800, 6, 6, 1095, DiscontinuedDaysAgo: 110),
        new("SOP", "050", "Soap Bar 50 g", 290, 48, 48, 730, DiscontinuedDaysAgo: 95),
        new("SOP", "100", "Soap Bar 100 g", 460, 24, 24, 730),
        new("SOP", "200", "Soap Bar 200 g", 690, 24, 24, 730),
        new("SOP", "250", "Soap Bar 250 g", 820, 12, 24, 730),
        new("SRV", "100", "Shop Display Set-up (service)", 18000, 1, 1, 0),
        new("SRV", "200", "Express Freight Supplement (service)", 9500, 1, 1, 0),
    ];

    /// <summary>Sold out: what is there is promised already, so that orders for it wait.</summary>
    public static readonly IReadOnlySet<(string Site, string Sku)> Scarce = new HashSet<(string, string)>
    {
        ("DAV", "LL-CDL-200"), ("DAV", "LL-SET-200"), ("VEN", "LL-EDP-050"), ("VEN", "LL-SET-100"), ("RNO", "LL-DIF-200"),
    };

    /// <summary>Only batches close to their expiry are left: orders of customers who ask for a long remaining life cannot be served.</summary>
    public static readonly IReadOnlySet<(string Site, string Sku)> ShortDated = new HashSet<(string, string)>
    {
        ("DAV", "LL-OIL-200"), ("VEN", "LL-BDY-200"),
    };
}
