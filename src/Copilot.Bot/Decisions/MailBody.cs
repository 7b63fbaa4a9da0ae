using System.Text.Json.Nodes;
using Copilot.Core;
using Copilot.Gate;

namespace Copilot.Bot;

/// <summary>A mail's text as its reader will see it, as elements of a card; every word of it stands somewhere.</summary>
internal static class MailBody
{
    private const int RowsTogether = 8;
    private const int Whole = 100_000;

    /// <summary>The elements, in order.</summary>
    /// <param name="body">The mail's Markdown.</param>
    /// <param name="pieces">Cuts a long line into texts that are not too long for one element.</param>
    public static IEnumerable<JsonObject> Of(string body, Func<string, IEnumerable<string>> pieces) => MailParts.Of(body).SelectMany(part => part switch
    {
        MailTable table => Grids(table),
        MailLine line => Line(line.Seen, pieces),
        _ => throw new InvalidOperationException($"{part.GetType().Name} has no element."),
    });

    private static IEnumerable<JsonObject> Line(SeenText seen, Func<string, IEnumerable<string>> pieces)
    {
        foreach (var piece in pieces(seen.Text))
        {
            var block = CardElements.Sentence(piece, Tone.Plain, Whole);
            block["spacing"] = "small";
            yield return seen.Bold ? Bold(block) : block;
        }
    }

    // the heading stands over each few rows: a card's page may end between them
    private static IEnumerable<JsonObject> Grids(MailTable table) => table.Rows.Skip(1).Chunk(RowsTogether).Select(few => new JsonObject
    {
        ["type"] = "Table",
        ["firstRowAsHeader"] = true,
        ["showGridLines"] = false,
        ["spacing"] = "small",
        ["columns"] = new JsonArray([.. table.RightAligned.Select(right => new JsonObject { ["width"] = 1, ["horizontalCellContentAlignment"] = right ? "right" : "left" })]),
        ["rows"] = new JsonArray([.. few.Prepend(table.Rows[0]).Select(row => new JsonObject { ["type"] = "TableRow", ["cells"] = new JsonArray([.. row.Select(Cell)]) })]),
    });

    private static JsonObject Cell(SeenText seen)
    {
        var block = CardElements.Sentence(seen.Text, Tone.Plain, Whole);
        block["size"] = "small";
        return new JsonObject { ["type"] = "TableCell", ["items"] = seen.Text.Length == 0 ? [] : new JsonArray(seen.Bold ? Bold(block) : block) };
    }

    private static JsonObject Bold(JsonObject block)
    {
        block["weight"] = "bolder";
        return block;
    }
}
