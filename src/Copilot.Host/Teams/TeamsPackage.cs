using System.IO.Compression;
using Copilot.Core;

namespace Copilot.Host.Teams;

/// <summary>The zip that Teams takes: manifest and both icons. The same request gives the same bytes.</summary>
internal static class TeamsPackage
{
    private static readonly string[] Icons = ["color.png", "outline.png"];

    // the earliest day that a zip can name
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The package's bytes, or what is wrong with the request.</summary>
    public static Result<byte[]> Make(TeamsPackageRequest request)
    {
        var manifest = TeamsManifest.Fill(request);
        if (!manifest.Ok)
        {
            return manifest.Fault;
        }

        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "manifest.json", manifest.Value);
            foreach (var icon in Icons)
            {
                Add(zip, icon, TeamsResources.Read(icon));
            }
        }

        return buffer.ToArray();
    }

    /// <summary>Makes the package and writes it: whole or not at all.</summary>
    public static async Task<Result<FileInfo>> WriteAsync(TeamsPackageRequest request, FileInfo target, bool replace, CancellationToken cancellationToken)
    {
        if (target.Directory is { Exists: false } folder)
        {
            return TeamsFaults.NoFolder(folder.FullName);
        }

        if (Directory.Exists(target.FullName) || (File.Exists(target.FullName) && !replace))
        {
            return TeamsFaults.FileExists(target.FullName);
        }

        var package = Make(request);
        if (!package.Ok)
        {
            return package.Fault;
        }

        var partial = target.FullName + ".partial";
        try
        {
            await File.WriteAllBytesAsync(partial, package.Value, cancellationToken);
            File.Move(partial, target.FullName, overwrite: replace);
            return target;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return TeamsFaults.NotWritten(target.FullName, problem.Message);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Always;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
