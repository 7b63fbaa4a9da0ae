using System.Linq.Expressions;
using System.Reflection;
using Copilot.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Copilot.Data;

/// <summary>How rows of one entity are written: its table and, for each column, a compiled read of the stored form of the value.</summary>
internal sealed class TableShape<TEntity>
    where TEntity : Entity
{
    private readonly Func<TEntity, int> _getId;
    private readonly Action<TEntity, int> _setId;

    /// <summary>The shape as the model lays it out.</summary>
    public TableShape(IModel model)
    {
        var entity = model.FindEntityType(typeof(TEntity)) ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is no table of this store.");
        var table = entity.GetTableMappings().Single().Table;
        (Schema, Name) = (table.Schema, table.Name);
        Columns = [.. entity.GetProperties().Select(property => (property, Column: property.GetTableColumnMappings().Single().Column)).Select(pair => Column(pair.property, pair.Column))];
        var row = Expression.Parameter(typeof(TEntity));
        var id = Expression.Property(row, "Id");
        var number = Expression.Parameter(typeof(int));
        _getId = Expression.Lambda<Func<TEntity, int>>(Expression.Property(id, "Value"), row).Compile();
        _setId = Expression.Lambda<Action<TEntity, int>>(Expression.Assign(id, Expression.New(id.Type.GetConstructor([typeof(int)])!, number)), row, number).Compile();
    }

    /// <summary>Schema, where the database has such.</summary>
    public string? Schema { get; }

    /// <summary>Table name.</summary>
    public string Name { get; }

    /// <summary>Columns in the model's order.</summary>
    public IReadOnlyList<ColumnShape<TEntity>> Columns { get; }

    /// <summary>The table's name as it stands in a statement.</summary>
    public string Quoted => Schema is null ? $"\"{Name}\"" : $"\"{Schema}\".\"{Name}\"";

    /// <summary>The row's key; nought when it has none yet.</summary>
    public int IdOf(TEntity row) => _getId(row);

    /// <summary>Gives the row its key.</summary>
    public void SetId(TEntity row, int id) => _setId(row, id);

    private static ColumnShape<TEntity> Column(IProperty property, IColumn column)
    {
        var row = Expression.Parameter(typeof(TEntity));
        var member = Expression.Property(row, (PropertyInfo)property.PropertyInfo!);
        var underlying = Nullable.GetUnderlyingType(member.Type);
        Expression value = underlying is null ? member : Expression.Property(member, "Value");
        if (property.GetTypeMapping().Converter is { } converter)
        {
            var lambda = converter.ConvertToProviderExpression;
            var source = lambda.Parameters[0].Type == value.Type ? value : Expression.Convert(value, lambda.Parameters[0].Type);
            value = Expression.Invoke(lambda, source);
        }

        Expression boxed = Expression.Convert(value, typeof(object));
        var isNull = underlying is not null ? Expression.Not(Expression.Property(member, "HasValue"))
            : member.Type.IsValueType ? null
            : (Expression)Expression.Equal(member, Expression.Constant(null, member.Type));
        if (isNull is not null)
        {
            boxed = Expression.Condition(isNull, Expression.Constant(null, typeof(object)), boxed);
        }

        return new ColumnShape<TEntity>(column.Name, column.StoreType, Expression.Lambda<Func<TEntity, object?>>(boxed, row).Compile());
    }
}

/// <summary>One column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="StoreType">Its type in the database.</param>
/// <param name="Read">The stored form of a row's value.</param>
internal sealed record ColumnShape<TEntity>(string Name, string StoreType, Func<TEntity, object?> Read);
