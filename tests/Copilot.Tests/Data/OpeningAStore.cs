using Copilot.Core;
using Copilot.Data;
using Copilot.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Tests.Data;

/// <summary>What stands in the way of opening is said in a sentence, and nothing is left half done.</summary>
public sealed class OpeningAStore : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task NewerVersion_OfEitherDatabase_StopsBeforeTheOtherIsTouched()
    {
        await SqlAsync("copilot.db", "CREATE TABLE \"__migrations\" (\"MigrationId\" TEXT NOT NULL PRIMARY KEY, \"ProductVersion\" TEXT NOT NULL); INSERT INTO \"__migrations\" VALUES ('29990101000000_Later', '99')");

        var fault = await FaultAsync();

        Assert.Equal("DB-004", fault.Code);
        Assert.Contains("29990101000000_Later", fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("company.db")));
    }

    [Fact]
    public async Task DatabaseLockedByAnotherProcess_ToBeMigrated_IsSaidAfterTheWait()
    {
        using var other = await ConnectAsync("company.db");
        await RunAsync(other, "BEGIN EXCLUSIVE");

        Assert.Equal("DB-005", (await FaultAsync(busy: TimeSpan.FromMilliseconds(300))).Code);
        await RunAsync(other, "ROLLBACK");
        await OpenAsync();
    }

    [Fact]
    public async Task MigrationRunningElsewhere_Opened_IsSaidAfterTheWait()
    {
        await using (new FileStream(_folder.File("migrating.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal("DB-005", (await FaultAsync(busy: TimeSpan.FromMilliseconds(100))).Code);
        }

        await OpenAsync();
    }

    [Fact]
    public async Task DatabaseBeingWrittenTo_AlreadyCurrent_OpensAtOnce()
    {
        await OpenAsync();
        using var other = await ConnectAsync("company.db");
        await RunAsync(other, "BEGIN IMMEDIATE");

        await OpenAsync(busy: TimeSpan.FromMilliseconds(100));
    }

    [Theory]
    [InlineData("company.db")]
    [InlineData("copilot.db")]
    public async Task FileThatIsNoDatabase_Opened_IsSaidAndKept(string name)
    {
        var garbage = new byte[20_000];
        new Random(7).NextBytes(garbage);
        await File.WriteAllBytesAsync(_folder.File(name), garbage, Stop);

        Assert.Equal("DB-006", (await FaultAsync()).Code);
        Assert.Equal(garbage, await File.ReadAllBytesAsync(_folder.File(name), Stop));
    }

    [Fact]
    public async Task DatabaseOfAnotherProgram_Opened_IsSaidAndKept()
    {
        await SqlAsync("company.db", "CREATE TABLE \"Songs\" (\"Id\" INTEGER)");

        Assert.Equal("DB-007", (await FaultAsync()).Code);
        Assert.False(File.Exists(_folder.File("copilot.db")));
    }

    [Fact]
    public async Task DiskThatIsFull_Opened_IsSaidAndTheNextStartCompletes()
    {
        Assert.Equal("DB-008", (await FaultAsync(maxBytes: 64 * 1024)).Code);
        await OpenAsync();
    }

    [Fact]
    public async Task DiskThatFillsUp_WhileMigrating_LeavesNoTableBehind()
    {
        await FaultAsync(maxBytes: 64 * 1024);

        using var connection = await ConnectAsync("company.db");
        using var command = new SqliteCommand("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'", connection);
        Assert.Equal(0L, await command.ExecuteScalarAsync(Stop));
    }

    [Fact]
    public async Task FolderThatCannotBeMade_Opened_IsNamed()
    {
        await File.WriteAllTextAsync(_folder.File("file"), "in the way", Stop);

        var opened = await CompanyStore.OpenAsync(new StoreOptions { DataFolder = new DirectoryInfo(_folder.File("file/below")) }, TimeProvider.System, Stop);

        Assert.Equal("DB-009", opened.Fault?.Code);
        Assert.Contains("file/below", opened.Fault?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderThatCannotBeWritten_Opened_IsNamed()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "there is no folder here that even an administrator cannot write to");

        var opened = await CompanyStore.OpenAsync(new StoreOptions { DataFolder = new DirectoryInfo("/proc/self") }, TimeProvider.System, Stop);

        Assert.Equal("DB-009", opened.Fault?.Code);
    }

    [Fact]
    public async Task PostgresWithoutAConnection_Opened_SaysWhichSetting()
    {
        var opened = await CompanyStore.OpenAsync(new StoreOptions { DataFolder = _folder.Path, Provider = StoreProvider.Postgres }, TimeProvider.System, Stop);

        Assert.Equal("DB-003", opened.Fault?.Code);
        Assert.Contains("Copilot:CompanyConnection", opened.Fault?.Message, StringComparison.Ordinal);
    }

    private async Task OpenAsync(TimeSpan? busy = null)
    {
        var opened = await CompanyStore.OpenAsync(Options(busy, null), TimeProvider.System, Stop);
        Assert.True(opened.Ok, opened.Fault?.ToString());
        await using var store = opened.Value;
        await using var company = store.Company();
        await using var copilot = store.Copilot();
        Assert.Empty(company.Database.GetPendingMigrations());
        Assert.Empty(copilot.Database.GetPendingMigrations());
    }

    private async Task<Fault> FaultAsync(TimeSpan? busy = null, long? maxBytes = null)
    {
        var opened = await CompanyStore.OpenAsync(Options(busy, maxBytes), TimeProvider.System, Stop);
        return opened.Fault ?? throw new InvalidOperationException("it opened");
    }

    private StoreOptions Options(TimeSpan? busy, long? maxBytes) =>
        new() { DataFolder = _folder.Path, BusyTimeout = busy ?? TimeSpan.FromSeconds(5), MaxFileBytes = maxBytes };

    private async Task<SqliteConnection> ConnectAsync(string name)
    {
        var connection = new SqliteConnection($"Data Source={_folder.File(name)};Pooling=False");
        await connection.OpenAsync(Stop);
        return connection;
    }

    private async Task SqlAsync(string name, string sql)
    {
        using var connection = await ConnectAsync(name);
        await RunAsync(connection, sql);
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
