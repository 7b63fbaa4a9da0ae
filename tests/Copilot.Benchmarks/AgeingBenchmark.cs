using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Copilot.Core;
using Copilot.Data;
using Copilot.Plugins.Receivables;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Copilot.Benchmarks;

/// <summary>
/// receivables_aging and receivables_overdue over a million invoices against the best hand-written SQL for the same figures and rows, on the same
/// file in the same run. PostgreSQL too where COPILOT_TEST_POSTGRES names a server.
/// </summary>
internal static class AgeingBenchmark
{
    /// <summary>The ratio that is asked for.</summary>
    public const double Target = 1.2;

    private const int WarmRounds = 40;
    private const int Rounds = 25;

    /// <summary>Makes the ledger, measures and adds the lines to the table.</summary>
    public static async Task RunAsync(Table table, int invoices, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ageing-");
        try
        {
            await SqliteAsync(table, folder, invoices, cancellationToken);
            if (Environment.GetEnvironmentVariable("COPILOT_TEST_POSTGRES") is { Length: > 0 } server)
            {
                await PostgresAsync(table, folder, server, invoices, cancellationToken);
            }
            else
            {
                table.Add("ageing on PostgreSQL", "not measured: COPILOT_TEST_POSTGRES names no server", "");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task SqliteAsync(Table table, DirectoryInfo folder, int invoices, CancellationToken cancellationToken)
    {
        var store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = folder }, TimeProvider.System, cancellationToken)).Value;
        await using (store)
        {
            await AgeingBooks.WriteAsync(store, invoices, cancellationToken);
            await using (var context = store.Company())
            {
                await ExecuteAsync(Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetDbConnection(context.Database), "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);", cancellationToken);
            }

            await using var hand = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "company.db"), Mode = SqliteOpenMode.ReadOnly }.ToString());
            await hand.OpenAsync(cancellationToken);
            await ExecuteAsync(hand, "PRAGMA query_only=ON; PRAGMA cache_size=-65536; PRAGMA mmap_size=1073741824; PRAGMA temp_store=MEMORY;", cancellationToken);
            await CompareAsync(table, "SQLite", store, hand, new HandWritten("", day => $"'{day:yyyy-MM-dd}'", late => $"(julianday({late}) - julianday(\"DueOn\"))"), invoices, cancellationToken);
        }
    }

    private static async Task PostgresAsync(Table table, DirectoryInfo folder, string server, int invoices, CancellationToken cancellationToken)
    {
        var name = $"ageing_{Guid.NewGuid():N}";
        await using var admin = new NpgsqlConnection(server);
        await admin.OpenAsync(cancellationToken);
        await ExecuteAsync(admin, $"CREATE DATABASE {name}", cancellationToken);
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
        try
        {
            var options = new StoreOptions { DataFolder = folder, Provider = StoreProvider.Postgres, CompanyConnection = connection };
            await using var store = (await CompanyStore.OpenAsync(options, TimeProvider.System, cancellationToken)).Value;
            await AgeingBooks.WriteAsync(store, invoices, cancellationToken);
            await using var hand = new NpgsqlConnection(connection);
            await hand.OpenAsync(cancellationToken);
            await ExecuteAsync(hand, "VACUUM ANALYZE", cancellationToken);
            await CompareAsync(table, "PostgreSQL", store, hand, new HandWritten("company.", day => $"DATE '{day:yyyy-MM-dd}'", late => $"({late} - \"DueOn\")"), invoices, cancellationToken);
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync(admin, $"DROP DATABASE {name} WITH (FORCE)", cancellationToken);
        }
    }

    private static async Task CompareAsync(Table table, string database, CompanyStore store, DbConnection hand, HandWritten sql, int invoices, CancellationToken cancellationToken)
    {
        foreach (var (name, function, statements) in new (string, Func<FunctionContext, Task>, IReadOnlyList<string>)[]
        {
            ("receivables_aging", context => new Aging(context).AnswerAsync(null, null, null, null, null, cancellationToken), sql.Ageing),
            ("receivables_overdue", context => new Overdue(context).AnswerAsync(null, null, null, null, null, null, null, cancellationToken), sql.Overdue),
        })
        {
            // warmed alike, then in turns, so that neither has the machine's better minutes; the best of each is least disturbed by what else runs
            var (ours, theirs) = (new List<double>(), new List<double>());
            for (var round = -WarmRounds; round < Rounds; round++)
            {
                var function_ = await TimeAsync(() => AnswerAsync(store, function, cancellationToken));
                var byHand = await TimeAsync(() => ReadAllAsync(hand, statements, cancellationToken));
                if (round >= 0)
                {
                    ours.Add(function_);
                    theirs.Add(byHand);
                }
            }

            var ratio = ours.Min() / theirs.Min();
            table.Add(string.Create(CultureInfo.InvariantCulture, $"{name}, {invoices:N0} invoices, {database}: {ours.Min():0.0} ms ÷ {theirs.Min():0.0} ms by hand"), ratio, "×", Target);
        }
    }

    private static async Task AnswerAsync(CompanyStore store, Func<FunctionContext, Task> function, CancellationToken cancellationToken)
    {
        var person = new Person { Id = new Id<Person>(1), Region = "all" };
        var access = new Access(person, ["controller"], [new RoleVisibility { Role = "controller", Area = Area.Receivables, Level = Visibility.All }]);
        await using var session = await store.ReadAsync(access, cancellationToken);
        var now = new DateTimeOffset(AgeingBooks.Today, new TimeOnly(9, 0), TimeSpan.Zero);
        await function(new FunctionContext(session, new TurnContext(person, access, AgeingBooks.Today, now, new FiscalCalendar(1), CurrencyCode.Eur, Language.En, "Ledger")));
    }

    private static async Task ReadAllAsync(DbConnection connection, IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var values = new object[reader.FieldCount];
            while (await reader.ReadAsync(cancellationToken))
            {
                reader.GetValues(values);
            }
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string statement, CancellationToken cancellationToken)
    {
        if (connection.State != System.Data.ConnectionState.Open)
        {
            await connection.OpenAsync(cancellationToken);
        }

        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
