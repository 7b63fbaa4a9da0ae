using System.Diagnostics.CodeAnalysis;
using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>Puts the sample company into a store, and moves it to another day.</summary>
public static class SampleInstaller
{
    /// <summary>
    /// Fills a store that holds no company yet with the sample, laid out to that day, all at once or not at all. Returns how many records were
    /// written; a fault where there is a company already.
    /// </summary>
    public static async Task<Result<int>> InstallAsync(CompanyStore store, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using var writer = await store.BulkAsync(cancellationToken);
        if (await ProfileAsync(writer, cancellationToken) is { } company)
        {
            return SampleFaults.CompanyIsThere(company.Name);
        }

        return await WriteAsync(store, writer, day, cancellationToken);
    }

    /// <summary>
    /// Replaces the records of the sample by those laid out to that day, all at once or not at all. Returns how many records were written; a
    /// fault where the records are not the sample's.
    /// </summary>
    public static async Task<Result<int>> RefreshAsync(CompanyStore store, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        await using var writer = await store.BulkAsync(cancellationToken);
        var company = await ProfileAsync(writer, cancellationToken);
        if (company is not { IsSample: true })
        {
            return SampleFaults.NotTheSample(company?.Name);
        }

        await EmptyAsync(writer.Context, cancellationToken);
        return await WriteAsync(store, writer, day, cancellationToken);
    }

    private static Task<CompanyProfile?> ProfileAsync(BulkWriter writer, CancellationToken cancellationToken) =>
        writer.Context.Companies.AsNoTracking().OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken);

    private static async Task<Result<int>> WriteAsync(CompanyStore store, BulkWriter writer, DateOnly day, CancellationToken cancellationToken)
    {
        var records = Sample.SampleCompany.Generate(day);
        var count = await writer.InsertAllAsync(records.Tables.SelectMany(table => table), cancellationToken);
        await writer.CommitAsync(cancellationToken);
        await Sample.SampleOriginals.WriteAsync(new DirectoryInfo(Path.Combine(store.Options.DataFolder.FullName, DataFolder.Invoices)), records, cancellationToken);
        return count;
    }

    [SuppressMessage("Security", "EF1002:Risk of vulnerability to SQL injection", Justification = "The names come from the model, nothing from outside")]
    private static async Task EmptyAsync(CompanyContext context, CancellationToken cancellationToken)
    {
        foreach (var type in CompanyModel.EntityTypes.Reverse())
        {
            var entity = context.Model.FindEntityType(type)!;
            var table = entity.GetSchema() is { } schema ? $"\"{schema}\".\"{entity.GetTableName()}\"" : $"\"{entity.GetTableName()}\"";

            // rows that refer to rows of their own table would hold each other
            foreach (var property in entity.GetForeignKeys().Where(key => key.PrincipalEntityType == entity).SelectMany(key => key.Properties))
            {
                await context.Database.ExecuteSqlRawAsync($"UPDATE {table} SET \"{property.GetColumnName()}\" = NULL", cancellationToken);
            }

            await context.Database.ExecuteSqlRawAsync($"DELETE FROM {table}", cancellationToken);
        }
    }
}
