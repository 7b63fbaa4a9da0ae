using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace Copilot.Data;

/// <summary>One prepared INSERT for each table.</summary>
internal sealed class SqliteBulkWriter(SqliteCompanyContext context, IDbContextTransaction transaction) : BulkWriter(context, transaction)
{
    private const int RowsBetweenChecks = 4096;

    /// <inheritdoc/>
    /// <remarks>A file has one writer at a time, and this transaction is it.</remarks>
    protected override Task ClaimAsync<TEntity>(TableShape<TEntity> shape, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override Task<int> WriteAsync<TEntity>(TableShape<TEntity> shape, IEnumerable<TEntity> rows, CancellationToken cancellationToken)
    {
        var database = ((SqliteConnection)Context.Database.GetDbConnection()).Handle!;
        var bind = SqliteBinder.Compile(shape);
        var places = string.Join(", ", shape.Columns.Select(_ => "?"));
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v2(database, $"INSERT INTO {shape.Quoted} ({shape.QuotedColumns}) VALUES ({places})", out var statement), database);
        using (statement)
        {
            var count = 0;
            foreach (var row in rows)
            {
                bind(statement, row);
                if (raw.sqlite3_step(statement) is not raw.SQLITE_DONE)
                {
                    // the step's own code is a bare "error" until the statement is reset
                    SqliteException.ThrowExceptionForRC(raw.sqlite3_reset(statement), database);
                }

                _ = raw.sqlite3_reset(statement);
                if (++count % RowsBetweenChecks == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }
            }

            return Task.FromResult(count);
        }
    }

    /// <inheritdoc/>
    protected override Task KeysUsedAsync<TEntity>(TableShape<TEntity> shape, int last, CancellationToken cancellationToken) => Task.CompletedTask;
}
