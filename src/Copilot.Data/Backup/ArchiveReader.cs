using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Copilot.Core;

namespace Copilot.Data;

/// <summary>Reads an archive without trusting it: only the files that a backup has, and no more of each than it is said to hold.</summary>
internal static class ArchiveReader
{
    private const int LongestManifest = 64 * 1024;
    private const int BufferBytes = 128 * 1024;

    /// <summary>What the archive says about itself.</summary>
    public static async Task<Result<BackupManifest>> ManifestAsync(ZipArchive zip, string archive, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(StoreBackup.ManifestName) is not { Length: <= LongestManifest } entry)
        {
            return BackupFaults.NotABackup(archive, $"it holds no {StoreBackup.ManifestName}, so it was not written by `copilot backup`");
        }

        try
        {
            await using var stream = await entry.OpenAsync(cancellationToken);
            if (await JsonSerializer.DeserializeAsync<BackupManifest>(stream, BackupManifest.Json, cancellationToken) is not { } manifest)
            {
                return BackupFaults.NotABackup(archive, $"its {StoreBackup.ManifestName} is empty");
            }

            return manifest.Format > BackupManifest.CurrentFormat ? BackupFaults.NewerFormat(archive, manifest.Program)
                : StoreBackup.Databases.FirstOrDefault(name => manifest.Files.All(file => file?.Name != name)) is { } missing ? BackupFaults.NotABackup(archive, $"its {StoreBackup.ManifestName} names no {missing}")
                : manifest;
        }
        catch (JsonException)
        {
            return BackupFaults.NotABackup(archive, $"its {StoreBackup.ManifestName} cannot be read");
        }
    }

    /// <summary>Writes one file and checks that it is the one described.</summary>
    public static async Task<Fault?> UnpackAsync(ZipArchive zip, string archive, BackupFile described, FileInfo target, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(described.Name) is not { } entry)
        {
            return BackupFaults.NotABackup(archive, $"{described.Name} is missing in it");
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, bytes) = (new byte[BufferBytes], 0L);
        await using var source = await entry.OpenAsync(cancellationToken);
        await using var file = new FileStream(target.FullName, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        while (await source.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            bytes += read;
            if (bytes > described.Bytes)
            {
                return BackupFaults.Altered(archive, described.Name);
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        file.Flush(flushToDisk: true);
        return bytes == described.Bytes && Convert.ToHexStringLower(hash.GetHashAndReset()) == described.Sha256 ? null : BackupFaults.Altered(archive, described.Name);
    }
}
