namespace Copilot.Conversation;

/// <summary>A unit of time.</summary>
internal enum TimeUnit
{
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
}

/// <summary>Folded words of time in English, German, French and Dutch.</summary>
internal static class TimeWords
{
    public static readonly Dictionary<string, int> Months = Numbered(
        "january jan januar janner jaenner janvier janv januari", "february feb februar fevrier fev februari", "march mar marz maerz mars maart mrt", "april apr avril avr",
        "may mai mei", "june jun juni juin", "july jul juli juillet juil", "august aug aout augustus", "september sep sept septembre",
        "october oct okt oktober octobre", "november nov novembre", "december dec dez dezember decembre");

    /// <summary>Monday is 1.</summary>
    public static readonly Dictionary<string, int> Weekdays = Numbered(
        "monday mon montag lundi maandag", "tuesday tue tues dienstag mardi dinsdag", "wednesday wed mittwoch mercredi woensdag",
        "thursday thu thur thurs donnerstag jeudi donderdag", "friday fri freitag vendredi vrijdag", "saturday samstag sonnabend samedi zaterdag", "sunday sonntag dimanche zondag");

    public static readonly Dictionary<string, TimeUnit> Units = new(StringComparer.Ordinal)
    {
        ["day"] = TimeUnit.Day, ["days"] = TimeUnit.Day, ["tag"] = TimeUnit.Day, ["tage"] = TimeUnit.Day, ["tagen"] = TimeUnit.Day, ["tages"] = TimeUnit.Day,
        ["jour"] = TimeUnit.Day, ["jours"] = TimeUnit.Day, ["dag"] = TimeUnit.Day, ["dagen"] = TimeUnit.Day, ["d"] = TimeUnit.Day, ["j"] = TimeUnit.Day,
        ["week"] = TimeUnit.Week, ["weeks"] = TimeUnit.Week, ["wk"] = TimeUnit.Week, ["wks"] = TimeUnit.Week, ["weak"] = TimeUnit.Week, ["wek"] = TimeUnit.Week, ["woche"] = TimeUnit.Week, ["wochen"] = TimeUnit.Week,
        ["semaine"] = TimeUnit.Week, ["semaines"] = TimeUnit.Week, ["weken"] = TimeUnit.Week,
        ["month"] = TimeUnit.Month, ["months"] = TimeUnit.Month, ["mth"] = TimeUnit.Month, ["mnth"] = TimeUnit.Month, ["moth"] = TimeUnit.Month, ["monat"] = TimeUnit.Month, ["monate"] = TimeUnit.Month, ["monaten"] = TimeUnit.Month,
        ["monats"] = TimeUnit.Month, ["mois"] = TimeUnit.Month, ["maand"] = TimeUnit.Month, ["maanden"] = TimeUnit.Month,
        ["quarter"] = TimeUnit.Quarter, ["quarters"] = TimeUnit.Quarter, ["qtr"] = TimeUnit.Quarter, ["qtrs"] = TimeUnit.Quarter, ["quartal"] = TimeUnit.Quarter,
        ["quartals"] = TimeUnit.Quarter, ["quartale"] = TimeUnit.Quarter, ["quartalen"] = TimeUnit.Quarter, ["trimestre"] = TimeUnit.Quarter, ["trimestres"] = TimeUnit.Quarter,
        ["kwartaal"] = TimeUnit.Quarter, ["kwartalen"] = TimeUnit.Quarter,
        ["half"] = TimeUnit.Half, ["halbjahr"] = TimeUnit.Half, ["halbjahres"] = TimeUnit.Half, ["semestre"] = TimeUnit.Half, ["halfjaar"] = TimeUnit.Half, ["helft"] = TimeUnit.Half,
        ["year"] = TimeUnit.Year, ["years"] = TimeUnit.Year, ["yr"] = TimeUnit.Year, ["jahr"] = TimeUnit.Year, ["jahre"] = TimeUnit.Year, ["jahren"] = TimeUnit.Year,
        ["jahres"] = TimeUnit.Year, ["an"] = TimeUnit.Year, ["ans"] = TimeUnit.Year, ["annee"] = TimeUnit.Year, ["annees"] = TimeUnit.Year, ["jaar"] = TimeUnit.Year,
        ["jaren"] = TimeUnit.Year, ["exercice"] = TimeUnit.Year, ["fy"] = TimeUnit.Year, ["geschaftsjahr"] = TimeUnit.Year, ["boekjaar"] = TimeUnit.Year,
    };

    public static readonly HashSet<string> Last = Set(
        "last past previous prior preceding recent letzte letzten letzter letztes letztem vergangene vergangenen vergangener vergangenes vergangenem vorige vorigen voriger voriges vorigem "
        + "dernier derniere derniers dernieres passe passee passes precedent precedente precedents ecoule ecoulee ecoules vorig afgelopen laatste verleden voorbije");

