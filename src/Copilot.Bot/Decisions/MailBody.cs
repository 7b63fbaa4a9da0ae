using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Copilot.Core;

namespace Copilot.Bot;

/// <summary>
/// A mail's text as its reader will see it: tables as tables, what is in bold without its stars (and bold where it is the whole line), data without the
/// backslashes that keep it from formatting. What is none of this stands as it was written; every word of it stands somewhere.
/// </summary>
internal static partial class MailBody
{
    private const int RowsTogether = 8;
    private const int MostColumns = 8;
    private const int LongestCell = 300;
    private const int Whole = 100_000;

    /// <summary>The elements, in order.</summary>
    /// <param name="body">The mail's Markdown.</param>
    /// <param name="pieces">Cuts a long line into texts that are not too long for one element.</param>
    public static IEnumerable<JsonObject> Of(string body, Func<string, IEnumerable<string>> pieces)
    {
        var lines = body.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length;)
        {
            var rows = Table(lines.AsSpan(at));
            foreach (var element in rows.Count > 0 ? Grids(rows, Alignments(lines[at + 1])) : Line(lines[at], pieces))
            {
                yield return element;
            }

            // a table's second line draws its rule
            at += rows.Count > 0 ? rows.Count + 1 : 1;
        }
    }

    private static IEnumerable<JsonObject> Line(string line, Func<string, IEnumerable<string>> pieces)
    {
        var (text, bold) = Seen(line);
        foreach (var piece in pieces(text))
        {
            var block = CardElements.Sentence(piece, Tone.Plain, Whole);
            block["spacing"] = "small";
            yield return bold ? Bold(block) : block;
        }
    }

    /// <summary>The rows of the table that begins here, its heading first; none where these lines make no even table with a row.</summary>
    private static List<string[]> Table(ReadOnlySpan<string> lines)
    {
        var rows = new List<string[]>();
        if (lines.Length < 3 || !lines[0].StartsWith('|') || !Rule().IsMatch(lines[1]))
        {
            return rows;
        }

        for (var at = 0; at < lines.Length && lines[at].StartsWith('|'); at++)
        {
            if (at != 1)
            {
                rows.Add(Cells(lines[at]));
            }
        }

        var columns = Cells(lines[1]).Length;
        return rows.Count > 1 && columns <= MostColumns && rows.TrueForAll(row => row.Length == columns && row.All(cell => cell.Length <= LongestCell)) ? rows : [];
    }

    private static string[] Cells(string line) => [.. Border().Split(line.Trim()).Skip(1).SkipLast(1).Select(cell => cell.Trim())];

    private static string[] Alignments(string rule) => [.. Cells(rule).Select(cell => cell.EndsWith(':') ? "right" : "left")];

    // the heading stands over each few rows: a card's page may end between them
    private static IEnumerable<JsonObject> Grids(List<string[]> rows, string[] alignments) => rows.Skip(1).Chunk(RowsTogether).Select(few => new JsonObject
    {
        ["type"] = "Table",
        ["firstRowAsHeader"] = true,
        ["showGridLines"] = false,
        ["spacing"] = "small",
        ["columns"] = new JsonArray([.. alignments.Select(alignment => new JsonObject { ["width"] = 1, ["horizontalCellContentAlignment"] = alignment })]),
        ["rows"] = new JsonArray([.. few.Prepend(rows[0]).Select(row => new JsonObject { ["type"] = "TableRow", ["cells"] = new JsonArray([.. row.Select(Cell)]) })]),
    });

    private static JsonObject Cell(string cell)
    {
        var (text, bold) = Seen(cell);
        var block = CardElements.Sentence(text, Tone.Plain, Whole);
        block["size"] = "small";
        return new JsonObject { ["type"] = "TableCell", ["items"] = text.Length == 0 ? [] : new JsonArray(bold ? Bold(block) : block) };
    }

    private static JsonObject Bold(JsonObject block)
    {
        block["weight"] = "bolder";
        return block;
    }

    private static (string Text, bool Bold) Seen(string written)
    {
        var bold = InBold().Match(written) is { Success: true } match && match.Length == written.Length;
        return (Backslash().Replace(InBold().Replace(written, "${text}"), "$1"), bold);
    }

    [GeneratedRegex(@"^\|(\s*:?-+:?\s*\|)+\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Rule();

    // a border that data brings stands behind a backslash
    [GeneratedRegex(@"(?<=(?<!\\)(?:\\\\)*)\|", RegexOptions.CultureInvariant)]
    private static partial Regex Border();

    [GeneratedRegex(@"(?<![\\*])\*\*(?<text>[^*\\\s](?:[^*\\]*[^*\\\s])?)\*\*(?!\*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex InBold();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])", RegexOptions.CultureInvariant)]
    private static partial Regex Backslash();
}
