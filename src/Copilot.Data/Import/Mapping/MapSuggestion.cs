namespace Copilot.Data.Import;

/// <summary>Settings that the values of a column ask for, for the saved map.</summary>
/// <param name="Use">The column.</param>
/// <param name="Remark">Why.</param>
internal sealed record MapSuggestion(ColumnUse Use, string Remark)
{
    /// <summary>Date order.</summary>
    public DateOrders Orders { get; init; }

    /// <summary>Decimal sign.</summary>
    public NumberSigns Sign { get; init; }

    /// <summary>Words that probably stand for nothing.</summary>
    public IReadOnlyList<string> Empty { get; init; } = [];

    /// <summary>Words whose meaning is to be filled in.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Digits to which a number is filled up.</summary>
    public int Width { get; init; }

    /// <summary>The column's settings with these added.</summary>
    public ColumnUse Apply(ColumnUse use) => use with
    {
        Orders = Orders == DateOrders.None ? use.Orders : Orders,
        Sign = Sign == NumberSigns.None ? use.Sign : Sign,
        Empty = Empty.Count == 0 ? use.Empty : use.Empty.Concat(Empty).ToHashSet(StringComparer.OrdinalIgnoreCase),
        Values = Values.Count == 0 ? use.Values : use.Values.Concat(Values.Select(word => KeyValuePair.Create(word, ""))).ToDictionary(StringComparer.OrdinalIgnoreCase),
        Width = Width == 0 ? use.Width : Width,
    };
}
