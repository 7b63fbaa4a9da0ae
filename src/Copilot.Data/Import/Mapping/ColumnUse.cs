namespace Copilot.Data.Import;

/// <summary>A column and the field it fills.</summary>
/// <param name="Column">Its place in the file.</param>
/// <param name="Header">Its heading.</param>
/// <param name="Field">The field.</param>
internal sealed record ColumnUse(int Column, string Header, Field Field)
{
    /// <summary>Words that stand for "nothing" in this column.</summary>
    public IReadOnlySet<string> Empty { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What values of the column mean; "*" is any other.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The date orders that the map names.</summary>
    public DateOrders Orders { get; init; }

    /// <summary>The decimal sign that the map names.</summary>
    public NumberSigns Sign { get; init; }

    /// <summary>Digits to which a number is filled up with leading zeros; nought for none.</summary>
    public int Width { get; init; }

    /// <summary>How the column was matched, for the proposal.</summary>
    public string How { get; init; } = "by the map";
}
