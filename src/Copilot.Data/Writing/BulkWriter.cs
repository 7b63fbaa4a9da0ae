using Copilot.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Copilot.Data;

/// <summary>
/// Writes many rows inside one transaction, past the change tracker, with what the model says about tables and columns. Rows get version 1 and
/// folded names; a row without a key is given the next. Nothing is kept unless <see cref="CommitAsync"/> is called.
/// </summary>
internal abstract class BulkWriter(CompanyContext context, IDbContextTransaction transaction) : IAsyncDisposable
{
    private readonly Dictionary<Type, object> _shapes = [];
    private readonly Dictionary<Type, int> _lastIds = [];

    /// <summary>The context whose transaction this is: for reads and small changes beside the bulk.</summary>
    public CompanyContext Context => context;

    /// <summary>Inserts rows; those they refer to are inserted before them (the order of <see cref="CompanyModel.EntityTypes"/>). Returns how many.</summary>
    public async Task<int> InsertAsync<TEntity>(IEnumerable<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : Entity
    {
        var shape = Shape<TEntity>();
        if (!_lastIds.TryGetValue(typeof(TEntity), out var last))
        {
            await ClaimAsync(shape, cancellationToken);
            last = await LastIdAsync(shape, cancellationToken);
        }

        var before = last;
        var count = await WriteAsync(shape, Stamped(), cancellationToken);
        _lastIds[typeof(TEntity)] = last;
        if (last > before)
        {
            await KeysUsedAsync(shape, last, cancellationToken);
        }

        return count;

        IEnumerable<TEntity> Stamped()
        {
            foreach (var row in rows)
            {
                if (shape.IdOf(row) == 0)
                {
                    shape.SetId(row, checked(last + 1));
                }

                last = Math.Max(last, shape.IdOf(row));
                row.Version = 1;
                FoldedNames.Fill(row);
                yield return row;
            }
        }
    }

    /// <summary>Inserts rows of any types, ordered so that parents come before children.</summary>
    public async Task<int> InsertAllAsync(IEnumerable<Entity> rows, CancellationToken cancellationToken)
    {
        var byType = rows.ToLookup(row => row.GetType());
        var count = 0;
        foreach (var type in CompanyModel.EntityTypes.Where(byType.Contains))
        {
            count += await AnyInsert.Of(type).InsertAsync(this, byType[type], cancellationToken);
        }

        return count;
    }

    /// <summary>Makes everything written permanent, at once.</summary>
    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    /// <summary>Ends the writing; what was not committed is undone.</summary>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await context.DisposeAsync();
    }

    /// <summary>Keeps others from adding rows to the table until the end: keys are counted here.</summary>
    protected abstract Task ClaimAsync<TEntity>(TableShape<TEntity> shape, CancellationToken cancellationToken)
        where TEntity : Entity;

    /// <summary>Writes the rows into their table and returns their number.</summary>
    protected abstract Task<int> WriteAsync<TEntity>(TableShape<TEntity> shape, IEnumerable<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : Entity;

    /// <summary>Tells the database which keys are taken.</summary>
    protected abstract Task KeysUsedAsync<TEntity>(TableShape<TEntity> shape, int last, CancellationToken cancellationToken)
        where TEntity : Entity;

    private TableShape<TEntity> Shape<TEntity>()
        where TEntity : Entity
    {
        if (!_shapes.TryGetValue(typeof(TEntity), out var shape))
        {
            _shapes[typeof(TEntity)] = shape = new TableShape<TEntity>(context.Model);
        }

        return (TableShape<TEntity>)shape;
    }

    private async Task<int> LastIdAsync<TEntity>(TableShape<TEntity> shape, CancellationToken cancellationToken)
        where TEntity : Entity
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        command.CommandText = $"SELECT COALESCE(MAX(\"Id\"), 0) FROM {shape.Quoted}";
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Calls the typed insert for a type known at run time.</summary>
    private abstract class AnyInsert
    {
        public static AnyInsert Of(Type type) => (AnyInsert)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(type))!;

        public abstract Task<int> InsertAsync(BulkWriter writer, IEnumerable<Entity> rows, CancellationToken cancellationToken);

        private sealed class Typed<TEntity> : AnyInsert
            where TEntity : Entity
        {
            public override Task<int> InsertAsync(BulkWriter writer, IEnumerable<Entity> rows, CancellationToken cancellationToken) =>
                writer.InsertAsync(rows.Cast<TEntity>(), cancellationToken);
        }
    }
}
