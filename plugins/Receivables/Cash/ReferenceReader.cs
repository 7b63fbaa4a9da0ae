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
        var (previous, previousEnd) = ("", 0);
        foreach (var match in Number().Matches(text).Take(MostNumbers))
        {
            var digits = match.Value;
            var between = text[previousEnd..match.Index];
            previousEnd = match.Index + match.Length;
            if (previous.Length > 0 && digits.Length < previous.Length && Joins().IsMatch(between))
            {
                // "20417/18" leaves out what both have in common
                previous = previous[..^digits.Length] + digits;
                result.Add(new WrittenNumber("", NumberKey.Of(previous), Guessed: true));
                continue;
            }

            if (digits.Length < LeastDigits)
            {
                continue;
            }

            if (previous.Length == digits.Length && Spans().IsMatch(between) && string.CompareOrdinal(previous, digits) < 0)
            {
                result[^1] = result[^1] with { RangeEnd = NumberKey.Of(digits) };
            }
            else
            {
                var joined = Joins().IsMatch(between) || Spans().IsMatch(between);
                result.Add(new WrittenNumber(joined ? "" : Prefix().Match(between).Groups[1].Value.ToUpperInvariant(), NumberKey.Of(digits)));
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

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    // letters right before a number, at most one sign or two blanks between
    [GeneratedRegex(@"([A-Za-z]{1,10})(?:[-#.:_]|\s{0,2})$")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^\s*(?:[/,+&;]|u\.|und|and|et|en)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Joins();

    [GeneratedRegex(@"^\s*(?:-|–|to|bis|t/m|au|à)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Spans();
}
