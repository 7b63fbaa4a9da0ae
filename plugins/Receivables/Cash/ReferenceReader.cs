using System.Globalization;
using System.Text.RegularExpressions;

namespace Copilot.Plugins.Receivables.Cash;

/// <summary>A number found in a text.</summary>
/// <param name="Prefix">Letters that stand right before it, in capitals.</param>
/// <param name="Key">The number as compared.</param>
/// <param name="RangeEnd">The last number of a range "20417 to 20421"; none for a single one.</param>
/// <param name="Guessed">Whether digits were taken over from the number before it: "20417/18" names 20418.</param>
internal sealed record WrittenNumber(string Prefix, string Key, string? RangeEnd = null, bool Guessed = false);

/// <summary>Finds what may be document numbers in the text of a bank statement.</summary>
internal static partial class ReferenceReader
{
    private const int LeastDigits = 3;
    private const int MostNumbers = 60;

    /// <summary>The numbers of a text in the order in which they stand.</summary>
    public static IReadOnlyList<WrittenNumber> Read(string text)
    {
        var result = new List<WrittenNumber>();
        var (previous, previousEnd) = ("", -1);
        foreach (var match in Number().Matches(text).Take(MostNumbers))
        {
            var digits = match.Groups["digits"].Value;
            var between = previousEnd < 0 ? "" : text[previousEnd..match.Index];
            previousEnd = match.Index + match.Length;
            if (previous.Length > 0 && digits.Length < previous.Length && match.Groups["letters"].Length == 0 && Joins().IsMatch(between))
            {
                // "20417/18" leaves out what both have in common
                var whole = previous[..^digits.Length] + digits;
                result.Add(new WrittenNumber("", NumberKey.Of(whole), Guessed: true));
                previous = whole;
                continue;
            }

            if (digits.Length < LeastDigits)
            {
                continue;
            }

            if (previous.Length == digits.Length && Spans().IsMatch(between) && result.Count > 0 && string.CompareOrdinal(previous, digits) < 0)
            {
                result[^1] = result[^1] with { RangeEnd = NumberKey.Of(digits) };
            }
            else
            {
                result.Add(new WrittenNumber(match.Groups["letters"].Value.ToUpperInvariant(), NumberKey.Of(digits)));
            }

            previous = digits;
        }

        return result;
    }

    /// <summary>The keys of a range, at most a hundred; both ends included.</summary>
    public static IEnumerable<string> Keys(WrittenNumber number)
    {
        if (number.RangeEnd is null || !long.TryParse(number.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !long.TryParse(number.RangeEnd, NumberStyles.None, CultureInfo.InvariantCulture, out var last) || last - first > 100)
        {
            return number.RangeEnd is null ? [number.Key] : [number.Key, number.RangeEnd];
        }

        return Enumerable.Range(0, (int)(last - first) + 1).Select(step => (first + step).ToString(CultureInfo.InvariantCulture));
    }

    // letters, at most one sign, digits; signs inside a run of digits end it
    [GeneratedRegex(@"(?<letters>[A-Za-z]{1,10})?(?:[-#.:_]|\s{1,2})?(?<digits>[0-9]+)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^\s*(?:[/,+&;]|u\.|und|and|et|en)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Joins();

    [GeneratedRegex(@"^\s*(?:-|–|to|bis|t/m|au|à)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Spans();
}
