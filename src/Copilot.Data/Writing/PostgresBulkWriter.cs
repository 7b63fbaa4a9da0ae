using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Copilot.Data;

/// <summary>Binary COPY into each table.</summary>
internal sealed class PostgresBulkWriter(PostgresCompanyContext context, IDbContextTransaction transaction) : BulkWriter(context, transaction)
{
    private NpgsqlConnection Connection => (NpgsqlConnection)Context.Database.GetDbConnection();

    /// <inheritdoc/>
    protected override async Task ClaimAsync<TEntity>(TableShape<TEntity> shape, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"LOCK TABLE {shape.Quoted} IN SHARE ROW EXCLUSIVE MODE", Connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task<int> WriteAsync<TEntity>(TableShape<TEntity> shape, IEnumerable<TEntity> rows, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", shape.Columns.Select(column => $"\"{column.Name}\""));
        await using var copy = await Connection.BeginBinaryImportAsync($"COPY {shape.Quoted} ({names}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        var count = 0;
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            foreach (var column in shape.Columns)
            {
                if (column.Read(row) is { } value)
                {
                    await copy.WriteAsync(value, column.StoreType, cancellationToken);
                }
                else
                {
                    await copy.WriteNullAsync(cancellationToken);
                }
            }

            count++;
        }

        await copy.CompleteAsync(cancellationToken);
        return count;
    }

    /// <inheritdoc/>
    protected override async Task KeysUsedAsync<TEntity>(TableShape<TEntity> shape, int last, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"SELECT setval(pg_get_serial_sequence('{shape.Quoted}', 'Id'), {last})", Connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
