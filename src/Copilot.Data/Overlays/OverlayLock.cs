using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>
/// An import lays changes off, writes and lays them on again: no effect may come between. SQLite has one writer anyway; on PostgreSQL the table of
/// overlays is locked until the end of the transaction, shared by effects, alone by an import.
/// </summary>
internal static class OverlayLock
{
    private const string Table = $"\"{StoreSchemas.Company}\".\"Overlays\"";

    /// <summary>Keeps imports out.</summary>
    public static Task ShareAsync(CompanyContext context, CancellationToken cancellationToken) => LockAsync(context, $"LOCK TABLE {Table} IN ROW EXCLUSIVE MODE", cancellationToken);

    /// <summary>Keeps effects and other imports out.</summary>
    public static Task AloneAsync(CompanyContext context, CancellationToken cancellationToken) => LockAsync(context, $"LOCK TABLE {Table} IN SHARE ROW EXCLUSIVE MODE", cancellationToken);

    private static Task LockAsync(CompanyContext context, string sql, CancellationToken cancellationToken) =>
        context is PostgresCompanyContext ? context.Database.ExecuteSqlRawAsync(sql, cancellationToken) : Task.CompletedTask;
}
