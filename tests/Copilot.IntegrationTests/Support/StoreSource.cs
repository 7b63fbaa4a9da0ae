using Copilot.Data;

namespace Copilot.IntegrationTests.Support;

/// <summary>Where a compliance suite gets its stores from.</summary>
public abstract class StoreSource : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("copilot-compliance-");
    private readonly SemaphoreSlim _once = new(1, 1);
    private StoreOptions? _template;
    private int _made;

    /// <summary>A place for a new store. Skips the running test by name where the database is not to be had.</summary>
    public Task<StoreOptions> NewAsync() => PlaceAsync(NewFolder());

    /// <summary>A store without records, copied from one that was migrated once: a migration takes longer than most tests.</summary>
    public async Task<StoreOptions> MigratedAsync()
    {
        await _once.WaitAsync();
        try
        {
            _template ??= await TemplateAsync();
            return await CopyAsync(_template, NewFolder());
        }
        finally
        {
            _once.Release();
        }
    }

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _once.Dispose();
        _root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    protected abstract Task<StoreOptions> PlaceAsync(DirectoryInfo folder);

    protected abstract Task<StoreOptions> CopyAsync(StoreOptions template, DirectoryInfo folder);

    private async Task<StoreOptions> TemplateAsync()
    {
        var options = await NewAsync();
        var opened = await CompanyStore.OpenAsync(options, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.True(opened.Ok, opened.Fault?.ToString());
        await opened.Value.DisposeAsync();
        return options;
    }

    private DirectoryInfo NewFolder() => _root.CreateSubdirectory($"{Interlocked.Increment(ref _made)}");
}
