using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>A table that a kind writes: its natural key and where each column comes from.</summary>
internal sealed class Target
{
    private readonly List<TargetColumn> _columns = [];
    private readonly Dictionary<string, Source> _defaults = new(StringComparer.Ordinal);

    private Target(Type entity, string what) => (Entity, What) = (entity, what);

    /// <summary>The entity.</summary>
    public Type Entity { get; }

    /// <summary>Its rows in words: "invoices".</summary>
    public string What { get; }

    /// <summary>The natural key.</summary>
    public IReadOnlyList<(string Property, Source Source)> Keys { get; private set; } = [];

    /// <summary>Its other columns.</summary>
    public IReadOnlyList<TargetColumn> Columns => _columns;

    /// <summary>Values for columns that the file says nothing about.</summary>
    public IReadOnlyDictionary<string, Source> Defaults => _defaults;

    /// <summary>Only rows that have all of these.</summary>
    public IReadOnlyList<Field> Wants { get; private set; } = [];

    /// <summary>The fields by which several rows are one record; none when each row is one.</summary>
    public IReadOnlyList<Field> Groups { get; private set; } = [];

    /// <summary>Fields in which the rows of one record must not differ.</summary>
    public IReadOnlyList<Field> Agreed { get; private set; } = [];

    /// <summary>Statements run after all tables are written.</summary>
    public IReadOnlyList<Settlement> Settlements { get; private set; } = [];

    /// <summary>Begins a table.</summary>
    public static Target Of<TEntity>(string what)
        where TEntity : Entity => new(typeof(TEntity), what);

    /// <summary>Names the natural key.</summary>
    public Target Key(params (string Property, Source Source)[] keys)
    {
        Keys = keys;
        return this;
    }

    /// <summary>Fills a column.</summary>
    public Target Set(string property, Source source)
    {
        _columns.Add(new TargetColumn(property, source));
        return this;
    }

    /// <summary>Gives a column's value for new rows when the file says nothing.</summary>
    public Target Default(string property, object value) => Default(property, new ConstantSource(value));

    /// <summary>Gives a column's value for new rows when the file says nothing.</summary>
    public Target Default(string property, Source source)
    {
        _defaults[property] = source;
        return this;
    }

    /// <summary>Takes only rows that have all of these.</summary>
    public Target When(params Field[] fields)
    {
        Wants = fields;
        return this;
    }

    /// <summary>Takes rows with the same values of these as one record.</summary>
    public Target GroupBy(params Field[] fields)
    {
        Groups = fields;
        return this;
    }

    /// <summary>Rows of one record must not differ in these.</summary>
    public Target Agree(params Field[] fields)
    {
        Agreed = fields;
        return this;
    }

    /// <summary>Brings sums in line after everything is written.</summary>
    public Target Then(params Settlement[] settlements)
    {
        Settlements = settlements;
        return this;
    }
}

/// <summary>A column and its source.</summary>
/// <param name="Property">Property of the entity.</param>
/// <param name="Source">Where from.</param>
internal sealed record TargetColumn(string Property, Source Source);

/// <summary>A sum that is brought in line after an import.</summary>
internal enum Settlement
{
    /// <summary>An order's total is the sum of its lines.</summary>
    OrderTotals,

    /// <summary>An order that is no longer held has its holds released.</summary>
    OrderHolds,

    /// <summary>An invoice that is not settled is open less what was applied to it.</summary>
    OpenAmounts,

    /// <summary>What is open of an invoice, and left of a payment, follows from what was applied.</summary>
    AppliedAmounts,
}
