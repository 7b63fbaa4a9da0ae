using Copilot.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Copilot.Data.Import;

/// <summary>A table of the store as the model lays it out: quoted names, which columns may be empty, and values as they stand in a statement.</summary>
internal sealed class EntityTable
{
    private readonly IEntityType _entity;
    private readonly CurrencyCode _baseCurrency;

    public EntityTable(CompanyContext context, Type entity, CurrencyCode baseCurrency)
    {
        _entity = context.Model.FindEntityType(entity) ?? throw new InvalidOperationException($"{entity.Name} is no table of this store.");
        _baseCurrency = baseCurrency;
        var schema = _entity.GetSchema();
        BareName = _entity.GetTableName()!;
        Name = schema is null ? $"\"{_entity.GetTableName()}\"" : $"\"{schema}\".\"{_entity.GetTableName()}\"";
    }

    /// <summary>The table's name, quoted.</summary>
    public string Name { get; }

    /// <summary>The table's name alone.</summary>
    public string BareName { get; }

    /// <summary>Properties that a row needs a value for.</summary>
    public IEnumerable<string> Needed => _entity.GetProperties().Where(property => !property.IsNullable && property.Name is not ("Id" or nameof(Entity.Version))).Select(property => property.Name);

    /// <summary>A column's name, quoted.</summary>
    public string Column(string property) => $"\"{Find(property).GetColumnName()}\"";

    /// <summary>Whether it may be empty.</summary>
    public bool IsNullable(string property) => Find(property).IsNullable;

    /// <summary>A value as it stands in a statement.</summary>
    public string Literal(string property, object value) => Find(property).GetRelationalTypeMapping().GenerateSqlLiteral(value);

    /// <summary>A value that was read as text, as it stands in a statement.</summary>
    public string Raw(string property, string? raw) => raw is null ? "NULL" : $"CAST('{raw.Replace("'", "''", StringComparison.Ordinal)}' AS {Find(property).GetColumnType()})";

    /// <summary>A value that the database gave as text, the same on both databases.</summary>
    public string Plain(string property, string text) => TypeOf(property) == typeof(bool) ? text is "true" or "1" ? "1" : "0" : text;

    /// <summary>The type of a property, also of one that may be empty.</summary>
    public Type TypeOf(string property) => Nullable.GetUnderlyingType(Find(property).ClrType) ?? Find(property).ClrType;

    /// <summary>What stands in a needed column when nothing else is known; nothing where no value can stand in.</summary>
    public string? Blank(string property)
    {
        var type = Find(property).ClrType;
        object? blank = type == typeof(CurrencyCode) ? _baseCurrency
            : type == typeof(string) ? ""
            : type == typeof(bool) ? false
            : type == typeof(int) ? 0
            : type == typeof(long) ? 0L
            : type == typeof(decimal) ? 0m
            : type.IsEnum ? Enum.GetValuesAsUnderlyingType(type).Length > 0 ? Enum.ToObject(type, 0) : null
            : null;
        return blank is null ? null : Literal(property, blank);
    }

    private IProperty Find(string property) => _entity.FindProperty(property) ?? throw new InvalidOperationException($"{_entity.DisplayName()} has no {property}.");
}
