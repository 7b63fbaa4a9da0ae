namespace Copilot.Data.Import;

/// <summary>What a field holds, and so how its text is read.</summary>
internal enum FieldType
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>A number or code that is text: leading zeros stay.</summary>
    Key,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A day with or without a time.</summary>
    Instant,

    /// <summary>An amount in the row's currency.</summary>
    Money,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number with decimals.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>One word of a list.</summary>
    Choice,

    /// <summary>A currency.</summary>
    Currency,

    /// <summary>A country, kept as its two letters.</summary>
    Country,

    /// <summary>A row of another table, by number or name; made when it is not known.</summary>
    Reference,

    /// <summary>A document that must be known: by its number.</summary>
    Document,
}