    public static readonly HashSet<string> This = Set(
        "this current diese diesen dieser dieses diesem aktuelle aktuellen aktueller aktuelles laufende laufenden laufender laufendes ce cet cette courant courante deze dit huidige lopende");

    public static readonly HashSet<string> Next = Set(
        "next coming upcoming following nachste nachsten nachster nachstes nachstem naechste naechsten naechster naechstes kommende kommenden kommender kommendes kommendem folgenden "
        + "prochain prochaine prochains prochaines suivant suivante suivants volgende volgend komende komend aanstaande aankomende");

    public static readonly HashSet<string> End = Set("end ende fin einde eind");

    public static readonly HashSet<string> Middle = Set("mid middle mitte mi milieu half medio midden");

    public static readonly HashSet<string> Begin = Set("early beginning start anfang debut begin beginn");

    public static readonly HashSet<string> Since = Set("since seit depuis sinds vanaf ab");

    public static readonly HashSet<string> Ago = Set("ago geleden");

    public static readonly HashSet<string> Ahead = Set("in dans");

    public static readonly HashSet<string> Articles = Set("the of de du des der den dem die das le la les l d a au aux het van den diesem im am zum this");

    public static readonly HashSet<string> RangeOpeners = Set("between zwischen entre tussen from von vom du de van");

    public static readonly HashSet<string> RangeJoiners = Set("to and until till through thru und bis zum et au a aux en tot t m met");

    public static readonly Dictionary<string, int> Ordinals = Numbered(
        "first erste ersten erstes erster premier premiere eerste 1st", "second zweite zweiten zweites zweiter deuxieme seconde tweede",
        "third dritte dritten drittes dritter troisieme derde", "fourth vierte vierten viertes vierter quatrieme vierde");

    /// <summary>Words that stand for one canonical period.</summary>
    public static readonly Dictionary<string, string> Tokens = new(StringComparer.Ordinal)
    {
        ["today"] = "today", ["todays"] = "today", ["heute"] = "today", ["heutige"] = "today", ["heutigen"] = "today", ["aujourd"] = "today", ["vandaag"] = "today", ["tonight"] = "today",
        ["yesterday"] = "yesterday", ["gestern"] = "yesterday", ["gestrigen"] = "yesterday", ["hier"] = "yesterday", ["gisteren"] = "yesterday",
        ["vormonat"] = "last-month", ["vormonats"] = "last-month", ["vorwoche"] = "last-week", ["vorquartal"] = "last-quarter", ["vorjahr"] = "last-year", ["vorjahres"] = "last-year",
        ["ytd"] = "this-year", ["mtd"] = "this-month", ["qtd"] = "this-quarter", ["wtd"] = "this-week", ["diesjahrige"] = "this-year", ["diesjahrigen"] = "this-year",
    };

    /// <summary>Words before "morgen" that make it the time of day.</summary>
    public static readonly HashSet<string> EveryMorning = new(StringComparer.Ordinal) { "jeden", "heute", "am", "diesen", "guten", "elke", "iedere", "ieder", "goede" };

    public static readonly Dictionary<string, int> DaysAhead = new(StringComparer.Ordinal)
    {
        ["tomorrow"] = 1, ["tmrw"] = 1, ["tmr"] = 1, ["tomorow"] = 1, ["morgen"] = 1, ["demain"] = 1, ["ubermorgen"] = 2, ["uebermorgen"] = 2, ["overmorgen"] = 2, ["vorgestern"] = -2, ["eergisteren"] = -2,
    };

    /// <summary>Words for the last day of a unit.</summary>
    public static readonly Dictionary<string, TimeUnit> Ends = new(StringComparer.Ordinal)
    {
        ["eom"] = TimeUnit.Month, ["eow"] = TimeUnit.Week, ["eoq"] = TimeUnit.Quarter, ["eoy"] = TimeUnit.Year, ["monatsende"] = TimeUnit.Month, ["quartalsende"] = TimeUnit.Quarter,
        ["jahresende"] = TimeUnit.Year, ["maandeinde"] = TimeUnit.Month, ["kwartaaleinde"] = TimeUnit.Quarter, ["jaareinde"] = TimeUnit.Year, ["ultimo"] = TimeUnit.Month,
    };

    private static Dictionary<string, int> Numbered(params string[] lists) => lists
        .SelectMany((list, index) => list.Split(' ').Select(word => (word, index)))
        .ToDictionary(pair => pair.word, pair => pair.index + 1, StringComparer.Ordinal);

    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
