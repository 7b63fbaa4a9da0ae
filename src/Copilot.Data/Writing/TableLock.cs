using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Data;

/// <summary>Locks a table until the end of the transaction. SQLite has one writer anyway.</summary>
internal static class TableLock
{
    /// <summary>Keeps out everybody else who writes and locks; reading goes on.</summary>
    public static Task AloneAsync<TEntity>(CompanyContext context, CancellationToken cancellationToken)
        where TEntity : Entity => LockAsync<TEntity>(context, "SHARE ROW EXCLUSIVE", cancellationToken);

    /// <summary>Keeps out those who lock it alone.</summary>
    public static Task ShareAsync<TEntity>(CompanyContext context, CancellationToken cancellationToken)
        where TEntity : Entity => LockAsync<TEntity>(context, "ROW EXCLUSIVE", cancellationToken);

    private static Task LockAsync<TEntity>(CompanyContext context, string mode, CancellationToken cancellationToken)
        where TEntity : Entity
    {
        if (context is not PostgresCompanyContext)
        {
            return Task.CompletedTask;
        }

        var table = context.Model.FindEntityType(typeof(TEntity))!;
#pragma warning disable EF1002 // the names are the model's own
        return context.Database.ExecuteSqlRawAsync($"LOCK TABLE \"{table.GetSchema()}\".\"{table.GetTableName()}\" IN {mode} MODE", cancellationToken);
#pragma warning restore EF1002
    }
}
