namespace Copilot.Data;

/// <summary>The folder in which a node keeps everything.</summary>
public static class DataFolder
{
    /// <summary>The folder in it into which an invoicing system drops its originals, unless another is named.</summary>
    public const string Invoices = "invoices";

    /// <summary>Its name.</summary>
    public const string Name = ".copilot";

    /// <summary>The nearest folder of that name, from a folder upwards; where there is none, the place for one in the folder itself (not made yet).</summary>
    public static DirectoryInfo Find(DirectoryInfo start)
    {
        for (var folder = start; folder is not null; folder = folder.Parent)
        {
            var candidate = new DirectoryInfo(Path.Combine(folder.FullName, Name));
            if (candidate.Exists)
            {
                return candidate;
            }
        }

        return Here(start);
    }

    /// <summary>The place in the folder itself, whatever lies above it.</summary>
    public static DirectoryInfo Here(DirectoryInfo start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return new DirectoryInfo(Path.Combine(start.FullName, Name));
    }
}
