using System.Globalization;
using Copilot.Core;
using Copilot.Data;
using Copilot.Data.Import;
using Copilot.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Copilot.Tests.Import;

/// <summary>What the disk and the database can do to an import: a sentence that says what to do, and nothing half done.</summary>
public sealed class StoreInTrouble
{
    private const string Header = "invoice number,customer number,invoice date,due date,amount\n";

    [Fact]
    public async Task DiskThatIsFull_Importing_IsSaidAndNothingIsHalfDone()
    {
        using var folder = new TemporaryFolder();
        await using var store = await MadeAsync(folder, maxBytes: 4 << 20);
        var before = await CountAsync(folder, "Invoices");

        var result = await ImportAsync(store, folder, string.Concat(Enumerable.Range(1, 60_000).Select(place => string.Create(CultureInfo.InvariantCulture, $"I-{place:000000},C-{place % 500},2026-01-31,2026-03-02,{place}.00\n"))));

        Assert.Equal((FileOutcome.Refused, "DB-008"), (result.Outcome, result.Fault!.Code));
        Assert.Contains("Make room", result.Fault.Message, StringComparison.Ordinal);
        Assert.Equal((before, 0L), (await CountAsync(folder, "Invoices"), await CountAsync(folder, "Customers")));
        Assert.Equal(FileOutcome.Taken, (await ImportAsync(store, folder, "I-1,C-1,2026-01-31,2026-03-02,1.00\n")).Outcome);
    }

    [Fact]
    public async Task DatabaseHeldByAnotherWriter_Importing_IsSaidAndNothingIsHalfDone()
    {
        using var folder = new TemporaryFolder();
        await using var store = await MadeAsync(folder, maxBytes: null);
        await using var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.File("company.db"), Pooling = false }.ToString());
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using (var hold = other.CreateCommand())
        {
            hold.CommandText = "BEGIN IMMEDIATE";
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            var result = await ImportAsync(store, folder, "I-1,C-1,2026-01-31,2026-03-02,1.00\n");

            Assert.Equal((FileOutcome.Refused, "DB-005"), (result.Outcome, result.Fault!.Code));
            hold.CommandText = "ROLLBACK";
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, await CountAsync(folder, "Customers"));
        Assert.Equal(FileOutcome.Taken, (await ImportAsync(store, folder, "I-1,C-1,2026-01-31,2026-03-02,1.00\n")).Outcome);
    }

    private static async Task<CompanyStore> MadeAsync(TemporaryFolder folder, long? maxBytes)
    {
        var store = (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = folder.Path, MaxFileBytes = maxBytes, BusyTimeout = TimeSpan.FromSeconds(1) }, TimeProvider.System, CancellationToken.None)).Value;
        var made = await CompanyInit.CreateAsync(store, new InitRequest { Name = "Small", AccountName = "anna", BaseCurrency = CurrencyCode.Eur }, CancellationToken.None);
        Assert.True(made.Ok, made.Fault?.ToString());
        return store;
    }

    private static async Task<FileReport> ImportAsync(CompanyStore store, TemporaryFolder folder, string rows)
    {
        await File.WriteAllTextAsync(folder.File("invoices.csv"), Header + rows, TestContext.Current.CancellationToken);
        var access = (await store.FindPersonAsync("anna", CancellationToken.None)).Value.Access;
        var request = new ImportRequest { Files = [folder.File("invoices.csv")], By = access, Today = ImportCompany.Today, MapFolder = folder.Path.FullName };
        var report = await Importer.RunAsync(store, request, null, TestContext.Current.CancellationToken);
        Assert.True(report.Ok, report.Fault?.ToString());
        return Assert.Single(report.Value.Files);
    }

    private static async Task<long> CountAsync(TemporaryFolder folder, string table)
    {
        await using var connection = new SqliteConnection($"Data Source={folder.File("company.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
