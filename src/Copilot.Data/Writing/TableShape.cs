using System.Linq.Expressions;
using Copilot.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Copilot.Data;

/// <summary>How rows of one entity are written: its table and, for each column, an expression that reads the stored form of the value.</summary>
internal sealed class TableShape<TEntity>
    where TEntity : Entity
{
    private readonly Func<TEntity, int> _getId;
    private readonly Action<TEntity, int> _setId;

    /// <summary>The shape as the model lays it out.</summary>
    public TableShape(IModel model)
    {
        var entity = model.FindEntityType(typeof(TEntity)) ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is no table of this store.");
        (Schema, Name) = (entity.GetSchema(), entity.GetTableName()!);
        Columns = [.. entity.GetProperties().Select(Column)];
        var id = Expression.Property(Row, "Id");
        var number = Expression.Parameter(typeof(int));
        _getId = Expression.Lambda<Func<TEntity, int>>(Expression.Property(id, "Value"), Row).Compile();
        _setId = Expression.Lambda<Action<TEntity, int>>(Expression.Assign(id, Expression.New(id.Type.GetConstructor([typeof(int)])!, number)), Row, number).Compile();
    }

    /// <summary>The row in the columns' expressions.</summary>
    public ParameterExpression Row { get; } = Expression.Parameter(typeof(TEntity), "row");

    /// <summary>Schema, where the database has such.</summary>
    public string? Schema { get; }

    /// <summary>Table name.</summary>
    public string Name { get; }

    /// <summary>Columns in the model's order.</summary>
    public IReadOnlyList<ColumnShape> Columns { get; }

    /// <summary>The table's name as it stands in a statement.</summary>
    public string Quoted => Schema is null ? $"\"{Name}\"" : $"\"{Schema}\".\"{Name}\"";

    /// <summary>The columns' names as they stand in a statement.</summary>
    public string QuotedColumns => string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));

    /// <summary>The row's key; nought when it has none yet.</summary>
    public int IdOf(TEntity row) => _getId(row);

    /// <summary>Gives the row its key.</summary>
    public void SetId(TEntity row, int id) => _setId(row, id);

    private ColumnShape Column(IProperty property)
    {
        var member = Expression.Property(Row, property.PropertyInfo!);
        var underlying = Nullable.GetUnderlyingType(member.Type);
        Expression value = underlying is null ? member : Expression.Property(member, "Value");
        if (property.GetTypeMapping().Converter is { } converter)
        {
            value = Expression.Invoke(converter.ConvertToProviderExpression, value);
        }

        Expression? isNull = underlying is not null ? Expression.Not(Expression.Property(member, "HasValue"))
            : member.Type.IsValueType ? null
            : Expression.Equal(member, Expression.Constant(null, member.Type));
        return new ColumnShape(property.GetColumnName(), property.GetColumnType(), value, isNull);
    }
}

/// <summary>One column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="StoreType">Its type in the database.</param>
/// <param name="Value">The stored form of a row's value, where there is one.</param>
/// <param name="IsNull">Whether there is none; nothing where there always is one.</param>
internal sealed record ColumnShape(string Name, string StoreType, Expression Value, Expression? IsNull);
