using System.CommandLine;
using Copilot.Data;
using Copilot.Gate;
using Copilot.Host.Settings;

namespace Copilot.Host.Commands;

/// <summary><c>copilot backup FILE.zip</c>: both databases in one archive, while others go on working.</summary>
internal static class BackupCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "The zip to write." };
        var force = new Option<bool>("--force") { Description = "Replace the file if it is there." };
        var command = new Command("backup", "Copy the records and the ledger into one file; the copilot may go on running.") { file, force };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(token => RunAsync(parsed.GetValue(file)!, parsed.GetValue(force), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo target, bool force, CancellationToken cancellationToken)
    {
        var settings = HostSettings.Read(new DirectoryInfo(Environment.CurrentDirectory));
        if (!settings.Ok)
        {
            return Guard.Print(settings.Fault);
        }

        if (StoreBackup.Hindrance(new StoreOptions { DataFolder = settings.Value.DataFolder, Provider = settings.Value.Provider }) is { } hindrance)
        {
            return Guard.Print(hindrance);
        }

        var opened = await CompanyFolder.OpenHereAsync(forNew: false, cancellationToken);
        if (!opened.Ok)
        {
            return Guard.Print(opened.Fault);
        }

        var (store, _) = opened.Value;
        await using var closing = store;
        var written = await StoreBackup.WriteAsync(store, target, force, BackupProof.RehearseAsync, cancellationToken);
        if (!written.Ok)
        {
            return Guard.Print(written.Fault);
        }

        var manifest = written.Value;

        // the head stands in the ledger that goes on, so that it can be told from one that was cut off
        await new Ledger(store, TimeProvider.System).AppendAsync(
            "backup", Environment.UserName, target.Name, new { entries = manifest.LedgerEntries, head = manifest.LedgerHead, files = manifest.Files }, cancellationToken);
        Console.WriteLine($"{target.FullName} holds {manifest.Company} as of {manifest.TakenAt:yyyy-MM-dd HH:mm:ss} UTC, with {manifest.LedgerEntries} ledger entries. It was unpacked and checked.");
        Console.WriteLine("Not in it: settings.json, because it may hold secrets; keep that where you keep passwords. The file holds everything of the company and the keys it signs with: keep it safe.");
        return 0;
    }
}
