using Copilot.Connectors.Company;
using Copilot.Connectors.Mail;
using Copilot.Data;
using Copilot.Gate;

namespace Copilot.Bypass.Tests.Support;

/// <summary>Stores without a company, and the executors that the host names.</summary>
internal sealed class EmptyStore : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly CompanyStore _store;

    private EmptyStore(DirectoryInfo folder, CompanyStore store) => (_folder, _store) = (folder, store);

    /// <summary>All executors, as the host puts them together.</summary>
    public IReadOnlyList<EffectExecutor> Executors => [.. CompanyExecutors.All(_store), .. MailExecutors.All(_store, new MailOptions())];

    public static async Task<EmptyStore> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("copilot-bypass-");
        return new EmptyStore(folder, (await CompanyStore.OpenAsync(new StoreOptions { DataFolder = folder }, TimeProvider.System, TestContext.Current.CancellationToken)).Value);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
