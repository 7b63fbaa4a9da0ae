using Copilot.Core;
using Spectre.Console;

namespace Copilot.Host.Terminal;

/// <summary>
/// Lays a table out so that numbers, days and document numbers are never broken: text columns share what width is left, and where even that is
/// too little, columns go from the right, the least important first.
/// </summary>
internal static class TableLayout
{
    private const int Padding = 3;
    private const int NarrowestText = 12;

    /// <summary>The table that fits a width, and the headings of the columns left out.</summary>
    public static (Table Table, IReadOnlyList<string> Hidden) Fit(TableBlock block, int width)
    {
        var cells = block.Rows.Select(row => row.Cells.Select(cell => cell.ToString()).ToArray()).ToArray();
        var wraps = block.Columns.Select((_, i) => block.Rows.All(row => row.Cells[i] is TextCell)).ToArray();
        var least = block.Columns.Select((column, i) => Padding + Least(column, wraps[i], cells.Select(row => row[i]))).ToArray();
        var shown = Enumerable.Range(1, least.Length).TakeWhile(count => least.Take(count).Sum() <= width).Append(1).Max();

        var table = new Table().Border(TableBorder.Simple).Title($"[grey]{Markup.Escape(block.Title)}[/]");
        foreach (var (index, column) in block.Columns.Take(shown).Index())
        {
            // a long heading over short numbers takes two lines rather than the text columns' room
            var heading = wraps[index] ? column.Header : Broken(column.Header, least[index] - Padding);
            var added = new TableColumn($"[bold]{Markup.Escape(heading)}[/]");
            added = wraps[index] ? added : added.NoWrap();
            table.AddColumn(column.AlignRight ? added.RightAligned() : added);
        }

        foreach (var (row, texts) in block.Rows.Zip(cells))
        {
            table.AddRow([.. texts.Take(shown).Select(text => $"[{AnswerPrinter.Colour(row.Tone)}]{Markup.Escape(text)}[/]")]);
        }

        return (table, [.. block.Columns.Skip(shown).Select(column => column.Header)]);
    }

    private static int Least(Column column, bool wraps, IEnumerable<string> texts)
    {
        texts = [.. texts];
        var longest = texts.Select(text => text.Length).DefaultIfEmpty().Max();
        var heading = LongestWord(column.Header);
        return Math.Max(heading, wraps ? Math.Max(Math.Min(NarrowestText, longest), texts.Select(LongestWord).DefaultIfEmpty().Max()) : longest);
    }

    private static string Broken(string heading, int width)
    {
        var lines = new List<string> { "" };
        foreach (var word in heading.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + 1 + word.Length > width)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            }
        }

        return string.Join('\n', lines);
    }

    // a word longer than this is broken rather than pushing other columns out
    private static int LongestWord(string text) => Math.Min(24, text.Split(' ').Max(word => word.Length));
}
