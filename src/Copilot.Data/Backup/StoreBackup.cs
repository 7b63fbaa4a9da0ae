using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Copilot.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>Copies both databases of a running copilot into one archive.</summary>
public static class StoreBackup
{
    /// <summary>The file in which a backup describes itself.</summary>
    internal const string ManifestName = "backup.json";

    /// <summary>The databases in a backup.</summary>
    internal static IReadOnlyList<string> Databases { get; } = ["company.db", "copilot.db"];

    /// <summary>What hinders a backup of a store with these options, before it is opened (opening makes what is not there).</summary>
    public static Fault? Hindrance(StoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Provider == StoreProvider.Postgres ? BackupFaults.Postgres()
            : !File.Exists(Path.Combine(options.DataFolder.FullName, Databases[0])) ? BackupFaults.NothingThere(options.DataFolder.FullName)
            : null;
    }

    /// <summary>Writes the archive: whole and proven, or not at all. Others may read and write the store meanwhile.</summary>
    /// <param name="store">What is backed up.</param>
    /// <param name="target">The zip to write.</param>
    /// <param name="replace">Whether a file of that name may be replaced.</param>
    /// <param name="proof">Tries the finished archive before it gets its name; a fault discards it.</param>
    /// <param name="cancellationToken">Stops; nothing is left behind.</param>
    public static async Task<Result<BackupManifest>> WriteAsync(
        CompanyStore store, FileInfo target, bool replace, Func<FileInfo, CancellationToken, Task<Fault?>> proof, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if ((Hindrance(store.Options) ?? TargetFault(target, replace)) is { } hindrance)
        {
            return hindrance;
        }

        var scratch = new DirectoryInfo(Path.Combine(target.Directory!.FullName, $".copilot-backup-{Guid.NewGuid():n}"));
        var partial = new FileInfo(target.FullName + ".partial");
        try
        {
            scratch.Create();
            var manifest = await CopyAsync(store, scratch, cancellationToken);
            if (!manifest.Ok)
            {
                return manifest;
            }

            await ZipAsync(scratch, manifest.Value, partial, cancellationToken);
            if (await proof(partial, cancellationToken) is { } fault)
            {
                return fault;
            }

            File.Move(partial.FullName, target.FullName, overwrite: replace);
            return manifest;
        }
        catch (SqliteException problem) when (StoreTrouble.Of(problem, store.Options) is { } fault)
        {
            return fault;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return BackupFaults.NotWritten(target.FullName, problem.Message);
        }
        finally
        {
            File.Delete(partial.FullName);
            if (Directory.Exists(scratch.FullName))
            {
                scratch.Delete(recursive: true);
            }
        }
    }

    private static Fault? TargetFault(FileInfo target, bool replace) =>
        target.Directory is not { Exists: true } folder ? BackupFaults.NoFolder(target.DirectoryName ?? target.FullName)
        : Directory.Exists(target.FullName) || (File.Exists(target.FullName) && !replace) ? BackupFaults.FileExists(target.FullName)
        : null;

    private static async Task<Result<BackupManifest>> CopyAsync(CompanyStore store, DirectoryInfo scratch, CancellationToken cancellationToken)
    {
        await using (var source = new SqliteContexts(store.Options))
        {
            await SqliteSnapshot.CopyAsync(source, scratch, cancellationToken);
        }

        var manifest = await DescribeAsync(scratch, store.Clock.GetUtcNow(), cancellationToken);
        return manifest is null ? BackupFaults.NothingThere(store.Options.DataFolder.FullName) : manifest with { Files = await FilesAsync(scratch, cancellationToken) };
    }

    /// <summary>What the copies say: of the moment at which they were taken, whatever was written since.</summary>
    private static async Task<BackupManifest?> DescribeAsync(DirectoryInfo scratch, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var copies = new SqliteContexts(new StoreOptions { DataFolder = scratch });
        await using var company = copies.Company();
        await using var copilot = copies.Copilot();
        if (await company.Companies.AsNoTracking().OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken) is not { } profile)
        {
            return null;
        }

        var last = await copilot.Ledger.AsNoTracking().OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellationToken);
        return new BackupManifest
        {
            Format = BackupManifest.CurrentFormat, Program = typeof(StoreBackup).Assembly.GetName().Version!.ToString(3), Company = profile.Name, TakenAt = at,
            LedgerEntries = last?.Sequence ?? 0, LedgerHead = last?.Hash ?? "", Files = [],
        };
    }

    private static async Task<IReadOnlyList<BackupFile>> FilesAsync(DirectoryInfo scratch, CancellationToken cancellationToken)
    {
        var files = new List<BackupFile>();
        foreach (var name in Databases)
        {
            await using var stream = File.OpenRead(Path.Combine(scratch.FullName, name));
            files.Add(new BackupFile(name, stream.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken))));
        }

        return files;
    }

    private static async Task ZipAsync(DirectoryInfo scratch, BackupManifest manifest, FileInfo partial, CancellationToken cancellationToken)
    {
        // a backup holds everything, whatever its reader may see: it is the writer's alone
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var file = new FileStream(partial.FullName, options);
        await using (var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken))
        {
            await using (var description = await zip.CreateEntry(ManifestName).OpenAsync(cancellationToken))
            {
                await JsonSerializer.SerializeAsync(description, manifest, BackupManifest.Json, cancellationToken);
            }

            foreach (var name in Databases)
            {
                await using var source = File.OpenRead(Path.Combine(scratch.FullName, name));
                await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);
                await source.CopyToAsync(entry, cancellationToken);
            }
        }

        file.Flush(flushToDisk: true);
    }
}
