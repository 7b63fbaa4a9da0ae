namespace Copilot.Data.Import;

/// <summary>Saves maps for editing; one that a person may have corrected is never written over.</summary>
internal static class MapStore
{
    private const int MostCopies = 99;

    /// <summary>Saves the map of a file and returns its path; nothing when the folder cannot be written.</summary>
    public static async Task<string?> SaveAsync(string folder, MappedFile file, IReadOnlyList<MapSuggestion> suggestions, CancellationToken cancellationToken)
    {
        var text = MapWriter.Write(file.Map, file.Source.File.Name, suggestions);
        var stem = Path.Combine(folder, Path.GetFileNameWithoutExtension(file.Source.File.Name));
        try
        {
            Directory.CreateDirectory(folder);
            for (var copy = 1; copy <= MostCopies; copy++)
            {
                var path = copy == 1 ? $"{stem}.map.yaml" : $"{stem}.map.{copy}.yaml";
                if (!File.Exists(path))
                {
                    await File.WriteAllTextAsync(path, text, cancellationToken);
                    return path;
                }

                if (await File.ReadAllTextAsync(path, cancellationToken) == text)
                {
                    return path;
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // the proposal is printed in any case; a folder that cannot be written is no reason to stop
        }

        return null;
    }
}
