namespace Copilot.Benchmarks;

/// <summary>The best statements we could write by hand for the figures and rows of ageing and overdue, in the dialect of a database.</summary>
/// <param name="Schema">Schema with its dot, where there is one.</param>
/// <param name="Day">A day as a literal.</param>
/// <param name="DaysLate">Days from the due day to a day.</param>
internal sealed record HandWritten(string Schema, Func<DateOnly, string> Day, Func<string, string> DaysLate)
{
    private static DateOnly Today => AgeingBooks.Today;

    /// <summary>Sums per currency and bucket, disputed, unapplied cash, open credits.</summary>
    public IReadOnlyList<string> Ageing => [Sums("1 = 1"), Disputed("1 = 1"), Cash, Credits];

    /// <summary>The same for what is overdue, and the ten rows that matter most.</summary>
    public IReadOnlyList<string> Overdue => [Sums(Late), Top, Disputed(Late), Cash, Credits];

    private string Late => $"\"DueOn\" < {Day(Today)}";

    private string Cash => $"SELECT \"Currency\", SUM(\"UnappliedMinor\"), COUNT(*) FROM {Schema}\"Payments\" WHERE \"UnappliedMinor\" <> 0 GROUP BY \"Currency\"";

    private string Credits => $"SELECT \"Currency\", SUM(\"OpenMinor\"), COUNT(*) FROM {Schema}\"CreditNotes\" WHERE \"OpenMinor\" <> 0 GROUP BY \"Currency\"";

    private string Top => $"""
        SELECT "Number", "CustomerId", "IssuedOn", "DueOn", "Currency", "OpenMinor" FROM {Schema}"Invoices" WHERE "Id" IN (
          SELECT "Id" FROM {Schema}"Invoices" WHERE "OpenMinor" <> 0 AND "IssuedOn" <= {Day(Today)} AND {Late}
          ORDER BY {DaysLate(Day(Today))} * "OpenMinor" * CASE "Currency" WHEN 'EUR' THEN 1.0 WHEN 'GBP' THEN 1.14 WHEN 'USD' THEN 0.86 ELSE 1.07 END DESC LIMIT 10)
        """;

    private string Sums(string condition) => $"""
        SELECT "Currency", CASE WHEN "DueOn" >= {Day(Today)} THEN 0 WHEN "DueOn" >= {Day(Today.AddDays(-30))} THEN 1 WHEN "DueOn" >= {Day(Today.AddDays(-60))} THEN 2
          WHEN "DueOn" >= {Day(Today.AddDays(-90))} THEN 3 ELSE 4 END AS bucket, SUM(minor), SUM(number) FROM (
            SELECT "DueOn", "Currency", SUM("OpenMinor") AS minor, COUNT(*) AS number
            FROM {Schema}"Invoices" WHERE "OpenMinor" <> 0 AND "IssuedOn" <= {Day(Today)} AND {condition} GROUP BY "DueOn", "Currency") AS days
        GROUP BY 1, 2
        """;

    private string Disputed(string condition) => $"""
        SELECT i."Number", d."AmountMinor", i."OpenMinor", i."Currency" FROM {Schema}"Disputes" d JOIN {Schema}"Invoices" i ON i."Id" = d."InvoiceId"
        WHERE d."OpenedOn" <= {Day(Today)} AND (d."ClosedOn" IS NULL OR d."ClosedOn" > {Day(Today)}) AND i."OpenMinor" <> 0 AND i."IssuedOn" <= {Day(Today)} AND {condition.Replace("\"DueOn\"", "i.\"DueOn\"", StringComparison.Ordinal)}
        ORDER BY i."Number"
        """;
}
