using System.Globalization;
using System.Text;

namespace Copilot.Core;

/// <summary>The folded form in which names are stored beside themselves and compared: no case, no accents, single blanks.</summary>
public static class Folding
{
    /// <summary>"Müller &amp; Søn  GmbH" → "muller &amp; son gmbh". ß becomes ss, ø o, æ ae, œ oe, ł l, đ d.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var lower = char.ToLowerInvariant(character);
            _ = lower switch
            {
                'ß' => result.Append("ss"),
                'ø' => result.Append('o'),
                'æ' => result.Append("ae"),
                'œ' => result.Append("oe"),
                'ł' => result.Append('l'),
                'đ' => result.Append('d'),
                '’' or '‘' or '`' => result.Append('\''),
                _ when char.IsWhiteSpace(lower) => result.Length > 0 && result[^1] != ' ' ? result.Append(' ') : result,
                _ => result.Append(lower),
            };
        }

        return result.ToString().TrimEnd();
    }
}
