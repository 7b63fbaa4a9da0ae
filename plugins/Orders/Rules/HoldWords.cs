using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>
/// Which kind of hold a sentence speaks of, by the words of the trade in English, German, French and Dutch. What it is about counts before who
/// wants it: "the buyer disputes the price" is a hold for price.
/// </summary>
internal static class HoldWords
{
    private const int ShortestInside = 5;

    // folded; a stem of five letters or more is also found inside a compound word (Sonderpreis, Lieferadresse)
    private static readonly (HoldReason Reason, string[] Stems)[] Stems =
    [
        (HoldReason.Credit,
        [
            "credit", "limit", "overdue", "arrears", "unpaid", "paid", "pays", "payment", "prepay", "dunning", "insolven", "bankrupt", "finance",
            "kredit", "bonitat", "zahlung", "bezahl", "uberfallig", "ueberfaellig", "zahlt", "offene posten", "mahn", "vorkasse", "impaye", "paiement", "paye", "encours", "creance", "echu",
            "krediet", "limiet", "betal", "achterstallig", "vervallen factu", "aanbetaling",
        ]),
        (HoldReason.Price,
        [
            "price", "pricing", "discount", "rebate", "quotation", "terms", "preis", "rabatt", "konditionen", "prix", "tarif", "remise", "rabais", "prijs", "prijz", "korting",
        ]),
        (HoldReason.Address,
        [
            "address", "adress", "adres", "ship-to", "ship to", "shipto", "delivery point", "drop-off", "postcode", "post code", "zip code", "anschrift", "postleitzahl", "lieferort", "lieu de livraison", "code postal",
            "afleverpunt",
        ]),
        (HoldReason.Stock,
        [
            "stock", "inventory", "shortage", "backorder", "back order", "out of", "next batch", "bestand", "vorrat", "lager", "lieferbar", "fehlmenge", "ruckstand", "rupture", "voorraad", "leverbaar", "tekort", "naleverin",
        ]),
        (HoldReason.Compliance,
        [
            "complian", "complyin", "label", "certificat", "export", "customs", "licence", "license", "permit", "sanction", "embargo", "regulat", "papers", "routing guide", "konform", "etikett", "zertifikat", "ausfuhr", "zoll",
            "vorschrift", "conformit", "etiquet", "douane", "certifica", "voorschrift", "keurmerk", "vergunning",
        ]),
        (HoldReason.CustomerRequest,
        [
            "customer", "client", "buyer", "their request", "they want", "they ask", "requested", "request", "kunde", "einkauf", "wunsch", "acheteur", "demande", "klant", "inkoper", "verzoek", "afnemer",
        ]),
    ];

    /// <summary>The kind of hold; nothing where no word of the trade tells.</summary>
    public static HoldReason? Find(string text)
    {
        var folded = Folding.Fold(text);
        if (Words.TryParse<HoldReason>(folded.Replace(' ', '_'), out var named))
        {
            return named;
        }

        var words = folded.Split([' ', ',', '.', ';', ':', '(', ')', '\'', '"', '!', '?', '/'], StringSplitOptions.RemoveEmptyEntries);
        return Stems.Where(entry => entry.Stems.Any(stem => Says(folded, words, stem))).Select(entry => (HoldReason?)entry.Reason).FirstOrDefault();
    }

    private static bool Says(string folded, string[] words, string stem) => stem.Contains(' ', StringComparison.Ordinal)
        ? folded.Contains(stem, StringComparison.Ordinal)
        : Array.Exists(words, word => word.StartsWith(stem, StringComparison.Ordinal) || (stem.Length >= ShortestInside && word.Contains(stem, StringComparison.Ordinal)));
}
