using Copilot.Data;

namespace Copilot.IntegrationTests.Support;

/// <summary>Files in a temporary folder.</summary>
public sealed class SqliteSource : StoreSource
{
    protected override Task<StoreOptions> PlaceAsync(DirectoryInfo folder) => Task.FromResult(new StoreOptions { DataFolder = folder, BusyTimeout = TimeSpan.FromSeconds(5) });

    protected override Task<StoreOptions> CopyAsync(StoreOptions template, DirectoryInfo folder)
    {
        foreach (var file in template.DataFolder.EnumerateFiles("*.db*"))
        {
            file.CopyTo(Path.Combine(folder.FullName, file.Name));
        }

        return PlaceAsync(folder);
    }
}
