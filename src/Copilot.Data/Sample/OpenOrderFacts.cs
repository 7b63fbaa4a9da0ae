using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>An order that is open on the sample day: who, where it stands, what is wrong with it, why it is held.</summary>
internal sealed record OpenOrderFact(Fate Fate, string Customer, Fault Fault = Fault.None, HoldReason? Hold = null);

/// <summary>The open orders, written out, so that every kind of trouble is there whatever the day.</summary>
internal static class OpenOrderFacts
{
    /// <summary>Held for credit, and the money is there: an unapplied payment.</summary>
    public const string PayableByCash = "Trendhaus";

    /// <summary>Held for credit, and the money is promised for the coming days.</summary>
    public const string PayableByPromise = "Belmont & Hale";

    private const string Harrowgate = "Harrowgate Department Stores";
    private const string Adler = "Kaufhaus Adler";
    private const string Maple = "Maple & Main";
    private const string Mercer = "Mercer Street Market";
    private const string Pinecrest = "Pinecrest Pharmacies";

    public static readonly IReadOnlyList<OpenOrderFact> Orders =
    [
        new(Fate.Unconfirmed, Harrowgate, Fault.WrongPrice),
        new(Fate.Unconfirmed, Adler, Fault.OffPackSize),
        new(Fate.Unconfirmed, Maple),
        new(Fate.Unconfirmed, Mercer, Fault.Discontinued),
        new(Fate.Unconfirmed, "Parfumerie Lavigne"),
        new(Fate.Unconfirmed, "De Gouden Linde", Fault.ForeignShipTo),
        new(Fate.Unconfirmed, "Kingsway Pharmacy", Fault.DuplicatePo),
        new(Fate.Unconfirmed, "Drogerie Sonnen"),
        new(Fate.Unconfirmed, "Blue Heron Gifts"),

        new(Fate.Confirmed, Harrowgate, Fault.ShortShelfLife),
        new(Fate.Confirmed, Adler, Fault.ShortShelfLife),
        new(Fate.Confirmed, Maple),
        new(Fate.Confirmed, Maple),
        new(Fate.Confirmed, Pinecrest, Fault.WrongPrice),
        new(Fate.Confirmed, "Drogerie Sonnen", Fault.OffPackSize),
        new(Fate.Confirmed, "Aurelia Hotels", Fault.Discontinued),
        new(Fate.Confirmed, "Orchard Travel Retail"),
        new(Fate.Confirmed, "Galerie Marchand"),
        new(Fate.Confirmed, "Profumeria Bellini", Fault.ForeignShipTo),
        new(Fate.Confirmed, "Kingsway Boutiques"),
        new(Fate.Confirmed, "Solstice Spa Group"),
        new(Fate.Confirmed, "Nordlys Beauty", Fault.OtherTerms),
        new(Fate.Confirmed, "Atelier Nord"),
        new(Fate.Confirmed, Harrowgate),
        new(Fate.Confirmed, Adler),

        new(Fate.Held, PayableByCash, Hold: HoldReason.Credit),
        new(Fate.Held, PayableByPromise, Hold: HoldReason.Credit),
        new(Fate.Held, "Novaline Online", Hold: HoldReason.Credit),
        new(Fate.Held, "Novaline Online", Hold: HoldReason.Credit),
        new(Fate.Held, "Westfield Apothecary", Hold: HoldReason.Credit),
        new(Fate.Held, "Warszawa Beauty", Hold: HoldReason.Credit),
        new(Fate.Held, Mercer, Fault.WrongPrice, HoldReason.Price),
        new(Fate.Held, Adler, Hold: HoldReason.Stock),
        new(Fate.Held, Pinecrest, Fault.ForeignShipTo, HoldReason.Address),
        new(Fate.Held, "De Gouden Linde", Hold: HoldReason.CustomerRequest),
        new(Fate.Held, Maple, Hold: HoldReason.Compliance),

        new(Fate.Backordered, Harrowgate),
        new(Fate.Backordered, "Kingsway Boutiques"),
        new(Fate.Backordered, Maple),
        new(Fate.Backordered, "Drogerie Sonnen"),
        new(Fate.Backordered, "Parfumerie Lavigne"),
        new(Fate.Backordered, "Orchard Travel Retail"),
        new(Fate.BackorderedInPart, Harrowgate),
        new(Fate.BackorderedInPart, Adler),
        new(Fate.BackorderedInPart, Maple),

        new(Fate.Picking, Harrowgate),
        new(Fate.Picking, Adler),
        new(Fate.Picking, Maple),
        new(Fate.Picking, Mercer),
        new(Fate.Picking, "Galerie Marchand"),
        new(Fate.Picking, "Solstice Spa Group"),
        new(Fate.InvoicedUnshipped, "Kingsway Pharmacy"),
        new(Fate.InvoicedUnshipped, "Parfumerie Lavigne"),

        new(Fate.Shipped, Harrowgate),
        new(Fate.Shipped, Maple),
        new(Fate.Shipped, Mercer),
        new(Fate.Shipped, Pinecrest),
        new(Fate.Shipped, "Atelier Nord"),
        new(Fate.Shipped, "Blue Heron Gifts"),
        new(Fate.Shipped, "Aurelia Hotels"),
        new(Fate.Stuck, "Nordlys Beauty"),
        new(Fate.Stuck, "Orchard Travel Retail"),

        new(Fate.Delivered, Adler),
        new(Fate.Delivered, "Drogerie Sonnen"),
        new(Fate.Delivered, Maple),
        new(Fate.Delivered, "Kingsway Boutiques"),
    ];

    /// <summary>Orders that were shipped and invoiced in the last fortnight, so that there is something to match new money against.</summary>
    public static readonly IReadOnlyList<string> Recent =
    [
        "Drogerie Sonnen", "De Gouden Linde", PayableByCash, PayableByCash, PayableByPromise, "Westfield Apothecary", "Orchard Travel Retail",
        "Warszawa Beauty", "Kingsway Pharmacy", "Kingsway Pharmacy", "Atelier Nord", "Parfumerie Lavigne", "Novaline Online", "Galerie Marchand",
    ];
}
