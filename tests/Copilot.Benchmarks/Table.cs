using System.Globalization;
using Spectre.Console;

namespace Copilot.Benchmarks;

/// <summary>What was measured, with the target beside it.</summary>
internal sealed class Table
{
    private readonly Spectre.Console.Table _table = new Spectre.Console.Table().AddColumns("measured", "value", "unit", "target", "");

    /// <summary>A line; a target is met when the value is at most it.</summary>
    public void Add(string what, double value, string unit, double? target) => _table.AddRow(
        Markup.Escape(what),
        value.ToString("0.###", CultureInfo.InvariantCulture),
        unit,
        target is { } limit ? "≤ " + limit.ToString("0.###", CultureInfo.InvariantCulture) : "",
        target is null ? "" : value <= target ? "[green]met[/]" : "[red]missed[/]");

    /// <summary>A line in words.</summary>
    public void Add(string what, string value, string target) => _table.AddRow(Markup.Escape(what), Markup.Escape(value), "", Markup.Escape(target), "");

    /// <summary>Prints the table.</summary>
    public void Print()
    {
        // a log has no window: the lines are as wide as they need to be
        AnsiConsole.Profile.Width = Console.IsOutputRedirected ? 160 : AnsiConsole.Profile.Width;
        AnsiConsole.Write(_table);
    }
}
