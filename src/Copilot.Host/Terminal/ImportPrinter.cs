using Copilot.Data.Import;
using Spectre.Console;

namespace Copilot.Host.Terminal;

/// <summary>What became of an imported file, for people.</summary>
internal sealed class ImportPrinter(IAnsiConsole console)
{
    private const int FaultsShown = 25;
    private const int LinesShown = 8;
    private const int RowsWorthASpeed = 10_000;

    /// <summary>Prints the report of a file.</summary>
    public void Print(FileReport file)
    {
        console.MarkupLine($"[bold]{Markup.Escape(file.File)}[/] {Markup.Escape(file.Kind is { } kind ? $"as {kind}, " : "")}{Markup.Escape(file.Format)}");
        if (file.Outcome is FileOutcome.Refused or FileOutcome.Rehearsed || file.Mapping.Any(column => !column.Sure))
        {
            PrintMapping(file);
        }

        // a question says more than the fault that repeats it
        if (file.Fault is { } fault && file.Questions.All(question => question.Text != fault.Message))
        {
            console.MarkupLine($"[red]{Markup.Escape(fault.Message)}[/] [grey]({Markup.Escape(fault.Code)})[/]");
        }

        foreach (var question in file.Questions)
        {
            console.MarkupLine($"[yellow]{Markup.Escape(question.Text)}[/] [grey]({Markup.Escape(question.Code)})[/]");
            foreach (var answer in question.Answers)
            {
                console.MarkupLine($"   [blue]{Markup.Escape(answer)}[/]");
            }
        }

        PrintFaults(file);
        PrintWarnings(file);
        if (file.SavedMap is { } map)
        {
            console.MarkupLine($"A map to edit was saved: [blue]{Markup.Escape(map)}[/]. Pass it with --map.");
        }

        if (file.Confirmed + file.Overtaken + file.StillWaiting > 0)
        {
            console.MarkupLine(Markup.Escape($"Of what was confirmed here, the source now shows {file.Confirmed:N0} and has moved on from {file.Overtaken:N0}; {file.StillWaiting:N0} wait in it still: copilot handover export"));
        }

        console.MarkupLine(Summary(file));
    }

    private static string Summary(FileReport file)
    {
        var tables = string.Join("; ", file.Tables.Select(table => $"{table.Records}: {table.Inserted:N0} new, {table.Updated:N0} changed, {table.Unchanged:N0} the same"));
        var speed = $"{Rows(file.Rows)} in {file.Elapsed.TotalSeconds:0.0} s" + (file.Rows >= RowsWorthASpeed ? $", {file.RowsPerSecond:N0} rows/s" : "");
        var skipped = file.Skipped > 0 ? $", {file.Skipped:N0} left out" : "";
        return file.Outcome switch
        {
            FileOutcome.Taken => $"[green]Taken.[/] {Markup.Escape(tables)}{skipped}. [grey]{speed}[/]",
            FileOutcome.Rehearsed => $"[yellow]Dry run, nothing stored.[/] It would be: {Markup.Escape(tables)}{skipped}. [grey]{speed}[/]",
            FileOutcome.Refused => "[red]Nothing of this file was taken.[/]",
            _ => throw new InvalidOperationException($"Outcome {file.Outcome} has no words."),
        };
    }

    private static string Rows(long count) => count == 1 ? "1 row" : $"{count:N0} rows";

    private void PrintMapping(FileReport file)
    {
        if (file.Mapping.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("column", "taken for", "why", "read as");
        foreach (var column in file.Mapping.Where(column => column.Field is not null))
        {
            var asked = file.Questions.Any(question => question.Column == column.Column);
            table.AddRow(
                Markup.Escape(column.Column), Markup.Escape(column.Field!) + (column.Sure ? "" : " [yellow]?[/]"), Markup.Escape(column.How), asked ? "[yellow]asked below[/]" : Markup.Escape(column.Format));
        }

        console.Write(table);
        var unused = file.Mapping.Where(column => column.Field is null).Select(column => column.Column).ToArray();
        if (unused.Length > 0)
        {
            console.MarkupLine($"[grey]Not used: {Markup.Escape(string.Join(", ", unused))}.[/]");
        }
    }

    // a word that nobody knows comes a thousand times: it is said once, with where
    private void PrintFaults(FileReport file)
    {
        var groups = file.RowFaults.GroupBy(fault => (fault.Column, fault.Value, fault.Reason)).ToArray();
        foreach (var group in groups.Take(FaultsShown))
        {
            var lines = group.Select(fault => fault.Line).ToArray();
            var first = group.First();
            console.MarkupLine(lines.Length == 1
                ? $"[red]{Markup.Escape(first.ToString())}[/]"
                : $"[red]{Markup.Escape($"{first} ({Rows(lines.Length)}: {string.Join(", ", lines.Take(LinesShown))}{(lines.Length > LinesShown ? ", …" : "")})")}[/]");
        }

        var shown = groups.Take(FaultsShown).Sum(group => group.LongCount());
        if (file.RowFaultCount > shown)
        {
            console.MarkupLine($"[red]… and {file.RowFaultCount - shown:N0} more; {file.RowFaultCount:N0} faults in all.[/]");
        }
    }

    private void PrintWarnings(FileReport file)
    {
        foreach (var warning in file.Warnings)
        {
            console.MarkupLine($"[yellow]{Rows(warning.Count)}: {Markup.Escape(warning.Text)}.[/]");
            foreach (var example in warning.Examples.Take(5))
            {
                console.MarkupLine($"   [grey]{(example.Line > 0 ? $"line {example.Line}: " : "")}{Markup.Escape(example.Text)}[/]");
            }
        }
    }
}
