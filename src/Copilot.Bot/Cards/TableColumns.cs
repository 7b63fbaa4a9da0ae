using Copilot.Core;

namespace Copilot.Bot;

/// <summary>
/// Chooses the columns that a narrow card can show: what names the row first (document, customer), then what presses (days), then amounts, then the rest
/// in the table's own order. They keep that order on the card.
/// </summary>
internal static class TableColumns
{
    // characters of small text that stand side by side on a phone's 320 px, breaking only between words
    private const int NarrowWidth = 46;
    private const int WidestWord = 14;
    private const int Fewest = 3;

    private static readonly string[] Pressing = ["days_late", "total", "open", "balance"];

    private static readonly string[] Names = ["customer", "account", "name", "title", "opportunity", "partner"];

    /// <summary>The places of the columns shown, in order.</summary>
    public static IReadOnlyList<int> Choose(TableBlock table, IReadOnlyList<Row> rows, int most)
    {
        var chosen = new List<int>();
        var width = 0;
        foreach (var place in Enumerable.Range(0, table.Columns.Count).OrderBy(place => Rank(table, rows, place)).ThenBy(place => place))
        {
            var needed = Width(table, rows, place);
            if (chosen.Count < most && (chosen.Count < Math.Min(Fewest, most) || width + needed <= NarrowWidth))
            {
                chosen.Add(place);
                width += needed;
            }
        }

        return [.. chosen.Order()];
    }

    /// <summary>The width that a column asks for beside the others: its longest word, or more where its texts are long.</summary>
    public static int Weight(TableBlock table, IReadOnlyList<Row> rows, int place)
    {
        var longest = rows.Select(row => row.Cells[place].ToString().Length).DefaultIfEmpty().Max();
        return Math.Max(Width(table, rows, place), Math.Min(20, longest / 2));
    }

    private static int Rank(TableBlock table, IReadOnlyList<Row> rows, int place)
    {
        var column = table.Columns[place];
        var cells = rows.Select(row => row.Cells[place]).Where(cell => cell is not TextCell { Text: "" }).ToArray();
        return cells switch
        {
            [DocumentCell, ..] => place == 0 ? 0 : 1,
            [NumberCell { Value.Unit: Unit.Days }, ..] => 2,
            [NumberCell, ..] when Pressing.Contains(column.Key, StringComparer.Ordinal) => 2,
            [NumberCell { Value.Unit: Unit.Money }, ..] => 3,
            // a column without a value on this card tells nothing
            [] when rows.Count > 0 => 9,
            _ when place == 0 || Names.Contains(column.Key, StringComparer.Ordinal) => 1,
            [NumberCell or DateCell, ..] => 4,
            _ => 5,
        };
    }

    private static int Width(TableBlock table, IReadOnlyList<Row> rows, int place)
    {
        var texts = rows.Select(row => row.Cells[place].ToString()).Append(table.Columns[place].Header);
        return Math.Clamp(texts.Max(LongestWord), 3, WidestWord) + 1;
    }

    private static int LongestWord(string text)
    {
        var (longest, start) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] is ' ' or '-' or '/')
            {
                longest = Math.Max(longest, i - start);
                start = i + 1;
            }
        }

        return longest;
    }
}
