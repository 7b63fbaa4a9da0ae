namespace Copilot.Data.Import;

/// <summary>How the columns of a file become the fields of a kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Uses">Columns in use.</param>
/// <param name="Constants">Fields with the same value in every row, and where that comes from.</param>
internal sealed record TableMap(ImportKind Kind, IReadOnlyList<ColumnUse> Uses, IReadOnlyDictionary<Field, string> Constants)
{
    /// <summary>Near misses: a heading that may be meant for a field, with its likeness.</summary>
    public IReadOnlyList<(int Column, string Header, Field Field, double Likeness)> Doubtful { get; init; } = [];

    /// <summary>Headings that no field wants.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];

    /// <summary>Whether a field has a column or a constant.</summary>
    public bool Gives(Field field) => Constants.ContainsKey(field) || Uses.Any(use => use.Field == field);

    /// <summary>Required fields that nothing fills.</summary>
    public IEnumerable<Field> Missing => Kind.Fields.Where(wanted => wanted.Required && !Gives(wanted));

    /// <summary>Whether one of the alternatives is given.</summary>
    public bool LacksAlternative => Kind.OneOf.Count > 0 && !Kind.OneOf.Any(Gives);
}
