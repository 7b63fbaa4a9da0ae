using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Copilot.Benchmarks;

/// <summary>
/// Import of a million invoices with all checks and upsert on, against <c>sqlite3 .import</c> of the same file into an empty table of texts in the same run; and the peak of
/// memory at three sizes. Where there is no <c>sqlite3</c> its work is done here with one prepared insert, and the table says so.
/// </summary>
internal static class ImportBenchmark
{
    private const double MostTimesPlain = 10;
    private const double MostGrowth = 1.1;
    private const int PlainRounds = 3;

    private static readonly int[] Sizes = [100_000, 500_000, 1_000_000];

    /// <summary>Writes the files, imports them and adds the lines to the table.</summary>
    public static async Task RunAsync(Table table, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("copilot-import-");
        try
        {
            var runs = new List<ImportRun.Measured>();
            foreach (var rows in Sizes)
            {
                var file = Path.Combine(folder.FullName, $"invoices{rows}.csv");
                ImportFile.Write(file, rows);
                var run = await ImportRun.ApartAsync(Company(folder, rows), file, rows, cancellationToken);
                runs.Add(run);
                table.Add($"import of {rows:N0} rows", run.Seconds, "s", null);
                table.Add($"import of {rows:N0} rows: rows a second", rows / run.Seconds, "1/s", null);
                table.Add($"import of {rows:N0} rows: peak memory of the process", run.ProcessMegabytes, "MB", null);
                table.Add($"import of {rows:N0} rows: peak of the managed heap", run.HeapMegabytes, "MB", null);
            }

            // the first size does not fill the database's page caches (32 MB each for records and staging) yet: from there on nothing may grow
            table.Add($"peak memory at {Sizes[^1]:N0} rows ÷ at {Sizes[1]:N0}", runs[^1].ProcessMegabytes / runs[1].ProcessMegabytes, "×", MostGrowth);
            var last = Path.Combine(folder.FullName, $"invoices{Sizes[^1]}.csv");
            var again = await ImportRun.ApartAsync(Company(folder, Sizes[^1]), last, Sizes[^1], cancellationToken);
            table.Add($"import of the same {Sizes[^1]:N0} rows again, nothing changed", again.Seconds, "s", null);
            var (what, seconds) = await PlainAsync(folder, last, cancellationToken);
            table.Add($"{what} of the same file, best of {PlainRounds}", seconds, "s", null);
            table.Add($"import ÷ {what}", runs[^1].Seconds / seconds, "×", MostTimesPlain);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Company(DirectoryInfo folder, int rows) => folder.CreateSubdirectory($"company{rows}").FullName;

    private static async Task<(string What, double Seconds)> PlainAsync(DirectoryInfo folder, string file, CancellationToken cancellationToken)
    {
        var (what, best) = ("sqlite3 .import", double.MaxValue);
        for (var round = 0; round < PlainRounds; round++)
        {
            var database = Path.Combine(folder.FullName, $"plain{round}.db");
            var clock = Stopwatch.StartNew();
            try
            {
                await ImportRun.RunAsync("sqlite3", [database, ".mode csv", $".import {file} invoices"], cancellationToken);
            }
            catch (Win32Exception)
            {
                // the program is not installed
                what = "plain prepared inserts (no sqlite3 here)";
                clock.Restart();
                PreparedInserts(database, file);
            }

            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }

        return (what, best);
    }

    // the file has no quoted fields
    private static void PreparedInserts(string database, string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var reader = new StreamReader(file);
        var header = reader.ReadLine()!.Split(',');
        using var create = connection.CreateCommand();
        create.CommandText = $"CREATE TABLE invoices ({string.Join(", ", header.Select(name => $"\"{name}\" TEXT"))})";
        create.ExecuteNonQuery();
        using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO invoices VALUES ({string.Join(", ", header.Select((_, place) => $"@p{place}"))})";
        var parameters = header.Select((_, place) => insert.Parameters.Add($"@p{place}", SqliteType.Text)).ToArray();
        while (reader.ReadLine() is { } line)
        {
            foreach (var (text, parameter) in line.Split(',').Zip(parameters))
            {
                parameter.Value = text;
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
