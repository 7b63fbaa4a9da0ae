using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Bot;

/// <summary>Some rows of a table, how many there are in all, which columns a card has no room for, and the way to the rest.</summary>
internal sealed class TableElement(CardSurface surface, CardView view, CardLevel level)
{
    private const int NamedColumns = 8;

    // a tone is colour, and colour alone says nothing to many: the row's first word carries a sign as well
    private const string WarningSign = "\u26a0 ";
    private const string GoodSign = "\u2713 ";

    private readonly CardButtons _buttons = new(surface.Actions, level);

    /// <summary>The elements of a table.</summary>
    /// <param name="page">The rows.</param>
    /// <param name="title">Heading of the card, which a table of the same name does not repeat.</param>
    public IEnumerable<JsonObject> Of(TablePage page, string title)
    {
        var table = page.Table;
        if (table.Title != title)
        {
            yield return CardElements.Subheading(table.Title, level.Cell);
        }

        if (page.Rows.Count == 0)
        {
            yield return CardElements.Sentence(page.From == 1 && table.TotalRows == 0 ? table.EmptyText : $"No rows from here on; {Number(table.TotalRows)} in all.", Tone.Note, level.Sentence);
            yield break;
        }

        var rows = page.Rows.Take(level.Rows).ToArray();
        var places = TableColumns.Choose(table, page.Rows, level.Columns);
        yield return Grid(table, rows, places);
        var (last, total) = (page.From - 1 + rows.Length, Math.Max(table.TotalRows, page.From - 1 + page.Rows.Count));
        if (page.From > 1 || last < total)
        {
            var which = page.From == 1 ? $"{Number(last)}" : $"Rows {Number(page.From)} to {Number(last)}";
            yield return CardElements.Aside($"{which} of {Number(total)} rows.", level.Sentence);
        }

        if (rows.Any(row => row.Tone == Tone.Warning))
        {
            yield return CardElements.Aside($"{WarningSign}marks what needs attention.", level.Sentence);
        }

        foreach (var aside in LeftAway(table, rows, places))
        {
            yield return aside;
        }

        JsonObject[] files = surface.Downloads ? [_buttons.Download(FileKind.Excel, view.Turn, table.Key), _buttons.Download(FileKind.Csv, view.Turn, table.Key)] : [];
        var more = last < total ? [_buttons.Rows($"Show more rows (from {Number(last + 1)})", view.Turn, table.Key, last + 1)] : Array.Empty<JsonObject>();
        var back = page.From > 1 ? [_buttons.Rows("Back to the answer", view.Turn, table.Key, 1)] : Array.Empty<JsonObject>();
        foreach (var set in CardElements.Buttons([.. more, .. back, .. files]))
        {
            yield return set;
        }
    }

    private IEnumerable<JsonObject> LeftAway(TableBlock table, IReadOnlyList<Row> rows, IReadOnlyList<int> places)
    {
        var hidden = table.Columns.Where((_, place) => !places.Contains(place)).Select(column => column.Header).ToArray();
        if (hidden.Length > 0)
        {
            var whole = surface.Downloads ? " (the download has all)" : "";
            var names = string.Join(", ", hidden.Take(NamedColumns).Select(name => CardText.Line(name, 30)));
            yield return CardElements.Aside($"{(hidden.Length == 1 ? "1 column is" : $"{Number(hidden.Length)} columns are")} not shown here{whole}: {names}{(hidden.Length > NamedColumns ? ", …" : ".")}", level.Sentence);
        }

        if (rows.Any(row => places.Any(place => row.Cells[place].ToString().Length > level.Cell)))
        {
            yield return CardElements.Aside("Long texts end in \"…\" here.", level.Sentence);
        }
    }

    private JsonObject Grid(TableBlock table, IReadOnlyList<Row> rows, IReadOnlyList<int> places)
    {
        var columns = places.Select(place => new JsonObject { ["width"] = TableColumns.Weight(table, rows, place), ["horizontalCellContentAlignment"] = table.Columns[place].AlignRight ? "right" : "left" });
        var header = places.Select(place => Cell(CardText.Block(table.Columns[place].Header, level.Cell), null));
        return new JsonObject
        {
            ["type"] = "Table",
            ["firstRowAsHeader"] = true,
            ["showGridLines"] = false,
            ["columns"] = new JsonArray([.. columns]),
            ["rows"] = new JsonArray([Line(header, Tone.Plain), .. rows.Select(row => Line(places.Select(place => Cell(row.Cells[place])), row.Tone))]),
        };
    }

    private static JsonObject Line(IEnumerable<JsonObject> cells, Tone tone)
    {
        var line = new JsonObject { ["type"] = "TableRow", ["cells"] = new JsonArray([.. cells]) };
        if (tone is Tone.Warning or Tone.Good)
        {
            line["style"] = tone == Tone.Warning ? "warning" : "good";
            Sign(line["cells"]!.AsArray(), tone == Tone.Warning ? WarningSign : GoodSign);
        }

        return line;
    }

    private static void Sign(JsonArray cells, string sign)
    {
        if (cells.SelectMany(cell => cell!["items"]!.AsArray()).FirstOrDefault() is { } text)
        {
            text["text"] = sign + text["text"]!.GetValue<string>();
        }
    }

    private JsonObject Cell(Cell cell) => cell is DocumentCell document && CardButtons.CanOpen(document.Number)
        ? Cell(CardText.Block(document.Number, level.Cell), _buttons.Open(document.Number))
        : Cell(CardText.Block(cell.ToString(), level.Cell), null);

    private static JsonObject Cell(string text, JsonObject? action)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true, ["size"] = "small" };
        var cell = new JsonObject { ["type"] = "TableCell", ["items"] = text.Length == 0 ? [] : new JsonArray(block) };
        if (action is not null)
        {
            block["color"] = "accent";
            cell["selectAction"] = action;
        }

        return cell;
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
