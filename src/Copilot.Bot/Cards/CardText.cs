using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Copilot.Bot;

/// <summary>
/// Text from data on a card. Text blocks and facts of a card read Markdown, date functions and bare addresses; a customer's name must come out as it
/// is stored, so whatever any of these would act on stands behind a backslash. What is harmless stays bare, so that amounts and document numbers read
/// the same in a client that knows no backslash.
/// </summary>
internal static partial class CardText
{
    private const string AlwaysActive = "\\`*_[]<>~|";
    private const string OpeningMarks = "#-+=:";
    private static readonly SearchValues<char> MaybeActive = SearchValues.Create(AlwaysActive + "&{:/@.");

    /// <summary>Text for a text block or fact: one line, at most that long, formatting nothing.</summary>
    public static string Block(string text, int most) => Escape(Line(text, most));

    /// <summary>Text for a button, a chart or a notification, which read no Markdown: one line, at most that long (then "…" stands at its end).</summary>
    public static string Line(string text, int most)
    {
        if (IsLine(text, most))
        {
            return text;
        }

        var line = new StringBuilder(Math.Min(text.Length, most) + 1);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                gap = line.Length > 0;
                continue;
            }

            if (Reorders(rune))
            {
                continue;
            }

            if (line.Length + (gap ? 1 : 0) + rune.Utf16SequenceLength > most)
            {
                return line.Append('…').ToString();
            }

            line.Append(gap ? " " : "").Append(rune);
            gap = false;
        }

        return line.ToString();
    }

    // characters that turn the reading direction of what follows: a name could make an amount read backwards
    private static bool Reorders(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF;

    // most texts are what they should be already: nothing is copied for them
    private static bool IsLine(string text, int most)
    {
        if (text.Length > most || text.StartsWith(' ') || text.EndsWith(' '))
        {
            return false;
        }

        var before = '\0';
        foreach (var character in text)
        {
            var fine = character is > ' ' and <= '~' || (character == ' ' && before != ' ')
                || (character > '~' && !char.IsWhiteSpace(character) && !char.IsControl(character) && !char.IsSurrogate(character) && !Reorders(new Rune(character)));
            if (!fine)
            {
                return false;
            }

            before = character;
        }

        return true;
    }

    private static string Escape(string line)
    {
        StringBuilder? escaped = null;
        var (opening, from) = (Opening(line), 0);
        for (var i = 0; i < line.Length; i++)
        {
            if (i == opening || (MaybeActive.Contains(line[i]) && (AlwaysActive.Contains(line[i], StringComparison.Ordinal) || Active(line, i))))
            {
                escaped = (escaped ?? new StringBuilder(line.Length + 8)).Append(line, from, i - from).Append('\\');
                from = i;
            }
        }

        return escaped is null ? line : escaped.Append(line, from, line.Length - from).ToString();
    }

    /// <summary>Where the mark stands that would open a heading, a list or a rule; -1 where none does.</summary>
    private static int Opening(string line)
    {
        // of a list the mark is the first dot or bracket, and a space or nothing follows it
        var end = line.AsSpan().IndexOfAny('.', ')');
        var possible = line.Length > 0 && (OpeningMarks.Contains(line[0], StringComparison.Ordinal) || (end > 0 && (end + 1 == line.Length || char.IsWhiteSpace(line[end + 1]))));
        return possible && OpeningMark().Match(line) is { Success: true } opening ? opening.Groups["mark"].Index : -1;
    }

    private static bool Active(string line, int i) => line[i] switch
    {
        '&' => Entity().IsMatch(line, i),
        '{' => i > 0 && line[i - 1] == '{',
        ':' or '/' => i + 1 < line.Length && line[i + 1] == '/' || (line[i] == ':' && Scheme().IsMatch(line[..i])),
        '@' => i > 0 && i + 1 < line.Length && !char.IsWhiteSpace(line[i - 1]) && char.IsLetterOrDigit(line[i + 1]),
        // "acme.com" is made a link by some readers; "1,204.50" and "e.g." never are
        '.' => i > 0 && i + 2 < line.Length && !char.IsWhiteSpace(line[i - 1]) && IsLetter(line[i + 1]) && (char.IsLetterOrDigit(line[i + 2]) || char.IsSurrogate(line[i + 2])),
        _ => false,
    };

    private static bool IsLetter(char character) => char.IsLetter(character) || char.IsSurrogate(character) || char.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark;

    /// <summary>A heading, a list (by number, letter or Roman numeral) or a rule: only at the start of a line.</summary>
    [GeneratedRegex(@"^(?:(?<mark>#)|(?<mark>[-+=])(?=[\s\-+=]|$)|(?:\d{1,9}|[a-zA-Z]|[ivxlcdmIVXLCDM]+)(?<mark>[.)])(?=\s|$)|(?<mark>:))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OpeningMark();

    [GeneratedRegex(@"\G&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Entity();

    [GeneratedRegex(@"(mailto|tel|xmpp|javascript|data|skype|msteams)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Scheme();
}
