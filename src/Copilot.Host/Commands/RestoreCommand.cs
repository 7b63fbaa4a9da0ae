using System.CommandLine;
using System.Security.Cryptography;
using Copilot.Data;
using Copilot.Gate;
using Copilot.Host.Settings;

namespace Copilot.Host.Commands;

/// <summary><c>copilot restore FILE.zip</c>: puts a backup back, after checking all of it.</summary>
internal static class RestoreCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "The zip that `copilot backup` wrote." };
        var into = new Option<DirectoryInfo?>("--into") { Description = "The data folder to put it into; the one that holds here when left out." };
        var force = new Option<bool>("--force") { Description = "Set records that are there aside." };
        var command = new Command("restore", "Put a backup back.") { file, into, force };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(
            token => RunAsync(parsed.GetValue(file)!, parsed.GetValue(into), parsed.GetValue(force), token), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo archive, DirectoryInfo? into, bool force, CancellationToken cancellationToken)
    {
        var settings = HostSettings.Read(new DirectoryInfo(Environment.CurrentDirectory));
        if (!settings.Ok)
        {
            return Guard.Print(settings.Fault);
        }

        var staged = settings.Value.Provider == StoreProvider.Postgres
            ? StoreBackup.Hindrance(new StoreOptions { DataFolder = settings.Value.DataFolder, Provider = settings.Value.Provider })!
            : await StagedRestore.OpenAsync(archive, into ?? settings.Value.DataFolder, force, cancellationToken);
        if (!staged.Ok)
        {
            return Guard.Print(staged.Fault);
        }

        await using var unpacked = staged.Value;
        var manifest = unpacked.Manifest;
        var waiting = 0;
        (int Unknown, int Expired) doubted = default;
        var fault = await BackupProof.CheckAsync(
            unpacked,
            archive.FullName,
            async (store, ledger, token) =>
            {
                await ledger.AppendAsync("restore", Environment.UserName, archive.Name, new { taken_at = manifest.TakenAt, head = manifest.LedgerHead, sha256 = await HashAsync(archive, token) }, token);
                doubted = await AfterRestore.DoubtAsync(store, TimeProvider.System, Environment.UserName, token);
                await using var messages = new MessageStore(store);
                waiting = await messages.Outbox.CountAsync(OutboxState.Waiting, token);
            },
            cancellationToken);
        if (fault is not null)
        {
            return Guard.Print(fault);
        }

        var placed = await unpacked.PlaceAsync(cancellationToken);
        if (!placed.Ok)
        {
            return Guard.Print(placed.Fault);
        }

        Console.WriteLine($"{manifest.Company} stands in {placed.Value.Folder.FullName} as of {manifest.TakenAt:yyyy-MM-dd HH:mm:ss} UTC: {manifest.LedgerEntries} ledger entries, all as they were written.");
        if (placed.Value.Aside is { } aside)
        {
            Console.WriteLine($"What was there before is in {aside.FullName}; delete it once you are sure.");
        }

        if (waiting > 0)
        {
            Console.WriteLine(waiting == 1
                ? "1 reply waited to be sent when the backup was made: it is sent when the host starts, and may have arrived before."
                : $"{waiting} replies waited to be sent when the backup was made: they are sent when the host starts, and may have arrived before.");
        }

        if (doubted.Unknown + doubted.Expired > 0)
        {
            Console.WriteLine($"Decided when the backup was made and not ended: {doubted.Unknown}, unknown until somebody looks (\"what is waiting for me\"). Not decided: {doubted.Expired}, expired, to be asked for anew.");
        }

        Console.WriteLine("settings.json is not part of a backup: put your own beside the databases where you had one.");
        return 0;
    }

    private static async Task<string> HashAsync(FileInfo archive, CancellationToken cancellationToken)
    {
        await using var stream = archive.OpenRead();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}
