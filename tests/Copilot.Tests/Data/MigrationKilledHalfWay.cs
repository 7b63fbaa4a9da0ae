using Copilot.Core;
using Copilot.Data;
using Copilot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Copilot.Tests.Data;

/// <summary>
/// A process dies while it migrates: what is on disk at that moment is copied away, as it would be found by the next start. The tool's own
/// lock row is there as well, which would make its next run wait for ever.
/// </summary>
public sealed class MigrationKilledHalfWay : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(150)]
    public async Task ProcessKilled_AfterSomeStatements_LeavesWhatTheNextStartCompletes(int statements)
    {
        var found = _folder.Path.CreateSubdirectory("found");
        await DieAfterAsync(statements, found);

        var opened = await CompanyStore.OpenAsync(new StoreOptions { DataFolder = found, BusyTimeout = TimeSpan.FromSeconds(5) }, TimeProvider.System, Stop);

        Assert.True(opened.Ok, opened.Fault?.ToString());
        await using var store = opened.Value;
        await using var company = store.Company();
        Assert.Empty(company.Database.GetPendingMigrations());
        Assert.Equal("ok", (await company.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync(Stop)).Single());
        Assert.Equal(0, await company.Customers.CountAsync(Stop));
    }

    [Fact]
    public async Task ProcessKilled_BetweenTheTwoDatabases_IsCompleted()
    {
        var options = new StoreOptions { DataFolder = _folder.Path };
        var first = await CompanyStore.OpenAsync(options, TimeProvider.System, Stop);
        await using (var bulk = await first.Value.BulkAsync(Stop))
        {
            await bulk.InsertAsync([new Warehouse { Code = "VEN" }], Stop);
            await bulk.CommitAsync(Stop);
        }

        await first.Value.DisposeAsync();
        foreach (var file in _folder.Path.EnumerateFiles("copilot.db*"))
        {
            file.Delete();
        }

        var opened = await CompanyStore.OpenAsync(options, TimeProvider.System, Stop);
        Assert.True(opened.Ok, opened.Fault?.ToString());
        await using var store = opened.Value;
        await using var copilot = store.Copilot();
        await using var company = store.Company();
        Assert.Equal((0, 1), (await copilot.Ledger.CountAsync(Stop), await company.Warehouses.CountAsync(Stop)));
    }

    private async Task DieAfterAsync(int statements, DirectoryInfo found)
    {
        var live = _folder.Path.CreateSubdirectory("live");
        using var connection = new SqliteConnection($"Data Source={live.FullName}/company.db;Pooling=False");
        await connection.OpenAsync(Stop);
        await RunAsync(connection, "PRAGMA journal_mode=WAL");
        await RunAsync(connection, "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)");
        await RunAsync(connection, "INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01 00:00:00')");
        await RunAsync(connection, "CREATE TABLE \"__migrations\" (\"MigrationId\" TEXT NOT NULL CONSTRAINT \"PK___migrations\" PRIMARY KEY, \"ProductVersion\" TEXT NOT NULL)");

        // pages of the open transaction are spilled to disk, as a long one's are
        await RunAsync(connection, "PRAGMA cache_size=1");
        await RunAsync(connection, "BEGIN IMMEDIATE");
        foreach (var statement in Script().Take(statements))
        {
            await RunAsync(connection, statement);
        }

        foreach (var file in live.EnumerateFiles("*.db*"))
        {
            // the shared memory dies with the process
            if (!file.Name.EndsWith("-shm", StringComparison.Ordinal))
            {
                file.CopyTo(Path.Combine(found.FullName, file.Name));
            }
        }
    }

    private static List<string> Script()
    {
        using var context = new SqliteCompanyContext(new DbContextOptionsBuilder<SqliteCompanyContext>().UseSqlite("Data Source=:memory:").Options);
        var script = context.GetService<IMigrator>().GenerateScript(toMigration: StoreLook.Known(typeof(SqliteCompanyContext))[0]);
        var statements = script.Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(statement => (statement.StartsWith("CREATE", StringComparison.Ordinal) || statement.StartsWith("DROP", StringComparison.Ordinal)) && !statement.Contains("__EFMigrations", StringComparison.Ordinal)).ToList();
        Assert.InRange(statements.Count, 130, 400);
        return statements;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
