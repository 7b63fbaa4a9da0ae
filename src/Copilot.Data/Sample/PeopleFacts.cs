namespace Copilot.Data.Sample;

/// <summary>One of the staff of the sample company.</summary>
internal sealed record PersonFact(string Key, string Name, string? Role, string Region, string? ReportsTo, string TimeZone, bool Active = true);

/// <summary>Who works at Lumen &amp; Linden, what the roles see, and which countries make up a region.</summary>
internal static class PeopleFacts
{
    private const string London = "Europe/London";
    private const string Amsterdam = "Europe/Amsterdam";

    public static readonly IReadOnlyList<PersonFact> People =
    [
        new("amelia.frost", "Amelia Frost", "director", "all", null, London),
        new("nadia.hassan", "Nadia Hassan", "sales_ops_manager", "all", "amelia.frost", London),
        new("victor.stein", "Victor Stein", "controller", "all", "amelia.frost", "Europe/Berlin"),
        new("hannah.price", "Hannah Price", "collector", "all", "victor.stein", London),
        new("luca.moretti", "Luca Moretti", "collector", "all", "victor.stein", "Europe/Rome"),
        new("ben.carter", "Ben Carter", "order_desk", "all", "nadia.hassan", London),
        new("ilse.devries", "Ilse de Vries", "logistics", "all", "nadia.hassan", Amsterdam),
        new("grace.lin", "Grace Lin", "chargeback_analyst", "all", "victor.stein", London),
        new("maya.okafor", "Maya Okafor", "sales_rep", "UK", "nadia.hassan", London),
        new("tom.lindqvist", "Tom Lindqvist", "sales_rep", "Nordics", "nadia.hassan", "Europe/Stockholm"),
        new("sofia.marino", "Sofia Marino", "sales_rep", "South", "nadia.hassan", "Europe/Rome"),
        new("jonas.weber", "Jonas Weber", "sales_rep", "DACH", "nadia.hassan", "Europe/Berlin"),
        new("claire.dubois", "Claire Dubois", "sales_rep", "France", "nadia.hassan", "Europe/Paris"),
        new("ewa.nowak", "Ewa Nowak", "sales_rep", "CEE", "nadia.hassan", "Europe/Warsaw"),
        new("daniel.brooks", "Daniel Brooks", "sales_rep", "US East", "nadia.hassan", "America/New_York"),
        new("priya.raman", "Priya Raman", "sales_rep", "US West", "nadia.hassan", "America/Los_Angeles"),
        new("olivia.grant", "Olivia Grant", "administrator", "all", null, London),
        new("peter.vogel", "Peter Vogel", "auditor", "all", null, "Europe/Berlin"),

        // has left: some of the deals still carry the name, which a check of the CRM must notice
        new("marc.janssen", "Marc Janssen", null, "Benelux", "nadia.hassan", Amsterdam, Active: false),
    ];

    public static readonly IReadOnlyList<(string Region, string[] Countries, string Owner, string Collector)> Regions =
    [
        ("UK", ["GB", "IE"], "maya.okafor", "hannah.price"),
        ("DACH", ["DE", "AT", "CH"], "jonas.weber", "luca.moretti"),
        ("France", ["FR"], "claire.dubois", "luca.moretti"),
        ("Benelux", ["NL", "BE", "LU"], "claire.dubois", "luca.moretti"),
        ("South", ["IT", "ES", "PT"], "sofia.marino", "luca.moretti"),
        ("CEE", ["PL", "CZ", "HU"], "ewa.nowak", "luca.moretti"),
        ("Nordics", ["NO", "SE", "DK", "FI"], "tom.lindqvist", "hannah.price"),
        ("US East", ["US"], "daniel.brooks", "hannah.price"),
        ("US West", ["US"], "priya.raman", "hannah.price"),
    ];

    /// <summary>The columns of <see cref="Visibility"/>, in the order of the enumeration of subjects.</summary>
    public const string VisibilityColumns = "orders logistics receivables chargebacks crm forecast territory commission edi sops desk";

    /// <summary>Per role, how much is seen of each subject: a all, o own, - nothing.</summary>
    public static readonly IReadOnlyList<(string Role, string Levels)> Visibility =
    [
        ("director", "a a a a a a a a a a a"),
        ("sales_ops_manager", "a a a a a a a a a a a"),
        ("controller", "a a a a - a - a a a a"),
        ("collector", "a a a a - - - - a a o"),
        ("order_desk", "a a a a - - - - a a o"),
        ("logistics", "a a - a - - - - a a o"),
        ("chargeback_analyst", "a a a a - - - - a a o"),
        ("sales_rep", "o o o o o o - o - a o"),
        ("administrator", "- - - - - - - - - a a"),
        ("auditor", "a a a a a a a a a a a"),
    ];
}
