namespace Copilot.Data.Sample;

/// <summary>A company that may become a customer.</summary>
internal sealed record ProspectFact(string Name, string Country, string City, string Postcode, string Sector, string? Region = null, string? Parent = null);

/// <summary>Prospects, second records of companies with another spelling, and records that are badly written.</summary>
internal static class CrmFacts
{
    public static readonly IReadOnlyList<ProspectFact> Prospects =
    [
        new("Larkfield Home", "GB", "Leeds", "LS1 4DY", "home"), new("Tamarind Spa Hotels", "GB", "Bath", "BA2 4QF", "hotels"),
        new("Porter & Wren", "GB", "London", "W1F 8WQ", "gifts"), new("Copperbeech Stores", "GB", "York", "YO1 7HH", "department store"),
        new("Mossbank Pharmacies", "GB", "Glasgow", "G2 1AL", "pharmacy"), new("Saltbox Interiors", "GB", "Whitby", "YO21 3PU", "home"),
        new("Harrowgate Outlet", "GB", "Swindon", "SN2 2DZ", "department store", Parent: "Harrowgate Department Stores"), new("Inishmore Gifts", "IE", "Galway", "H91 E2KV", "gifts"),
        new("Liffey House", "IE", "Dublin", "D02 X285", "department store"), new("Birkenhof Drogerien", "DE", "Kassel", "34117", "drugstore"),
        new("Seifenhaus Nordlicht", "DE", "Kiel", "24103", "beauty"), new("Lichtwerk Wohnen", "DE", "Stuttgart", "70173", "home"),
        new("Parfümerie Ostertag", "DE", "Nürnberg", "90402", "beauty"), new("Hotelgruppe Tannengrund", "DE", "Freiburg", "79098", "hotels"),
        new("Grünhain Naturwaren", "DE", "Dresden", "01099", "organic"), new("Alpenquell Wellness", "AT", "Innsbruck", "6020", "hotels"),
        new("Donaukauf", "AT", "Linz", "4020", "department store"), new("Limmat Concept", "CH", "Zürich", "8001", "gifts"),
        new("Grand Magasin Léman", "CH", "Lausanne", "1003", "department store"), new("Maison Verdier", "FR", "Paris", "75003", "beauty"),
        new("Les Savons d'Aubrac", "FR", "Rodez", "12000", "organic"), new("Hôtels Clairval", "FR", "Annecy", "74000", "hotels"),
        new("Pharmacie des Arcades", "FR", "Ajaccio", "20000", "pharmacy"), new("Comptoir Beaulieu", "FR", "Nantes", "44000", "gifts"),
        new("Boutiques Mirabelle", "FR", "Metz", "57000", "gifts"), new("Huis van Linnen", "NL", "Haarlem", "2011 RA", "home"),
        new("Drogist De Vijzel", "NL", "Zwolle", "8011 PK", "drugstore"), new("Warenhuis Amstelhof", "NL", "Amsterdam", "1012 JS", "department store"),
        new("Bloem & Bries", "NL", "Breda", "4811 XS", "gifts"), new("Maison Scheldt", "BE", "Antwerpen", "2000", "beauty"),
        new("Parfumerie Ardenne", "BE", "Namur", "5000", "beauty"), new("Grund Concept Store", "LU", "Luxembourg", "1212", "gifts"),
        new("Erboristeria Serena", "IT", "Bologna", "40121", "organic"), new("Grandi Alberghi Lario", "IT", "Como", "22100", "hotels"),
        new("Casa Margherita", "IT", "Torino", "10121", "home"), new("Perfumería Azahar", "ES", "Sevilla", "41001", "beauty"),
        new("Hoteles Bahía Clara", "ES", "Palma", "07001", "hotels"), new("Mercado Olivar", "ES", "Madrid", "28004", "department store"),
        new("Perfumaria do Chiado Novo", "PT", "Lisboa", "1200-092", "beauty"), new("Drogeria Zielona", "PL", "Poznań", "61-806", "drugstore"),
        new("Dom Handlowy Wisła", "PL", "Kraków", "31-042", "department store"), new("Vltava Living", "CZ", "Praha", "110 00", "home"),
        new("Moravia Spa", "CZ", "Brno", "602 00", "hotels"), new("Duna Drogéria", "HU", "Budapest", "1052", "drugstore"),
        new("Fjordlys Interiør", "NO", "Bergen", "5003", "home"), new("Kystapoteket Sør", "NO", "Kristiansand", "4611", "pharmacy"),
        new("Skärgård Spa", "SE", "Göteborg", "411 06", "hotels"), new("Varuhuset Linnéa", "SE", "Malmö", "211 22", "department store"),
        new("Lys & Duft", "DK", "Aarhus", "8000", "beauty"), new("Hotel Strandgaard", "DK", "Helsingør", "3000", "hotels"),
        new("Saimaa Wellness", "FI", "Lappeenranta", "53100", "hotels"), new("Beacon Hill Provisions", "US", "Boston", "02108", "gifts", "US East"),
        new("Chesapeake Apothecary", "US", "Baltimore", "21201", "pharmacy", "US East"), new("Hudson & Fern", "US", "Hudson", "12534", "home", "US East"),
        new("Magnolia Row", "US", "Savannah", "31401", "gifts", "US East"), new("Great Lakes Mercantile", "US", "Cleveland", "44113", "department store", "US East"),
        new("Redwood Bath Company", "US", "Eureka", "95501", "beauty", "US West"), new("Cascadia Natural", "US", "Seattle", "98101", "organic", "US West"),
        new("Desert Bloom Resorts", "US", "Tucson", "85701", "hotels", "US West"), new("Golden Gate Gifts", "US", "San Francisco", "94108", "gifts", "US West"),
        new("Sierra Vista Drug", "US", "Reno", "89501", "pharmacy", "US West"),
    ];

