using Copilot.Core;
using Copilot.Data.Sample;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>Puts the sample company into a store, and moves it to another day.</summary>
public static class SampleInstaller
{
    /// <summary>Lays the sample out in a store that holds no company yet.</summary>
    /// <exception cref="InvalidOperationException">The store holds a company.</exception>
    public static async Task InstallAsync(CompanyStore store, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (await store.ProfileAsync(cancellationToken) is { } profile)
        {
            throw new InvalidOperationException($"The store holds {profile.Name} already.");
        }

        await using var bulk = await store.BulkAsync(cancellationToken);
        await WriteAsync(bulk, day, cancellationToken);
    }

    /// <summary>Replaces the sample's records by the same company laid out to another day; all of it or nothing.</summary>
    public static async Task<Result<int>> RefreshAsync(CompanyStore store, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (await store.ProfileAsync(cancellationToken) is not { IsSample: true })
        {
            return new Core.Fault("DB-030", "This is not the sample company: its records are its own and are not laid out anew. The sample lives in a data folder of its own.");
        }

        await using var bulk = await store.BulkAsync(cancellationToken);
        foreach (var type in CompanyModel.EntityTypes.Reverse())
        {
            var table = bulk.Context.Model.FindEntityType(type)!.GetTableName();
#pragma warning disable EF1003 // the name is the model's own
            await bulk.Context.Database.ExecuteSqlRawAsync("DELETE FROM \"" + table + "\"", cancellationToken);
#pragma warning restore EF1003
        }

        return await WriteAsync(bulk, day, cancellationToken);
    }

    private static async Task<int> WriteAsync(BulkWriter bulk, DateOnly day, CancellationToken cancellationToken)
    {
        var count = await bulk.InsertAllAsync(SampleCompany.Generate(day).Tables.SelectMany(table => table), cancellationToken);
        await bulk.CommitAsync(cancellationToken);
        return count;
    }
}
