namespace Copilot.Core;

/// <summary>A piece of an answer. Renderers turn it into a card, Markdown or JSON; no function does.</summary>
public abstract record Block;

/// <summary>A sentence or two.</summary>
/// <param name="Text">Plain words; figures in it also stand as <see cref="Fact"/>s.</param>
/// <param name="Tone">How to take it.</param>
public sealed record TextBlock(string Text, Tone Tone = Tone.Plain) : Block;

/// <summary>How a text is meant.</summary>
public enum Tone
{
    /// <summary>A statement.</summary>
    Plain,

    /// <summary>Good news.</summary>
    Good,

    /// <summary>To be seen to.</summary>
    Warning,

    /// <summary>A side remark.</summary>
    Note,
}

/// <summary>Named figures or texts.</summary>
/// <param name="Facts">The facts, most important first.</param>
public sealed record FactsBlock(IReadOnlyList<Fact> Facts) : Block;

/// <summary>A named figure or text: exactly one of the two.</summary>
public sealed record Fact
{
    /// <summary>A figure under its own label.</summary>
    public Fact(Figure figure) => (Label, Figure) = (figure.Label, figure);

    /// <summary>A text.</summary>
    public Fact(string label, string text) => (Label, Text) = (label, text);

    /// <summary>The label.</summary>
    public string Label { get; }

    /// <summary>The figure, when it is one.</summary>
    public Figure? Figure { get; }

    /// <summary>The text, when it is one.</summary>
    public string? Text { get; }
}

/// <summary>A table: the rows shown, how many there are in all, and a way to stream all of them for an export.</summary>
/// <param name="Key">Name within the answer.</param>
/// <param name="Title">Heading.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows shown, in the order that matters.</param>
/// <param name="TotalRows">How many rows there are in all.</param>
/// <param name="EmptyText">What to say when there are none.</param>
/// <param name="All">Reads all rows, in the same order; valid while the read session of the answer is open. None when <see cref="Rows"/> are all.</param>
public sealed record TableBlock(
    string Key,
    string Title,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<Row> Rows,
    long TotalRows,
    string EmptyText,
    Func<CancellationToken, IAsyncEnumerable<Row>>? All = null) : Block;

/// <summary>A column of a table.</summary>
/// <param name="Key">Name in exports and JSON, snake_case.</param>
/// <param name="Header">Heading.</param>
/// <param name="AlignRight">For numbers.</param>
public sealed record Column(string Key, string Header, bool AlignRight = false);

/// <summary>A row of a table.</summary>
/// <param name="Cells">One a column.</param>
/// <param name="Tone">How to take it.</param>
public sealed record Row(IReadOnlyList<Cell> Cells, Tone Tone = Tone.Plain);

/// <summary>A chart of the same figures as a table beside it.</summary>
/// <param name="Kind">Its form.</param>
/// <param name="Title">Heading.</param>
/// <param name="Unit">What the points count.</param>
/// <param name="Currency">Currency of money.</param>
/// <param name="Points">The points in order.</param>
public sealed record ChartBlock(ChartKind Kind, string Title, Unit Unit, CurrencyCode? Currency, IReadOnlyList<ChartPoint> Points) : Block;

/// <summary>The forms of a chart.</summary>
public enum ChartKind
{
    /// <summary>Upright bars.</summary>
    VerticalBar,

    /// <summary>Lying bars.</summary>
    HorizontalBar,

    /// <summary>A line over time.</summary>
    Line,

    /// <summary>Shares of a whole.</summary>
    Donut,
}

/// <summary>A point of a chart.</summary>
public sealed record ChartPoint(string Label, decimal Value);
