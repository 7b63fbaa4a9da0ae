using System.IO.Compression;
using Copilot.Core;

namespace Copilot.Data;

/// <summary>
/// A backup that has been unpacked and checked beside the place where it is to go. It is put there by <see cref="PlaceAsync"/>; otherwise
/// nothing remains of it.
/// </summary>
public sealed class StagedRestore : IAsyncDisposable
{
    private readonly RestorePlace _place;

    private StagedRestore(BackupManifest manifest, RestorePlace place) => (Manifest, _place) = (manifest, place);

    /// <summary>What the backup says about itself.</summary>
    public BackupManifest Manifest { get; }

    /// <summary>Where the unpacked databases lie: to be opened, checked and closed before they are put in their place.</summary>
    public DirectoryInfo Folder => _place.Staging;

    /// <summary>Unpacks an archive and checks it: each file's SHA-256, and SQLite's own check of each database.</summary>
    /// <param name="archive">The zip.</param>
    /// <param name="into">The data folder in which the records are to stand.</param>
    /// <param name="replace">Whether records that stand there may be set aside.</param>
    /// <param name="cancellationToken">Stops; nothing is left behind.</param>
    public static async Task<Result<StagedRestore>> OpenAsync(FileInfo archive, DirectoryInfo into, bool replace, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(archive);
        if (!File.Exists(archive.FullName))
        {
            return BackupFaults.NoArchive(archive.FullName);
        }

        var place = new RestorePlace(into, replace);
        if (place.Fault is { } taken)
        {
            return taken;
        }

        try
        {
            place.Staging.Create();
            var manifest = await UnpackAsync(archive, place.Staging, cancellationToken);
            if (manifest.Ok)
            {
                return new StagedRestore(manifest.Value, place);
            }

            place.Clear();
            return manifest.Fault;
        }
        catch (Exception problem)
        {
            place.Clear();
            switch (problem)
            {
                case InvalidDataException:
                    return BackupFaults.NotABackup(archive.FullName, "it is no zip, or a damaged one");
                case IOException or UnauthorizedAccessException:
                    return BackupFaults.NotWritten(into.FullName, problem.Message);
                default:
                    throw;
            }
        }
    }

    /// <summary>Puts the databases in their place by renaming. The value is the folder in which earlier records were set aside; nothing where there were none.</summary>
    public Task<Result<PlacedRestore>> PlaceAsync(CancellationToken cancellationToken) => _place.TakeAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _place.Clear();
        return ValueTask.CompletedTask;
    }

    private static async Task<Result<BackupManifest>> UnpackAsync(FileInfo archive, DirectoryInfo staging, CancellationToken cancellationToken)
    {
        await using var zip = await ZipFile.OpenReadAsync(archive.FullName, cancellationToken);
        var read = await ArchiveReader.ManifestAsync(zip, archive.FullName, cancellationToken);
        if (!read.Ok)
        {
            return read;
        }

        foreach (var name in StoreBackup.Databases)
        {
            var file = new FileInfo(Path.Combine(staging.FullName, name));
            if (await ArchiveReader.UnpackAsync(zip, archive.FullName, read.Value.Files.First(known => known?.Name == name), file, cancellationToken) is { } fault)
            {
                return fault;
            }

            if (await SqliteSnapshot.ProblemAsync(file, cancellationToken) is { } problem)
            {
                return BackupFaults.NotABackup(archive.FullName, $"SQLite finds {name} damaged ({problem.ReplaceLineEndings(" ").TrimEnd('.')})");
            }
        }

        return read;
    }
}
