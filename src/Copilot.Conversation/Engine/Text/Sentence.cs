using System.Globalization;
using System.Text;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>A sentence as typed, cleaned of control characters and cut into tokens.</summary>
internal sealed class Sentence
{
    private Sentence(string text, Token[] tokens) => (Text, Tokens) = (text, tokens);

    /// <summary>The text with single blanks, straight quotes and no control characters; token positions refer to it.</summary>
    public string Text { get; }

    /// <summary>The tokens in order.</summary>
    public Token[] Tokens { get; }

    /// <summary>How many tokens.</summary>
    public int Count => Tokens.Length;

    /// <summary>Cleans and cuts a text.</summary>
    public static Sentence Of(string text)
    {
        var clean = Clean(text);
        return new Sentence(clean, [.. Cut(clean)]);
    }

    /// <summary>The same sentence with some tokens read as other words; places and the typed text stay.</summary>
    public Sentence Reading(Func<int, string> word) => new(Text, [.. Tokens.Select((token, index) => word(index) is var read && read == token.Text ? token : token with { Text = read })]);

    /// <summary>The folded text of a token; empty outside the sentence.</summary>
    public string At(int index) => index >= 0 && index < Tokens.Length ? Tokens[index].Text : "";

    /// <summary>Whether the token at that place is a word.</summary>
    public bool IsWord(int index) => index >= 0 && index < Tokens.Length && Tokens[index].Kind == TokenKind.Word;

    /// <summary>Whether the token at that place is a number.</summary>
    public bool IsNumber(int index) => index >= 0 && index < Tokens.Length && Tokens[index].Kind == TokenKind.Number;

    /// <summary>Whether the token at that place is this mark.</summary>
    public bool IsMark(int index, char mark) => index >= 0 && index < Tokens.Length && Tokens[index].Is(mark);

    /// <summary>Whether the token stands directly behind the one before it.</summary>
    public bool IsGlued(int index) => index > 0 && index < Tokens.Length && Tokens[index].Glued;

    /// <summary>The text as typed from one token to another, the last excluded.</summary>
    public string Slice(int first, int end) => first >= end ? "" : Text[Tokens[first].Start..Tokens[end - 1].End];

    private static string Clean(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in Whole(text).Normalize())
        {
            var clean = character switch
            {
                '’' or '‘' or 'ʼ' or '`' or '´' => '\'',
                '“' or '”' or '„' or '«' or '»' => '"',
                '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
                '\u200b' or '\ufeff' or '\u00ad' => '\0',
                _ when char.IsWhiteSpace(character) || char.IsControl(character) || char.IsSurrogate(character) => ' ',
                _ => character,
            };
            if (clean != '\0' && (clean != ' ' || (result.Length > 0 && result[^1] != ' ')))
            {
                result.Append(clean);
            }
        }

        return result.ToString().TrimEnd();
    }

    /// <summary>A text cut in the middle of a pair of surrogates cannot be normalised; the half that is left says nothing.</summary>
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    private static IEnumerable<Token> Cut(string text)
    {
        var end = 0;
        for (var start = 0; start < text.Length; start = end)
        {
            end = start + 1;
            if (text[start] == ' ')
            {
                continue;
            }

            var kind = KindOf(text[start]);
            while (kind != TokenKind.Mark && end < text.Length && KindOf(text[end]) == kind)
            {
                end++;
            }

            yield return new Token(kind, start, end - start, Fold(text, start, end), start > 0 && text[start - 1] != ' ', char.IsUpper(text[start]));
        }
    }

    private static TokenKind KindOf(char character) => character switch
    {
        >= '0' and <= '9' => TokenKind.Number,
        _ when char.IsLetter(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark => TokenKind.Word,
        _ => TokenKind.Mark,
    };

    private static string Fold(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsAscii(text[i]))
            {
                var folded = Folding.Fold(text[start..end]);
                return folded.Length > 0 ? folded : text[start..end];
            }
        }

        return text[start..end].ToLowerInvariant();
    }
}
