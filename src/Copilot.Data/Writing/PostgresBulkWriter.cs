using System.Linq.Expressions;
using Copilot.Core;
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
        var read = Reader(shape);
        var types = shape.Columns.Select(column => column.StoreType).ToArray();
        await using var copy = await Connection.BeginBinaryImportAsync($"COPY {shape.Quoted} ({shape.QuotedColumns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        var count = 0;
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            var values = read(row);
            for (var index = 0; index < values.Length; index++)
            {
                if (values[index] is { } value)
                {
                    await copy.WriteAsync(value, types[index], cancellationToken);
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

    // one delegate for a whole row
    private static Func<TEntity, object?[]> Reader<TEntity>(TableShape<TEntity> shape)
        where TEntity : Entity
    {
        var values = shape.Columns.Select(column =>
        {
            Expression boxed = Expression.Convert(column.Value, typeof(object));
            return column.IsNull is null ? boxed : Expression.Condition(column.IsNull, Expression.Constant(null, typeof(object)), boxed);
        });
        return Expression.Lambda<Func<TEntity, object?[]>>(Expression.NewArrayInit(typeof(object), values), shape.Row).Compile();
    }
}
