using System.Data.Common;
using Copilot.Core;
using Copilot.Data;
using Copilot.IntegrationTests.Support;
using Microsoft.EntityFrameworkCore;

namespace Copilot.IntegrationTests.Compliance;

/// <summary>What both databases must do alike. One class below for each of them.</summary>
public abstract partial class StoreCompliance(StoreSource source) : IAsyncLifetime
{
    private readonly List<CompanyStore> _stores = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private async Task<CompanyStore> NewStoreAsync() => await OpenAsync(await source.MigratedAsync());

    private async Task<CompanyStore> OpenAsync(StoreOptions options)
    {
        var opened = await CompanyStore.OpenAsync(options, TimeProvider.System, Stop);
        Assert.True(opened.Ok, opened.Fault?.ToString());
        _stores.Add(opened.Value);
        return opened.Value;
    }

    private async Task<CompanyStore> NewStoreAsync(params Entity[] rows)
    {
        var store = await NewStoreAsync();
        await BulkAsync(store, rows);
        return store;
    }

    private static async Task BulkAsync(CompanyStore store, IEnumerable<Entity> rows)
    {
        await using var bulk = await store.BulkAsync(Stop);
        await bulk.InsertAllAsync(rows, Stop);
        await bulk.CommitAsync(Stop);
    }

    private static async Task ChangeAsync(CompanyStore store, Func<CompanyContext, Task> change)
    {
        await using var context = store.Company();
        await change(context);
        await context.SaveChangesAsync(Stop);
    }

    private static async Task<object?> ScalarAsync(DbContext context, string sql)
    {
        await context.Database.OpenConnectionAsync(Stop);
        await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Stop);
    }

    /// <summary>A table's name in a statement of this database.</summary>
    private static string Table<TEntity>(DbContext context)
    {
        var type = context.Model.FindEntityType(typeof(TEntity))!;
        return type.GetSchema() is { } schema ? $"\"{schema}\".\"{type.GetTableName()}\"" : $"\"{type.GetTableName()}\"";
    }
}
