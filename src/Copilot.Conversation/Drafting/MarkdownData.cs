using System.Text;
using System.Text.RegularExpressions;

namespace Copilot.Conversation;

/// <summary>
/// Data in the text of a mail, which is sent as it stands and, beside it, as HTML made of it: whatever Markdown would act on stands behind a backslash,
/// and nothing else does, so that the plain part reads well.
/// </summary>
internal static partial class MarkdownData
{
    private const string AlwaysActive = "\\`*[]<>|~";

    /// <summary>One line, without control characters and those that turn the reading direction.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Where(rune => rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF)))
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                _ = line.Length > 0 && line[^1] != ' ' ? line.Append(' ') : line;
            }
            else
            {
                line.Append(rune);
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>One line that formats nothing.</summary>
    public static string Escape(string text)
    {
        var line = Line(text);
        var opening = OpeningMark().Match(line);
        var escaped = new StringBuilder(line.Length + 4);
        for (var at = 0; at < line.Length; at++)
        {
            var active = AlwaysActive.Contains(line[at], StringComparison.Ordinal) || (opening.Success && at == opening.Groups["mark"].Index) || Active(line, at);
            escaped.Append(active ? "\\" : "").Append(line[at]);
        }

        return escaped.ToString();
    }

    private static bool Active(string line, int at) => line[at] switch
    {
        // between letters it emphasises nothing: addresses stay readable
        '_' => at == 0 || at == line.Length - 1 || !char.IsLetterOrDigit(line[at - 1]) || !char.IsLetterOrDigit(line[at + 1]),
        '&' => Entity().IsMatch(line, at),
        ':' => line.AsSpan(at).StartsWith("://", StringComparison.Ordinal),
        _ => false,
    };

    [GeneratedRegex(@"^(?:(?<mark>#)|(?<mark>[-+=])(?=[\s\-+=]|$)|(?:\d{1,9}|[a-zA-Z]|[ivxlcdmIVXLCDM]+)(?<mark>[.)])(?=\s|$))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OpeningMark();

    [GeneratedRegex(@"\G&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Entity();
}
