using System.IO.Compression;
using System.Text.Json.Nodes;
using Copilot.Core;
using Copilot.Data;
using Copilot.Data.Import;
using Copilot.Gate;
using Copilot.Host;
using Copilot.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Copilot.Tests.Backup;

/// <summary>What was damaged, altered or would overwrite something is refused in a sentence, and what is there stays as it was.</summary>
public sealed class BackupsThatAreRefused : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private FileInfo _archive = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DirectoryInfo Data => new(_folder.File("data"));

    public async ValueTask InitializeAsync()
    {
        _archive = new FileInfo(_folder.File("good.zip"));
        await using var store = await OpenAsync(Data);
        Assert.True((await CompanyInit.CreateAsync(store, new InitRequest { Name = "Test & Sons", AccountName = "anna" }, Stop)).Ok);
        for (var n = 1; n <= 5; n++)
        {
            await new Ledger(store, TimeProvider.System).AppendAsync("test", "anna", $"entry {n}", new { n }, Stop);
        }

        Assert.True((await BackUpAsync(store, _archive)).Ok);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("company.db")]
    [InlineData("copilot.db")]
    public async Task DatabaseWithOneByteChanged_Restored_IsRefused(string name)
    {
        Change(name, bytes => bytes[bytes.Length / 2] ^= 1);

        await RefusedAsync("DB-057");
    }

    [Fact]
    public async Task DatabaseDamagedBeforeItWasHashed_Restored_IsRefused()
    {
        Change("company.db", bytes => Array.Fill<byte>(bytes, 0xEE, 4096, bytes.Length - 4096));
        Rehash("company.db");

        await RefusedAsync("DB-056");
    }

    [Fact]
    public async Task LedgerAlteredAndHashedAnew_Checked_IsRefused()
    {
        Database("copilot.db", "DROP TRIGGER \"Ledger_no_update\"; UPDATE \"Ledger\" SET \"Subject\" = 'another' WHERE \"Sequence\" = 3");
        Rehash("copilot.db");

        Assert.Contains("Entry 3 was altered", await BrokenAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LedgerCutOffAndHashedAnew_Checked_IsRefused()
    {
        Database("copilot.db", "DROP TRIGGER \"Ledger_no_delete\"; DELETE FROM \"Ledger\" WHERE \"Sequence\" = 5; "
            + "CREATE TRIGGER \"Ledger_no_delete\" BEFORE DELETE ON \"Ledger\" BEGIN SELECT RAISE(ABORT, 'The ledger is only added to.'); END");
        Rehash("copilot.db");

        Assert.Contains("noted were 5", await BrokenAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ArchiveWithoutAPart_Restored_IsRefused()
    {
        foreach (var name in new[] { "copilot.db", "backup.json" })
        {
            using (var zip = ZipFile.Open(_archive.FullName, ZipArchiveMode.Update))
            {
                zip.GetEntry(name)!.Delete();
            }

            await RefusedAsync("DB-056");
        }
    }

    [Theory]
    [InlineData("{}", "DB-056")]
    [InlineData("null", "DB-056")]
    [InlineData("no json", "DB-056")]
    [InlineData("""{"format":1,"program":"1","company":"x","taken_at":"2026-11-20T00:00:00Z","ledger_entries":0,"ledger_head":"","files":null}""", "DB-056")]
    [InlineData("""{"format":1,"program":"1","company":"x","taken_at":"2026-11-20T00:00:00Z","ledger_entries":0,"ledger_head":"","files":[null,{"name":"../../evil","bytes":1,"sha256":""}]}""", "DB-056")]
    [InlineData("""{"format":2,"program":"9.0.0","company":"x","taken_at":"2026-11-20T00:00:00Z","ledger_entries":0,"ledger_head":"","files":[]}""", "DB-058")]
    public async Task DescriptionThatIsNone_Restored_IsRefused(string text, string code)
    {
        Write("backup.json", System.Text.Encoding.UTF8.GetBytes(text));

        await RefusedAsync(code);
    }

    [Fact]
    public async Task FileThatIsNoBackup_Restored_IsRefused()
    {
        var whole = await File.ReadAllBytesAsync(_archive.FullName, Stop);
        await File.WriteAllBytesAsync(_archive.FullName, whole[..(whole.Length / 2)], Stop);
        await RefusedAsync("DB-056");

        await File.WriteAllTextAsync(_archive.FullName, "not a zip", Stop);
        await RefusedAsync("DB-056");

        _archive.Delete();
        _archive.Refresh();
        await RefusedAsync("DB-055");
    }

    [Fact]
    public async Task FolderWithACompany_RestoredInto_IsLeftAloneUnlessForcedAndThenSetAside()
    {
        await using (var store = await OpenAsync(Data))
        {
            await new Ledger(store, TimeProvider.System).AppendAsync("test", "anna", "after the backup", new { }, Stop);
        }

        Assert.Equal("DB-059", (await StagedRestore.OpenAsync(_archive, Data, replace: false, Stop)).Fault?.Code);
        Assert.Equal(6, await EntriesAsync(Data));

        var staged = (await StagedRestore.OpenAsync(_archive, Data, replace: true, Stop)).Value;
        var placed = await staged.PlaceAsync(Stop);
        await staged.DisposeAsync();

        Assert.True(placed.Ok, placed.Fault?.ToString());
        Assert.Equal((5, 6), (await EntriesAsync(Data), await EntriesAsync(placed.Value.Aside!)));
        Assert.DoesNotContain(Data.EnumerateDirectories(), folder => folder.Name.StartsWith(".copilot-restore", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CopilotThatRuns_RestoredOver_KeepsItsRecords()
    {
        await using var running = await OpenAsync(Data);
        await running.ProfileAsync(Stop);
        await using var staged = (await StagedRestore.OpenAsync(_archive, Data, replace: true, Stop)).Value;

        Assert.Equal("DB-060", (await staged.PlaceAsync(Stop)).Fault?.Code);

        await new Ledger(running, TimeProvider.System).AppendAsync("test", "anna", "still at work", new { }, Stop);
        Assert.Equal(6, (await new Ledger(running, TimeProvider.System).VerifyAsync(Stop)).Sound);
    }

    [Fact]
    public async Task DamagedRecords_RestoredOver_AreSetAside()
    {
        await File.WriteAllTextAsync(Path.Combine(Data.FullName, "company.db"), "not a database any more", Stop);
        await using var staged = (await StagedRestore.OpenAsync(_archive, Data, replace: true, Stop)).Value;

        Assert.True((await staged.PlaceAsync(Stop)).Ok);

        await using var store = await OpenAsync(Data);
        Assert.Equal("Test & Sons", (await store.ProfileAsync(Stop))?.Name);
    }

    [Fact]
    public async Task TargetOfABackup_ThatIsTakenOrHasNoPlace_IsRefused()
    {
        await using var store = await OpenAsync(Data);
        var bytes = await File.ReadAllBytesAsync(_archive.FullName, Stop);

        Assert.Equal("DB-052", (await BackUpAsync(store, _archive)).Fault?.Code);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(_archive.FullName, Stop));
        Assert.Equal("DB-053", (await BackUpAsync(store, new FileInfo(Path.Combine(_folder.File("nowhere"), "b.zip")))).Fault?.Code);
        Assert.Equal("DB-061", (await StagedRestore.OpenAsync(_archive, new DirectoryInfo(_archive.FullName), replace: true, Stop)).Fault?.Code);
    }

    [Fact]
    public async Task LedgerBrokenBeforeTheBackup_BackedUp_LeavesNoFileBehind()
    {
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(Data.FullName, "copilot.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DROP TRIGGER \"Ledger_no_update\"; UPDATE \"Ledger\" SET \"Actor\" = 'nobody' WHERE \"Sequence\" = 2";
            command.ExecuteNonQuery();
        }

        await using var store = await OpenAsync(Data);
        var target = new FileInfo(_folder.File("broken.zip"));

        Assert.Equal("HO-073", (await BackUpAsync(store, target)).Fault?.Code);
        Assert.Equal(["data", "good.zip"], _folder.Path.EnumerateFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal));
    }

    private static async Task<CompanyStore> OpenAsync(DirectoryInfo folder) => (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = folder }, TimeProvider.System, Stop)).Value;

    private static Task<Result<BackupManifest>> BackUpAsync(CompanyStore store, FileInfo target) => StoreBackup.WriteAsync(store, target, replace: false, BackupProof.RehearseAsync, Stop);

    private static async Task<long> EntriesAsync(DirectoryInfo folder)
    {
        await using var store = await OpenAsync(folder);
        return (await new Ledger(store, TimeProvider.System).VerifyAsync(Stop)).Sound;
    }

    private async Task RefusedAsync(string code)
    {
        var refused = await StagedRestore.OpenAsync(_archive, new DirectoryInfo(_folder.File("new")), replace: false, Stop);

        Assert.Equal(code, refused.Fault?.Code);
        Assert.DoesNotContain(_folder.Path.EnumerateFileSystemInfos(), file => file.Name is not ("data" or "good.zip"));
    }

    private async Task<string> BrokenAsync()
    {
        await using var staged = (await StagedRestore.OpenAsync(_archive, new DirectoryInfo(_folder.File("new")), replace: false, Stop)).Value;
        var fault = await BackupProof.CheckAsync(staged, _archive.Name, then: null, Stop);
        Assert.Equal("HO-073", fault?.Code);
        return fault!.Message;
    }

    private byte[] Read(string name)
    {
        using var zip = ZipFile.OpenRead(_archive.FullName);
        using var stream = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private void Write(string name, byte[] bytes)
    {
        using var zip = ZipFile.Open(_archive.FullName, ZipArchiveMode.Update);
        zip.GetEntry(name)!.Delete();
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(bytes);
    }

    private void Change(string name, Action<byte[]> change)
    {
        var bytes = Read(name);
        change(bytes);
        Write(name, bytes);
    }

    private void Database(string name, string sql)
    {
        using var scratch = new TemporaryFolder();
        File.WriteAllBytes(scratch.File(name), Read(name));
        using (var connection = new SqliteConnection($"Data Source={scratch.File(name)};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        Write(name, File.ReadAllBytes(scratch.File(name)));
    }

    /// <summary>What somebody does who wants an altered file to pass for the one that was written.</summary>
    private void Rehash(string name)
    {
        var bytes = Read(name);
        var manifest = JsonNode.Parse(Read("backup.json"))!;
        var file = manifest["files"]!.AsArray().Single(known => (string)known!["name"]! == name)!;
        (file["bytes"], file["sha256"]) = (bytes.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        Write("backup.json", System.Text.Encoding.UTF8.GetBytes(manifest.ToJsonString()));
    }
}
