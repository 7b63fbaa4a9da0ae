using System.Globalization;

namespace Copilot.Core;

/// <summary>A cell of a table, typed so that an export keeps numbers as numbers and dates as dates.</summary>
public abstract record Cell
{
    /// <summary>A text; nothing for null.</summary>
    public static implicit operator Cell(string? text) => new TextCell(text ?? "");

    /// <summary>A number with its unit.</summary>
    public static implicit operator Cell(Measure measure) => new NumberCell(measure);

    /// <summary>Money.</summary>
    public static implicit operator Cell(Money money) => new NumberCell(Measure.Of(money));

    /// <summary>A day; empty for null.</summary>
    public static implicit operator Cell(DateOnly? day) => day is { } value ? new DateCell(value) : new TextCell("");

    /// <summary>A day.</summary>
    public static implicit operator Cell(DateOnly day) => new DateCell(day);

    /// <summary>A document's number, which a click or a question can open.</summary>
    public static Cell Document(string number) => new DocumentCell(number);

    /// <summary>The cell as every door shows it: amounts with their currency, days as 2026-11-20.</summary>
    public sealed override string ToString() => this switch
    {
        TextCell text => text.Text,
        DocumentCell document => document.Number,
        DateCell date => date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        NumberCell number => number.Value.ToString(),
        _ => throw new InvalidOperationException($"Cell {GetType().Name} has no wording."),
    };
}

/// <summary>A text.</summary>
public sealed record TextCell(string Text) : Cell;

/// <summary>A number with its unit.</summary>
public sealed record NumberCell(Measure Value) : Cell;

/// <summary>A day.</summary>
public sealed record DateCell(DateOnly Day) : Cell;

/// <summary>A document's number.</summary>
public sealed record DocumentCell(string Number) : Cell;
