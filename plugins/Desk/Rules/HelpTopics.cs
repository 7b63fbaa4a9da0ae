using Copilot.Core;

namespace Copilot.Plugins.Desk.Rules;

/// <summary>What a topic in a person's own words is about.</summary>
/// <param name="Area">The subject.</param>
/// <param name="Certain">Whether one of its words was named; false for the nearest spelling.</param>
/// <param name="Word">The word that led there.</param>
internal sealed record HelpTopic(Area Area, bool Certain, string Word);

/// <summary>Finds the subject of a topic, in four languages and in spite of slips.</summary>
internal static class HelpTopics
{
    private static readonly (Area Area, string Words)[] Vocabulary =
    [
        (Area.Receivables, "receivables receivable invoice invoices overdue dunning reminder reminders payment payments cash credit collection collections collector ageing aging dso debtors debts statement promise promises dispute disputes provision write-off "
            + "forderungen rechnung rechnungen mahnung mahnungen mahnwesen zahlung zahlungen debitoren creances facture factures relance relances paiement paiements encaissement debiteuren factuur facturen aanmaning aanmaningen betaling betalingen incasso"),
        (Area.Orders, "orders order stock backorder backorders shelf freshness hold holds release allocation otif auftrag auftrage bestellung bestellungen lagerbestand commande commandes stocks bestelling bestellingen voorraad"),
        (Area.Logistics, "logistics delivery deliveries shipment shipments warehouse warehouses carrier tracking sla logistik lieferung lieferungen lager versand logistique livraison livraisons entrepot logistiek levering leveringen magazijn zending"),
        (Area.Chargebacks, "chargeback chargebacks penalty penalties deduction deductions retailer routing ruckbelastung ruckbelastungen strafe penalite penalites boete boetes"),
        (Area.Crm, "crm pipeline opportunity opportunities deal deals account accounts contact contacts sales hygiene duplicates nudge vertrieb chancen kontakte ventes opportunites pistes verkoop kansen contacten"),
        (Area.Forecast, "forecast forecasts forecasting coverage prediction prognose prognosen vorhersage prevision previsions voorspelling voorspellingen"),
        (Area.Territory, "territory territories patch patches gebiet gebiete territoire territoires rayon rayons"),
        (Area.Commission, "commission commissions bonus payout provisionen commissionnement provisie provisies"),
        (Area.Edi, "edi edifact x12 message messages asn nachricht nachrichten berichten"),
        (Area.Sops, "sop sops procedure procedures handbook onboarding policy anweisung verfahren anleitung prozess werkwijze werkinstructie"),
        (Area.Desk, "desk confirm confirmation pending approval approvals proposal proposals history audit help bestatigung freigaben bevestigen goedkeuring confirmer validation"),
    ];

    private static readonly Dictionary<string, Area> ByWord = Vocabulary.SelectMany(entry => entry.Words.Split(' ').Select(word => (word, entry.Area))).GroupBy(pair => pair.word)
        .ToDictionary(group => group.Key, group => group.First().Area, StringComparer.Ordinal);

    /// <summary>The subject; nothing for a topic that names nothing.</summary>
    public static HelpTopic? Find(string topic)
    {
        var words = WordsOf(topic);
        var named = words.Where(ByWord.ContainsKey).GroupBy(word => ByWord[word]).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault();
        if (named is not null)
        {
            return new HelpTopic(named.Key, Certain: true, named.First());
        }

        return words.Where(word => word.Length >= 3).SelectMany(word => ByWord.Keys.Select(known => (word, known, Near: Likeness(word, known))))
            .OrderByDescending(pair => pair.Near).ThenBy(pair => pair.known, StringComparer.Ordinal).Select(pair => new HelpTopic(ByWord[pair.known], pair.Near >= 0.8, pair.known)).FirstOrDefault();
    }

    /// <summary>How many of a topic's words stand in a text, a shorter form counting as the longer one.</summary>
    public static int Common(string topic, string text)
    {
        var words = WordsOf(text);
        return WordsOf(topic).Count(word => word.Length >= 4 && Array.Exists(words, other => other.StartsWith(word, StringComparison.Ordinal) || (other.Length >= 4 && word.StartsWith(other, StringComparison.Ordinal))));
    }

    /// <summary>Share of letter pairs that two words have in common (Dice's coefficient), from 0 to 1.</summary>
    public static double Likeness(string left, string right)
    {
        var (first, second) = (Pairs(left), Pairs(right));
        var rest = second.ToList();
        var common = first.Count(rest.Remove);
        return first.Count + second.Count == 0 ? 0 : 2.0 * common / (first.Count + second.Count);
    }

    private static List<(char, char)> Pairs(string word) => [.. $"^{word}$".Zip($"^{word}$".Skip(1))];

    private static string[] WordsOf(string text) => Folding.Fold(text).Split([' ', ',', '.', '?', '!', '/', ':', ';', '(', ')', '"', '\'', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
}
