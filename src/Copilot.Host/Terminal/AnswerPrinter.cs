using System.Globalization;
using Copilot.Core;
using Spectre.Console;

namespace Copilot.Host.Terminal;

/// <summary>An answer for people: the short answer first, then figures, then tables and charts, then where it all comes from.</summary>
internal sealed class AnswerPrinter(IAnsiConsole console)
{
    /// <summary>Prints the whole answer.</summary>
    public void Print(Answer answer)
    {
        console.MarkupLine($"[bold]{Markup.Escape(answer.Title)}[/]");
        foreach (var block in answer.Blocks)
        {
            Print(block);
        }

        foreach (var evidence in answer.Evidence)
        {
            console.MarkupLine($"[grey]From {Markup.Escape(evidence.ToString())}.[/]");
        }
    }

    /// <summary>Prints the questions that work next, numbered.</summary>
    public void PrintNext(Answer answer)
    {
        foreach (var (index, question) in answer.Next.Index())
        {
            console.MarkupLine($"[grey]{index + 1})[/] [blue]{Markup.Escape(question)}[/]");
        }
    }

    private void Print(Block block)
    {
        switch (block)
        {
            case TextBlock text:
                console.MarkupLine($"[{Colour(text.Tone)}]{Markup.Escape(text.Text)}[/]");
                break;
            case FactsBlock facts:
                PrintFacts(facts);
                break;
            case TableBlock table:
                PrintTable(table);
                break;
            case ChartBlock chart:
                PrintChart(chart);
                break;
            default:
                throw new InvalidOperationException($"Block {block.GetType().Name} cannot be printed.");
        }
    }

    private void PrintFacts(FactsBlock block)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var fact in block.Facts)
        {
            var value = fact.Figure is { } figure ? $"[bold]{Markup.Escape(figure.Value.ToString())}[/]" : Markup.Escape(fact.Text ?? "");
            grid.AddRow($"[grey]{Markup.Escape(fact.Label)}[/]", value);
        }

        console.Write(grid);
    }

    private void PrintTable(TableBlock block)
    {
        if (block.Rows.Count == 0)
        {
            console.MarkupLine($"[grey]{Markup.Escape(block.EmptyText)}[/]");
            return;
        }

        var (table, hidden) = TableLayout.Fit(block, console.Profile.Width);
        console.Write(table);
        if (hidden.Count > 0)
        {
            console.MarkupLine($"[grey]Not shown for want of width: {Markup.Escape(string.Join(", ", hidden))}. A wider window or --json shows them.[/]");
        }

        if (block.TotalRows > block.Rows.Count)
        {
            console.MarkupLine($"[grey]{block.Rows.Count:N0} of {block.TotalRows:N0} rows. Add \"top {Math.Min(block.TotalRows, FunctionLimits.MaximumRows)}\" for more.[/]");
        }
    }

    private void PrintChart(ChartBlock block)
    {
        if (block.Points.Count == 0)
        {
            return;
        }

        var chart = new BarChart().Label($"[grey]{Markup.Escape(block.Title)}{(block.Currency is { } currency ? $" ({currency})" : "")}[/]").LeftAlignLabel().Width(72);
        foreach (var point in block.Points)
        {
            chart.AddItem(Markup.Escape(point.Label), (double)Math.Max(0, point.Value), Color.SteelBlue);
        }

        console.Write(chart.UseValueFormatter(value => value.ToString("N0", CultureInfo.InvariantCulture)));
    }

    /// <summary>The colour of a tone.</summary>
    public static string Colour(Tone tone) => tone switch
    {
        Tone.Plain => "default",
        Tone.Good => "green",
        Tone.Warning => "yellow",
        Tone.Note => "grey",
        _ => throw new InvalidOperationException($"Tone {tone} has no colour."),
    };
}
