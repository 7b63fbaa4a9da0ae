using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>A customer of the sample company and how it trades.</summary>
internal sealed record CustomerFact(string Name, string Country, string Language, string Currency, int TermsDays)
{
    /// <summary>Region, where the country alone does not say it.</summary>
    public string? Region { get; init; }

    /// <summary>Orders of the past that are invoiced by now.</summary>
    public int Orders { get; init; }

    /// <summary>How large its orders are; 1 is usual.</summary>
    public double Size { get; init; } = 1;

    /// <summary>Days after the due date on which it pays on average; its habit.</summary>
    public double PaysDaysLate { get; init; }

    /// <summary>Share of its invoices that it disputes.</summary>
    public double DisputeShare { get; init; } = 0.2;

    /// <summary>Least days of remaining shelf life on delivery.</summary>
    public int ShelfLifeDays { get; init; } = 120;

    /// <summary>Percent off the list price on the goods agreed; nought for none.</summary>
    public int AgreedPercent { get; init; }

    /// <summary>Early-payment discount.</summary>
    public (int Days, decimal Percent) Discount { get; init; }

    /// <summary>Interest on late payment in percent a year, where its terms agree one.</summary>
    public decimal? LateInterest { get; init; }

    /// <summary>Days between an order and its delivery.</summary>
    public (int Low, int High) LeadDays { get; init; } = (12, 34);

    public bool Strict { get; init; }

    public bool Edi { get; init; }

    public string? DuplicateOf { get; init; }

    public bool RemindersOff { get; init; }

    public CollectionFlag Flag { get; init; }

    public bool Web { get; init; }
}

/// <summary>The wholesale accounts and the web shop.</summary>
internal static class CustomerFacts
{
    public const string WebShop = "Web Shop";

    public static readonly IReadOnlyList<CustomerFact> Customers =
    [
        new("Harrowgate Department Stores", "GB", "en", "GBP", 60) { Orders = 75, Size = 1.7, PaysDaysLate = -2, DisputeShare = 0.3, ShelfLifeDays = 180, AgreedPercent = 8, LeadDays = (20, 50), Strict = true, Edi = true },
        new("Belmont & Hale", "GB", "en", "GBP", 45) { Orders = 22, PaysDaysLate = 6, DisputeShare = 0.35, AgreedPercent = 5, LateInterest = 8m },
        new("Kingsway Boutiques", "GB", "en", "GBP", 30) { Orders = 18, Size = 0.6, PaysDaysLate = -4, DisputeShare = 0.08 },
        new("Kingsway Pharmacy", "GB", "en", "GBP", 30) { Orders = 20, Size = 0.7, PaysDaysLate = -13, DisputeShare = 0.05, ShelfLifeDays = 180 },
        new("Novaline Online", "GB", "en", "GBP", 30) { Orders = 26, PaysDaysLate = 12, DisputeShare = 0.45, AgreedPercent = 6, LateInterest = 8m },
        new("Novaline Online Ltd.", "GB", "en", "GBP", 30) { Orders = 5, Size = 0.5, PaysDaysLate = 11, DisputeShare = 0.2, DuplicateOf = "Novaline Online" },
        new("Solstice Spa Group", "GB", "en", "GBP", 45) { Orders = 14, Size = 0.8, PaysDaysLate = -8, DisputeShare = 0.05, RemindersOff = true },
        new("Blue Heron Gifts", "IE", "en", "EUR", 30) { Orders = 10, Size = 0.4, PaysDaysLate = -15, DisputeShare = 0 },
        new("Kaufhaus Adler", "DE", "de", "EUR", 45) { Orders = 70, Size = 1.5, PaysDaysLate = -6, DisputeShare = 0.25, ShelfLifeDays = 240, AgreedPercent = 9, LeadDays = (20, 50), Strict = true, Edi = true, LateInterest = 9m },
        new("Drogerie Sonnen", "DE", "de", "EUR", 30) { Orders = 28, Size = 0.9, PaysDaysLate = -19, DisputeShare = 0.05, ShelfLifeDays = 180, AgreedPercent = 6, Discount = (14, 2m) },
        new("Trendhaus", "DE", "de", "EUR", 45) { Orders = 24, PaysDaysLate = 5, DisputeShare = 0.4, AgreedPercent = 4, LateInterest = 9m },
        new("Aurelia Hotels", "AT", "de", "EUR", 45) { Orders = 12, Size = 0.8, PaysDaysLate = -3, DisputeShare = 0.1 },
        new("Orchard Travel Retail", "CH", "de", "CHF", 45) { Orders = 16, PaysDaysLate = -1, DisputeShare = 0.2, ShelfLifeDays = 180 },
        new("Galerie Marchand", "FR", "fr", "EUR", 30) { Orders = 14, Size = 0.7, PaysDaysLate = 4, DisputeShare = 0.25, LateInterest = 10.5m },
        new("Parfumerie Lavigne", "FR", "fr", "EUR", 30) { Orders = 18, Size = 0.7, PaysDaysLate = -14, DisputeShare = 0.05, AgreedPercent = 3 },
        new("De Gouden Linde", "NL", "nl", "EUR", 30) { Orders = 16, Size = 0.6, PaysDaysLate = -21, DisputeShare = 0, Discount = (10, 2m), LateInterest = 8m },
        new("Profumeria Bellini", "IT", "en", "EUR", 45) { Orders = 14, Size = 0.7, PaysDaysLate = 8, DisputeShare = 0.3, LateInterest = 8m },
        new("Casa Alameda", "ES", "en", "EUR", 45) { Orders = 12, Size = 0.5, PaysDaysLate = 16, DisputeShare = 0.5, Flag = CollectionFlag.Legal },
        new("Warszawa Beauty", "PL", "en", "PLN", 30) { Orders = 18, Size = 0.7, PaysDaysLate = 10, DisputeShare = 0.3 },
        new("Nordlys Beauty", "NO", "en", "EUR", 30) { Orders = 14, Size = 0.6, PaysDaysLate = -5, DisputeShare = 0.1 },
        new("Atelier Nord", "SE", "en", "EUR", 30) { Orders = 12, Size = 0.5, PaysDaysLate = -9, DisputeShare = 0.1 },
        new("Maple & Main", "US", "en", "USD", 45) { Region = "US East", Orders = 80, Size = 1.6, PaysDaysLate = -4, DisputeShare = 0.3, ShelfLifeDays = 180, AgreedPercent = 7, LeadDays = (18, 48), Strict = true, Edi = true },
        new("Mercer Street Market", "US", "en", "USD", 45) { Region = "US East", Orders = 34, PaysDaysLate = 2, DisputeShare = 0.2, AgreedPercent = 4, Edi = true },
        new("Pinecrest Pharmacies", "US", "en", "USD", 30) { Region = "US West", Orders = 32, PaysDaysLate = -13, DisputeShare = 0.08, ShelfLifeDays = 180, AgreedPercent = 5, Edi = true },
        new("Westfield Apothecary", "US", "en", "USD", 30) { Region = "US West", Orders = 18, Size = 0.6, PaysDaysLate = 17, DisputeShare = 0.55, LateInterest = 12m },
        new(WebShop, "NL", "en", "EUR", 0) { Web = true },
    ];
}
