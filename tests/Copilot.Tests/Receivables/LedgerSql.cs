using System.Globalization;
using Copilot.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Copilot.Tests.Receivables;

/// <summary>The sample's file asked in plain SQL: figures recomputed beside the functions, from amounts and applications rather than from what is said to be open.</summary>
internal sealed class LedgerSql : IDisposable
{
    /// <summary>What is owed of each invoice on @day: the definition, written once more in SQL.</summary>
    public const string Open = """
        (SELECT i.*, i.AmountMinor - COALESCE((SELECT SUM(a.AmountMinor) FROM Applications a WHERE a.InvoiceId = i.Id AND a.AppliedOn <= @day), 0) AS Balance,
                CAST(julianday(@day) - julianday(i.DueOn) AS INTEGER) AS DaysLate, c.Name AS CustomerName, c.Region AS CustomerRegion, c.Country AS CustomerCountry,
                c.CollectorId, c.OwnerId, c.RemindersOff AS CustomerOff, c.CollectionFlag
         FROM Invoices i JOIN Customers c ON c.Id = i.CustomerId
         WHERE i.IssuedOn <= @day AND (i.ClosedOn IS NULL OR i.ClosedOn > @day))
        """;

    private readonly SqliteConnection _connection;

    public LedgerSql(SampleFixture sample)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = sample.CompanyFile, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        _connection.Open();
    }

    /// <summary>The rows of a statement; @day is the day asked about.</summary>
    public List<object?[]> Rows(string sql, DateOnly day)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            rows.Add([.. row.Select(value => value is DBNull ? null : value)]);
        }

        return rows;
    }

    /// <summary>One number.</summary>
    public long Long(string sql, DateOnly day) => Convert.ToInt64(Rows(sql, day)[0][0] ?? 0L, CultureInfo.InvariantCulture);

    /// <summary>Minor units per currency, for a statement that selects currency and sum.</summary>
    public Dictionary<string, long> ByCurrency(string sql, DateOnly day) =>
        Rows(sql, day).ToDictionary(row => (string)row[0]!, row => Convert.ToInt64(row[1], CultureInfo.InvariantCulture));

    /// <summary>The newest rate on or before a day.</summary>
    public decimal Rate(string currency, DateOnly day) => currency == "EUR" ? 1 : decimal.Parse(
        (string)Rows($"SELECT CAST(BasePerUnit AS TEXT) FROM ExchangeRates WHERE Currency = '{currency}' AND Day <= @day ORDER BY Day DESC LIMIT 1", day)[0][0]!, CultureInfo.InvariantCulture);

    /// <summary>Subtotals converted one by one, rounded to the cent and added up.</summary>
    public decimal InBase(Dictionary<string, long> subtotals, DateOnly day) =>
        subtotals.Sum(pair => decimal.Round(pair.Value / 100m * Rate(pair.Key, day), 2, MidpointRounding.AwayFromZero));

    public void Dispose() => _connection.Dispose();
}
