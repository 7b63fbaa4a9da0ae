using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>The row being read, with what was found wrong or odd about it. One object serves all rows of a file.</summary>
internal sealed class RowDraft(int fields, IRowFindings findings)
{
    private readonly Cell[] _cells = new Cell[fields];
    private readonly bool[] _fed = new bool[fields];

    /// <summary>Line of the file.</summary>
    public int Line { get; private set; }

    /// <summary>Whether something in it is wrong.</summary>
    public bool Wrong { get; private set; }

    /// <summary>The cells, in the order of the kind's fields.</summary>
    public ReadOnlySpan<Cell> Cells => _cells;

    /// <summary>Forgets the row before.</summary>
    public void Begin(int line)
    {
        (Line, Wrong) = (line, false);
        Array.Clear(_cells);
    }

    /// <summary>Says that the file or the map gives a field.</summary>
    public void Feed(Field field) => _fed[field.Index] = true;

    /// <summary>Whether the file or the map gives a field at all.</summary>
    public bool Fed(Field field) => _fed[field.Index];

    /// <summary>A cell, to be filled.</summary>
    public ref Cell Slot(Field field) => ref _cells[field.Index];

    /// <summary>Whether the row has a value.</summary>
    public bool Has(Field field) => _cells[field.Index].Known;

    /// <summary>The text; nothing when empty.</summary>
    public string? Text(Field field) => _cells[field.Index].Text;

    /// <summary>The whole number or amount in minor units; nothing when empty.</summary>
    public long? Number(Field field) => _cells[field.Index] is { Known: true } cell ? cell.Number : null;

    /// <summary>The number with decimals; nothing when empty.</summary>
    public decimal? Decimal(Field field) => _cells[field.Index] is { Known: true } cell ? cell.Decimal : null;

    /// <summary>The day; nothing when empty.</summary>
    public DateOnly? Day(Field field) => _cells[field.Index] is { Known: true } cell ? DateOnly.FromDayNumber((int)cell.Number) : null;

    /// <summary>Whether a flag is set.</summary>
    public bool Yes(Field field) => _cells[field.Index] is { Known: true, Number: 1 };

    /// <summary>The value of a choice; nothing when empty.</summary>
    public TEnum? Choice<TEnum>(Field field)
        where TEnum : struct, Enum => _cells[field.Index] is { Known: true, Text: { } text } ? Enum.Parse<TEnum>(text) : null;

    /// <summary>Sets a text.</summary>
    public void Set(Field field, string? text) => _cells[field.Index] = new Cell { Known = text is not null, Text = text };

    /// <summary>Sets a number.</summary>
    public void Set(Field field, long? number) => _cells[field.Index] = new Cell { Known = number is not null, Number = number ?? 0 };

    /// <summary>Sets a day.</summary>
    public void Set(Field field, DateOnly? day) => Set(field, (long?)day?.DayNumber);

    /// <summary>Sets a flag.</summary>
    public void Set(Field field, bool flag) => Set(field, flag ? 1 : 0);

    /// <summary>Sets a choice.</summary>
    public void Set<TEnum>(Field field, TEnum? value)
        where TEnum : struct, Enum => Set(field, value?.ToString());

    /// <summary>Takes a value over from another field.</summary>
    public void Copy(Field from, Field to) => _cells[to.Index] = _cells[from.Index];

    /// <summary>Something is wrong: the row is not taken.</summary>
    public void Fault(Field field, string value, string reason)
    {
        Wrong = true;
        findings.Fault(Line, field, value, reason);
    }

    /// <summary>Something is odd: the row is taken, and the person told. Findings with the same text are counted together.</summary>
    /// <param name="text">What, without this row's values.</param>
    /// <param name="example">This row's values.</param>
    public void Warn(string text, string example) => findings.Warn(text, Line, example);
}
