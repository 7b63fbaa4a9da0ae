using Copilot.Tests.Support;

namespace Copilot.Tests.Backup;

/// <summary>The commands as a person types them.</summary>
public sealed class BackupVerbs
{
    [Fact]
    public async Task CompanyOfOnesOwn_BackedUpAndRestoredElsewhere_StandsThereWithItsLedger()
    {
        using var folder = new TemporaryFolder();
        await CommandLine.RunAsync(folder, "init", "My Co");

        var backedUp = await CommandLine.RunAsync(folder, "backup", "my.zip");
        var twice = await CommandLine.RunAsync(folder, "backup", "my.zip");
        var over = await CommandLine.RunAsync(folder, "restore", "my.zip");
        var restored = await CommandLine.RunAsync(folder, "restore", "my.zip", "--into", "elsewhere");
        var people = await CommandLine.RunAsync(folder, [("Copilot__DataFolder", folder.File("elsewhere"))], "people", "list");
        var ledger = await CommandLine.RunAsync(folder, [("Copilot__DataFolder", folder.File("elsewhere"))], "ledger", "verify");

        Assert.Equal((0, 1, 1, 0, 0, 0), (backedUp.Code, twice.Code, over.Code, restored.Code, people.Code, ledger.Code));
        Assert.Contains("settings.json", backedUp.Text, StringComparison.Ordinal);
        Assert.Contains("--into FOLDER", over.Text, StringComparison.Ordinal);
        Assert.Contains("My Co: 1 person", people.Text, StringComparison.Ordinal);
        Assert.Contains("2 entries, all as they were written", ledger.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderWithoutACompany_BackedUp_IsRefusedAndNothingIsMade()
    {
        using var folder = new TemporaryFolder();

        var (code, text) = await CommandLine.RunAsync(folder, "backup", "my.zip");

        Assert.Equal(1, code);
        Assert.Contains("nothing to back up", text, StringComparison.Ordinal);
        Assert.Empty(folder.Path.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task RecordsInPostgres_BackedUpOrRestored_PointToItsOwnTools()
    {
        using var folder = new TemporaryFolder();
        (string, string)[] postgres = [("Copilot__Store", "postgres"), ("Copilot__CompanyConnection", "Host=nowhere"), ("Copilot__CopilotConnection", "Host=nowhere")];

        var backup = await CommandLine.RunAsync(folder, postgres, "backup", "my.zip");
        var restore = await CommandLine.RunAsync(folder, postgres, "restore", "my.zip");

        Assert.Equal((1, 1), (backup.Code, restore.Code));
        Assert.Contains("pg_dump", backup.Text, StringComparison.Ordinal);
        Assert.Equal(backup.Text, restore.Text);
    }
}
