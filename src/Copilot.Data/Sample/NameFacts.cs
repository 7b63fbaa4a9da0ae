namespace Copilot.Data.Sample;

/// <summary>Invented people outside the house. First and family names are common ones, put together by chance.</summary>
internal static class NameFacts
{
    private static readonly IReadOnlyDictionary<string, (string[] First, string[] Last)> ByCountry = new Dictionary<string, (string[], string[])>(StringComparer.Ordinal)
    {
        ["en"] = (["Alice", "Robin", "Martha", "Owen", "Judith", "Callum", "Esther", "Neil", "Fiona", "Graham", "Tessa", "Adrian"], ["Barlow", "Whitcombe", "Ashdown", "Pryce", "Fielding", "Marsh", "Lockwood", "Penrose", "Holloway", "Sutcliffe", "Ives", "Garland"]),
        ["de"] = (["Katrin", "Holger", "Sabine", "Matthias", "Ute", "Florian", "Birgit", "Stefan", "Anja", "Dieter"], ["Reimann", "Kessler", "Vogt", "Brandner", "Lindner", "Hagemann", "Seidl", "Wolter", "Pfister", "Osterloh"]),
        ["fr"] = (["Hélène", "Julien", "Sylvie", "Bastien", "Odile", "Mathieu", "Nathalie", "Rémi"], ["Garnier", "Perrot", "Delmas", "Rivoire", "Chauvin", "Lacombe", "Tissot", "Barbier"]),
        ["nl"] = (["Marieke", "Joost", "Anouk", "Pieter", "Saskia", "Ruben"], ["van Houten", "Bakker", "de Wit", "Kuipers", "Hofstra", "Brouwer"]),
        ["south"] = (["Chiara", "Paolo", "Lucía", "Andrés", "Giulia", "Marco", "Inés", "Tiago"], ["Ferri", "Galli", "Ortega", "Navarro", "Conti", "Serra", "Vidal", "Moreira"]),
        ["pl"] = (["Agnieszka", "Marek", "Beata", "Tomasz", "Joanna", "Piotr"], ["Wilk", "Zając", "Sikora", "Maj", "Wrona", "Lis"]),
        ["nord"] = (["Ingrid", "Lars", "Astrid", "Henrik", "Solveig", "Nils"], ["Bergstrom", "Dahl", "Nygaard", "Holm", "Ekeland", "Sandvik"]),
        ["us"] = (["Carla", "Derek", "Monica", "Jared", "Denise", "Travis", "Renee", "Curtis"], ["Hollis", "Mcbride", "Stanton", "Whitaker", "Lowell", "Braddock", "Fairchild", "Overton"]),
    };

    /// <summary>A name such as one meets in that country.</summary>
    public static string Person(Dice dice, string country)
    {
        var (first, last) = ByCountry[country switch
        {
            "DE" or "AT" or "CH" => "de",
            "FR" or "LU" => "fr",
            "NL" or "BE" => "nl",
            "IT" or "ES" or "PT" => "south",
            "PL" or "CZ" or "HU" => "pl",
            "NO" or "SE" or "DK" or "FI" => "nord",
            "US" => "us",
            _ => "en",
        }];
        return $"{dice.Of(first)} {dice.Of(last)}";
    }

    /// <summary>A number out of a range that a regulator keeps free for fiction; none for a country without one.</summary>
    public static string? Phone(Dice dice, string country) => country switch
    {
        // Ofcom: 020 7946 0000 to 0999 for drama use
        "GB" => $"+44 20 7946 0{dice.Between(0, 999):000}",

        // NANPA: 555-0100 to 555-0199
        "US" => $"+1 {(dice.Chance(0.5) ? "212" : "415")} 555 01{dice.Between(0, 99):00}",

        // Bundesnetzagentur: (0)30 23125 000 to 999 for media
        "DE" => $"+49 30 23125 {dice.Between(0, 999):000}",

        // Arcep: 01 99 00 xx xx
        "FR" => $"+33 1 99 00 {dice.Between(0, 99):00} {dice.Between(0, 99):00}",

        // ComReg: 020 91x xxxx
        "IE" => $"+353 20 91{dice.Between(0, 9)} {dice.Between(0, 9999):0000}",

        // PTS: 08-465 004 00 to 99
        "SE" => $"+46 8 465 004 {dice.Between(0, 99):00}",
        _ => null,
    };

    /// <summary>The mail domain of a company, under the reserved top-level domain.</summary>
    public static string Domain(string company)
    {
        var letters = Core.Folding.Fold(company).Replace("&", "and", StringComparison.Ordinal).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        return string.Join('-', new string([.. letters]).Split('-', StringSplitOptions.RemoveEmptyEntries)) + ".example";
    }

    /// <summary>first.last@domain.</summary>
    public static string Mail(string person, string company) =>
        Core.Folding.Fold(person).Replace(' ', '.') + "@" + Domain(company);
}
