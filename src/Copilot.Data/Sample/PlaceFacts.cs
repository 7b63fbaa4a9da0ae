namespace Copilot.Data.Sample;

/// <summary>Where customers have goods sent: invented streets in real towns.</summary>
internal static class PlaceFacts
{
    public static readonly IReadOnlyDictionary<string, (string Name, string Street, string Postcode, string City)[]> ShipTos =
        new Dictionary<string, (string, string, string, string)[]>(StringComparer.Ordinal)
        {
            ["Harrowgate Department Stores"] = [("Distribution Centre North", "4 Foundry Way", "LS10 1RQ", "Leeds"), ("Distribution Centre South", "18 Orchard Gate", "RG2 0QX", "Reading"), ("Flagship Store", "210 Linden Street", "M3 2BW", "Manchester")],
            ["Belmont & Hale"] = [("Central Stores", "7 Belmont Yard", "BS1 6XN", "Bristol"), ("Bath Shop", "22 Milliner Row", "BA1 2QP", "Bath")],
            ["Kingsway Boutiques"] = [("Goods In", "31 Kingsway Mews", "EH2 4DR", "Edinburgh")],
            ["Kingsway Pharmacy"] = [("Depot", "9 Apothecary Lane", "NR1 3JU", "Norwich"), ("Depot East", "2 Saltmarsh Road", "IP4 1BJ", "Ipswich")],
            ["Novaline Online"] = [("Fulfilment Hub", "Unit 12, Teal Park", "DE74 2BB", "Derby")],
            ["Novaline Online Ltd."] = [("Fulfilment Hub", "12 Teal Park", "DE74 2BB", "Derby")],
            ["Solstice Spa Group"] = [("Stores", "1 Solstice House", "BN1 1AF", "Brighton"), ("Lakes Spa", "Fellside Lane", "LA23 1LR", "Windermere")],
            ["Blue Heron Gifts"] = [("Shop and Store", "14 Heron Quay", "T12 X4RV", "Cork")],
            ["Kaufhaus Adler"] = [("Zentrallager", "Adlerstraße 5", "01067", "Dresden"), ("Lager West", "Am Speicher 18", "50667", "Köln"), ("Haus München", "Lindenplatz 2", "80331", "München"), ("Haus Hamburg", "Neue Brücke 40", "20095", "Hamburg")],
            ["Drogerie Sonnen"] = [("Zentrallager", "Sonnenallee 77", "68159", "Mannheim"), ("Lager Ost", "Handelsring 3", "04103", "Leipzig")],
            ["Trendhaus"] = [("Warenannahme", "Werkhof 9", "40213", "Düsseldorf")],
            ["Aurelia Hotels"] = [("Zentraleinkauf", "Kurpromenade 4", "5020", "Salzburg"), ("Hotel am See", "Seeufer 11", "6900", "Bregenz")],
            ["Orchard Travel Retail"] = [("Terminal Store", "Frachtstraße 6", "8058", "Zürich"), ("Terminal Ouest", "Route du Fret 2", "1215", "Genève")],
            ["Galerie Marchand"] = [("Réserve", "12 rue des Tisserands", "69002", "Lyon"), ("Boutique Bourg", "3 place du Marché", "01000", "Bourg-en-Bresse")],
            ["Parfumerie Lavigne"] = [("Entrepôt", "45 avenue des Tilleuls", "33000", "Bordeaux"), ("Boutique Nice", "8 rue du Port", "06300", "Nice")],
            ["De Gouden Linde"] = [("Magazijn", "Lindenhof 21", "3511 LX", "Utrecht")],
            ["Profumeria Bellini"] = [("Magazzino", "Via dei Profumieri 14", "20121", "Milano"), ("Negozio Roma", "Via del Tiglio 6", "00187", "Roma")],
            ["Casa Alameda"] = [("Almacén", "Calle del Tilo 33", "08003", "Barcelona")],
            ["Warszawa Beauty"] = [("Magazyn", "ul. Lipowa 18", "00-316", "Warszawa")],
            ["Nordlys Beauty"] = [("Lager", "Lindeveien 7", "0150", "Oslo")],
            ["Atelier Nord"] = [("Lager", "Lindgatan 12", "111 29", "Stockholm")],
            ["Maple & Main"] = [("DC Northeast", "400 Commerce Loop", "02118", "Boston"), ("DC Southeast", "77 Peachtree Yard", "30303", "Atlanta"), ("DC Midwest", "1200 Prairie Road", "60607", "Chicago"), ("Store 001", "15 Maple Street", "10012", "New York")],
            ["Mercer Street Market"] = [("Receiving", "88 Harbor Street", "07302", "Jersey City"), ("Market Hall", "500 Mercer Court", "10013", "New York")],
            ["Pinecrest Pharmacies"] = [("DC West", "2100 Pinecrest Drive", "97209", "Portland"), ("DC South", "640 Mesa Avenue", "85004", "Phoenix")],
            ["Westfield Apothecary"] = [("Stockroom", "19 Juniper Lane", "94107", "San Francisco")],
            [CustomerFacts.WebShop] = [("Consumers Continent", "Parcel hub", "5928 LH", "Venlo"), ("Consumers Britain", "Parcel hub", "NN11 8QL", "Daventry")],
        };
}
