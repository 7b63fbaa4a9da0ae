using Copilot.Core;

namespace Copilot.Tests.Drafting;

/// <summary>Values for every template, every list filled.</summary>
internal static class SampleValues
{
    public const string Nasty = "Müller | Söhne *GmbH* <b>_x_</b> `c` [a](http://evil.example) &amp; 1. # ~z~\r\n- li";

    private static readonly DateOnly Day = new(2026, 11, 5);

    /// <summary>Those of a template.</summary>
    public static Dictionary<string, object> Of(string template, bool several = true, bool reminded = true, string name = "Kaufhaus Adler")
    {
        var values = new Dictionary<string, object>
        {
            ["company"] = "Lumen & Linden", ["sender"] = "Hannah Price", ["sender_email"] = "hannah.price@lumenlinden.example", ["contact"] = several ? "" : name, ["today"] = Day.AddDays(15),
        };
        foreach (var (key, value) in template.StartsWith("orders/", StringComparison.Ordinal) ? Order(name) : template.EndsWith("copy", StringComparison.Ordinal) ? Copy(name) : Reminder(several, reminded))
        {
            values[key] = value;
        }

        if (template.EndsWith("statement", StringComparison.Ordinal))
        {
            // an invoice of a statement has that name itself
            values.Remove("disputed");
        }

        return values;
    }

    private static Dictionary<string, object> Reminder(bool several, bool reminded) => new()
    {
        ["several"] = several, ["count"] = several ? 2 : 1, ["first_number"] = "INV-20001", ["reminded"] = reminded, ["last_reminded"] = reminded ? Day : "", ["pay_by"] = Day.AddDays(22),
        ["has_copies"] = true, ["several_copies"] = several, ["copies"] = several ? "INV-20001, INV-20002" : "INV-20001", ["has_details"] = !reminded,
        ["has_payments_to"] = true, ["payments_to"] = Day.AddDays(14), ["has_disputed"] = true, ["disputed"] = Rows(Row(("number", "INV-20009"), ("open", Eur(99_00)))),
        ["currencies"] = Rows(Row(
            ("several_currencies", several), ("several_invoices", several), ("has_interest", true), ("interest", Eur(12_34)), ("interest_percent", 8.5m), ("up_to", Day.AddDays(15)),
            ("has_account", reminded), ("holder", "Lumen & Linden"), ("bank", "Sample Bank"), ("has_iban", several), ("iban", "NL20 SAMP 0000 0001 01"), ("account_number", "0000010105"), ("routing_code", "000000000"),
            ("has_bic", several), ("bic", "SAMPNL20"), ("reference", "INV-20001"),
            ("currency", CurrencyCode.Eur), ("total", Eur(123_450)), ("total_overdue", Eur(23_450)), ("balance", Eur(100_000)), ("has_invoices", true),
            ("invoices", Rows([.. Enumerable.Range(0, several ? 2 : 1).Select(at => Row(
                ("number", $"INV-2000{at + 1}"), ("issued_on", Day), ("due_on", Day.AddDays(10)), ("amount", Eur(123_456_78)), ("open", Eur(120_450)), ("days_overdue", 1_234), ("overdue", at == 0), ("disputed", at == 1)))])),
            ("has_credits", true), ("credits", Rows(Row(("number", "CN-40001"), ("on", Day), ("open", Eur(10_00))))),
            ("has_cash", true), ("cash", Rows(Row(("number", "PAY-50001"), ("on", Day), ("open", Eur(20_00))))))),
    };

    private static Dictionary<string, object> Copy(string name) => new()
    {
        ["number"] = "INV-20001", ["issued_on"] = Day, ["due_on"] = Day.AddDays(30), ["amount"] = Eur(123_456), ["open"] = Eur(1), ["settled"] = false, ["has_original"] = true, ["has_lines"] = true, ["has_order"] = true, ["order"] = "SO-10001",
        ["has_po"] = true, ["po"] = "4500012345", ["lines"] = Lines(name),
    };

    private static Dictionary<string, object> Order(string name) => new()
    {
        ["order"] = "SO-10001", ["has_po"] = true, ["po"] = "4500012345", ["ordered_on"] = Day, ["has_date"] = true, ["date"] = Day.AddDays(9), ["ship_to"] = "Lager 1, Berlin", ["total"] = Eur(123_456), ["lines"] = Lines(name),
    };

    private static IReadOnlyList<IReadOnlyDictionary<string, object>> Lines(string name) =>
        Rows(Row(("sku", "LL-CDL-200"), ("product", name), ("quantity", 1_200), ("price", Eur(12_50)), ("amount", Eur(1_500_000))));

    private static Money Eur(long minor) => new(minor, CurrencyCode.Eur);

    private static IReadOnlyList<IReadOnlyDictionary<string, object>> Rows(params IReadOnlyDictionary<string, object>[] rows) => rows;

    private static Dictionary<string, object> Row(params (string Name, object Value)[] values) => values.ToDictionary(pair => pair.Name, pair => pair.Value);
}
