using System.Text;

namespace Copilot.Plugins.Receivables.Cash;

/// <summary>The form in which document numbers are compared: without signs and prefix, without leading zeros.</summary>
internal static class NumberKey
{
    /// <summary>"INV-20417", "inv 0020417", "RE.20417" → "20417"; a number with letters behind its digits is kept whole: "20-417B" → "20417B".</summary>
    public static string Of(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                letters.Append(char.ToUpperInvariant(character));
            }
        }

        var plain = letters.ToString();
        var digits = plain.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray());
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
        {
            return plain;
        }

        var trimmed = digits.TrimStart('0');
        return trimmed.Length == 0 ? "0" : trimmed;
    }

    /// <summary>The letters before the first digit: "INV" of "inv-20417".</summary>
    public static string Prefix(string text) =>
        new([.. text.TakeWhile(character => !char.IsAsciiDigit(character)).Where(char.IsAsciiLetter).Select(char.ToUpperInvariant)]);

    /// <summary>All keys that are one slip away: a digit wrong, left out, added, or two neighbours swapped.</summary>
    public static IEnumerable<string> Slips(string key)
    {
        for (var i = 0; i < key.Length; i++)
        {
            var (before, after) = (key[..i], key[(i + 1)..]);
            yield return before + after;
            if (i + 1 < key.Length && key[i] != key[i + 1])
            {
                yield return before + key[i + 1] + key[i] + key[(i + 2)..];
            }

            for (var digit = '0'; digit <= '9'; digit++)
            {
                if (digit != key[i])
                {
                    yield return before + digit + after;
                }

                yield return before + digit + key[i..];
            }
        }

        for (var digit = '0'; digit <= '9'; digit++)
        {
            yield return key + digit;
        }
    }
}