    /// <summary>A second record, and the account it is one of.</summary>
    public static readonly IReadOnlyList<(string Name, string Of)> Duplicates =
    [
        ("Belmont and Hale Ltd", "Belmont & Hale"), ("Kaufhaus Adler GmbH", "Kaufhaus Adler"), ("Gallerie Marchand", "Galerie Marchand"),
        ("Mapel & Main", "Maple & Main"), ("Trend Haus", "Trendhaus"), ("PARFUMERIE LAVIGNE SARL", "Parfumerie Lavigne"),
        ("Parfuemerie Ostertag", "Parfümerie Ostertag"), ("Tamarind Spa Hotel", "Tamarind Spa Hotels"), ("Porter and Wren", "Porter & Wren"),
        ("Beacon Hill Provision Co.", "Beacon Hill Provisions"), ("Dom Handl. Wisla", "Dom Handlowy Wisła"),
    ];

    /// <summary>Fields that are badly written, by account: what stands there.</summary>
    public static readonly IReadOnlyDictionary<string, (string? Phone, string? Country, string? Postcode, string? Mail)> BadFormats =
        new Dictionary<string, (string?, string?, string?, string?)>(StringComparer.Ordinal)
        {
            ["Larkfield Home"] = ("0113 CALL ME", null, null, null),
            ["Lichtwerk Wohnen"] = (null, "Deutschland", null, null),
            ["Maison Verdier"] = (null, null, "7500", null),
            ["Golden Gate Gifts"] = (null, null, "9410", null),
            ["Grünhain Naturwaren"] = (null, null, "1099", null),
            ["Casa Margherita"] = (null, null, null, "paolo.ferri(at)casa-margherita.example"),
            ["Lys & Duft"] = (null, null, null, "astrid@lys-og-duft"),
            ["Cascadia Natural"] = ("555", null, null, null),
        };

    public static readonly IReadOnlyList<(string Line, string What, int BaseCents)> Deals =
    [
        ("HND", "hand wash for washrooms", 1_400_000), ("BDY", "body lotion range", 1_900_000), ("CDL", "candles for the autumn window", 2_200_000),
        ("EDP", "eau de parfum counter", 3_100_000), ("OIL", "bath oil listing", 1_200_000), ("SET", "gift sets for the season", 2_700_000),
        ("DIF", "diffusers for lobbies", 1_800_000), ("SOP", "soap bars, own label", 1_000_000),
    ];

    public static readonly IReadOnlyList<string> Partners = ["Brightpath Agency", "Norden Partners", "Atrium Distribution"];
}
