using System.Text.RegularExpressions;

namespace Copilot.Gate;

/// <summary>A part of a mail as its reader will see it.</summary>
internal abstract record MailPart;

/// <summary>A line.</summary>
/// <param name="Seen">What stands in it.</param>
internal sealed record MailLine(SeenText Seen) : MailPart;

/// <summary>A table.</summary>
/// <param name="Rows">Its rows, the heading first.</param>
/// <param name="RightAligned">For each column, whether it stands to the right.</param>
internal sealed record MailTable(IReadOnlyList<SeenText[]> Rows, bool[] RightAligned) : MailPart;

/// <summary>A text without the signs that format it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Bold">Whether the whole of it is in bold.</param>
internal readonly record struct SeenText(string Text, bool Bold);

/// <summary>
/// A mail's Markdown as its reader will see it: tables as tables, what is in bold without its stars (and bold where it is the whole line), data without the
/// backslashes that keep it from formatting. What is none of this stands as it was written; every word of it stands somewhere.
/// </summary>
internal static partial class MailParts
{
    private const int MostColumns = 8;
    private const int LongestCell = 300;

    /// <summary>The parts, in order.</summary>
    public static IEnumerable<MailPart> Of(string body)
    {
        var lines = body.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length;)
        {
            var rows = Table(lines.AsSpan(at));
            yield return rows.Count > 0
                ? new MailTable([.. rows.Select(row => row.Select(Seen).ToArray())], [.. Cells(lines[at + 1]).Select(cell => cell.EndsWith(':'))])
                : new MailLine(Seen(lines[at]));

            // a table's second line draws its rule
            at += rows.Count > 0 ? rows.Count + 1 : 1;
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

    private static SeenText Seen(string written)
    {
        var bold = InBold().Match(written) is { Success: true } match && match.Length == written.Length;
        return new(Backslash().Replace(InBold().Replace(written, "${text}"), "$1"), bold);
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
