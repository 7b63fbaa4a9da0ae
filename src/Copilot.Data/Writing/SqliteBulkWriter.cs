using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Copilot.Data;

/// <summary>One prepared INSERT for each table.</summary>
internal sealed class SqliteBulkWriter(SqliteCompanyContext context, IDbContextTransaction transaction) : BulkWriter(context, transaction)
{
    /// <inheritdoc/>
    /// <remarks>A file has one writer at a time, and this transaction is it.</remarks>
    protected override Task ClaimAsync<TEntity>(TableShape<TEntity> shape, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override Task<int> WriteAsync<TEntity>(TableShape<TEntity> shape, IEnumerable<TEntity> rows, CancellationToken cancellationToken)
    {
        var columns = shape.Columns;
        using var command = (SqliteCommand)Context.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction?)Context.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = $"INSERT INTO {shape.Quoted} ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) "
            + $"VALUES ({string.Join(", ", columns.Select((_, index) => $"$p{index}"))})";
        var parameters = columns.Select((_, index) => command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{index}" })).ToArray();
        command.Prepare();
        var count = 0;
        foreach (var row in rows)
        {
            for (var index = 0; index < parameters.Length; index++)
            {
                parameters[index].Value = columns[index].Read(row) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
            if ((++count & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return Task.FromResult(count);
    }

    /// <inheritdoc/>
    protected override Task KeysUsedAsync<TEntity>(TableShape<TEntity> shape, int last, CancellationToken cancellationToken) => Task.CompletedTask;
}
