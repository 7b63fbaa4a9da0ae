using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>A table over rows of one type: each column is named together with the way its cell is made, so that heading and cell cannot drift apart.</summary>
internal sealed class Grid<T>(string key, string title)
{
    private readonly List<Column> _columns = [];
    private readonly List<Func<T, Cell>> _cells = [];
    private Func<T, Tone> _tone = _ => Tone.Plain;

    /// <summary>A column of texts.</summary>
    public Grid<T> Text(string columnKey, string header, Func<T, string?> cell) => Add(columnKey, header, alignRight: false, row => cell(row));

    /// <summary>A column of document numbers, which a click or a question can open; an absent one is blank.</summary>
    public Grid<T> Document(string columnKey, string header, Func<T, string?> cell) =>
        Add(columnKey, header, alignRight: false, row => cell(row) is { Length: > 0 } number ? Cell.Document(number) : "");

    /// <summary>A column of days; an absent one is blank.</summary>
    public Grid<T> Day(string columnKey, string header, Func<T, DateOnly?> cell) => Add(columnKey, header, alignRight: false, row => cell(row));

    /// <summary>A column of amounts; an absent one is blank.</summary>
    public Grid<T> Amount(string columnKey, string header, Func<T, Money?> cell) => Add(columnKey, header, alignRight: true, row => cell(row) is { } money ? money : "");

    /// <summary>A column of numbers; an absent one is blank.</summary>
    public Grid<T> Number(string columnKey, string header, Func<T, Measure?> cell) => Add(columnKey, header, alignRight: true, row => cell(row) is { } measure ? measure : "");

    /// <summary>How each row is to be taken.</summary>
    public Grid<T> Toned(Func<T, Tone> tone)
    {
        _tone = tone;
        return this;
    }

    /// <summary>The table of some rows out of <paramref name="totalRows"/>, with a way to read all of them.</summary>
    public TableBlock Show(IReadOnlyList<T> rows, long totalRows, string emptyText, Func<CancellationToken, IAsyncEnumerable<T>>? all = null) =>
        new(key, title, _columns, [.. rows.Select(ToRow)], totalRows, emptyText, all is null || rows.Count == totalRows ? null : token => all(token).Select(ToRow));

    /// <summary>The table of the first rows of a list that is wholly in memory.</summary>
    public TableBlock Top(IReadOnlyList<T> rows, int limit, string emptyText) =>
        Show([.. rows.Take(limit)], rows.Count, emptyText, _ => rows.ToAsyncEnumerable());

    private Grid<T> Add(string columnKey, string header, bool alignRight, Func<T, Cell> cell)
    {
        _columns.Add(new Column(columnKey, header, alignRight));
        _cells.Add(cell);
        return this;
    }

    private Row ToRow(T row) => new([.. _cells.Select(cell => cell(row))], _tone(row));
}
