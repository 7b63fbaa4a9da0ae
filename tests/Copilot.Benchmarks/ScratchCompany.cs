using Copilot.Data;
using Copilot.Host;
using Copilot.Host.Settings;

namespace Copilot.Benchmarks;

/// <summary>A sample company in a temporary folder, gone afterwards.</summary>
internal sealed class ScratchCompany : IAsyncDisposable
{
    private ScratchCompany(DirectoryInfo folder, Workplace workplace) => (Folder, Workplace) = (folder, workplace);

    public DirectoryInfo Folder { get; }

    public Workplace Workplace { get; }

    public static async Task<ScratchCompany> OpenAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("copilot-benchmark-");
        var opened = await Workplace.OpenAsync(new HostSettings(folder, null, StoreProvider.Sqlite, null, null), null, cancellationToken);
        return new ScratchCompany(folder, opened.Value);
    }

    public async ValueTask DisposeAsync()
    {
        await Workplace.DisposeAsync();
        Folder.Delete(recursive: true);
    }
}
