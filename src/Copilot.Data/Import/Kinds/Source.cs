namespace Copilot.Data.Import;

/// <summary>Where a column of a table gets its value from.</summary>
internal abstract record Source
{
    /// <summary>A field of the row.</summary>
    public static implicit operator Source(Field field) => new FieldSource(field);
}

/// <summary>A field of the row; for a table whose records span several rows, of the first of them.</summary>
internal sealed record FieldSource(Field Field) : Source;

/// <summary>A value over all rows of the record.</summary>
internal sealed record GroupSource(Field Field, GroupRule Rule) : Source;

/// <summary>The key of a row of another table, found by its natural key.</summary>
internal sealed record LookupSource(Type Entity, params (string Property, Source Value)[] Key) : Source
{
    /// <summary>By one property.</summary>
    public static LookupSource By<TEntity>(string property, Field field)
        where TEntity : Core.Entity => new(typeof(TEntity), (property, new FieldSource(field)));
}

/// <summary>The same value for all.</summary>
internal sealed record ConstantSource(object Value) : Source;

/// <summary>How a record's value comes from its rows.</summary>
internal enum GroupRule
{
    /// <summary>The largest.</summary>
    Largest,

    /// <summary>The smallest.</summary>
    Smallest,

    /// <summary>The largest if every row has one, else nothing.</summary>
    LargestOfAll,

    /// <summary>All added up.</summary>
    Sum,
}

/// <summary>The first of several that is known.</summary>
internal sealed record FirstSource(params Source[] Sources) : Source;

/// <summary>A column of the row of another table that is found by its key.</summary>
internal sealed record ColumnSource(Type Entity, string Property, Source Id) : Source;

/// <summary>A value; where it is missing and another stands in, what is stored already stays, and only a new row takes the stand-in.</summary>
internal sealed record StickySource(Field Value, Field StandIn) : Source;

/// <summary>A value; where it is missing, what is stored follows another column for as long as both are the same: what is open in full stays so when the amount is corrected.</summary>
internal sealed record FollowSource(Field Value, string FollowedProperty, Field Followed) : Source;
