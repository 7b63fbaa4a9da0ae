using System.Globalization;

namespace Copilot.Conversation;

/// <summary>A day, month, quarter, week or year that is written like one and is none: "31.02.2026", "2026-13", "Q5", "KW 60", "the year 1850".</summary>
/// <param name="First">First token.</param>
/// <param name="End">The token after the last.</param>
/// <param name="Why">What is wrong with it, as the end of a sentence.</param>
internal sealed record ImpossibleTime(int First, int End, string Why)
{
    private const int FirstYear = 1990;
    private const int LastYear = 2099;

    private static readonly HashSet<string> YearWords = "year jahr jahre annee an jaar fy".Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>The first of a sentence.</summary>
    public static ImpossibleTime? Find(Sentence sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if ((Day(sentence, i) ?? Month(sentence, i) ?? NamedDay(sentence, i) ?? Numbered(sentence, i) ?? Year(sentence, i)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Three numbers set apart like a date.</summary>
    private static ImpossibleTime? Day(Sentence sentence, int index)
    {
        if (!Starts(sentence, index) || sentence.At(index + 1) is not ("." or "/" or "-") || sentence.At(index + 3) != sentence.At(index + 1)
            || !sentence.IsGlued(index + 1) || !sentence.IsGlued(index + 2) || !sentence.IsGlued(index + 3) || !sentence.IsGlued(index + 4) || !sentence.IsNumber(index + 2) || !sentence.IsNumber(index + 4))
        {
            return null;
        }

        var (first, second, third) = (Number(sentence, index), Number(sentence, index + 2), Number(sentence, index + 4));
        var yearFirst = sentence.Tokens[index].Length == 4;
        var year = yearFirst ? first : sentence.Tokens[index + 4].Length == 4 ? third : sentence.Tokens[index + 4].Length == 2 ? 2000 + third : -1;
        if (year is < 1900 or > 2999 || sentence.Tokens[index + 2].Length > 2 || (!yearFirst && sentence.Tokens[index].Length > 2) || (yearFirst && sentence.Tokens[index + 4].Length > 2))
        {
            return null;
        }

        var (day, month) = yearFirst ? (third, second) : (first, second);
        var possible = Exists(year, month, day) || (!yearFirst && sentence.At(index + 1) != "." && Exists(year, day, month));
        return possible ? null : new ImpossibleTime(index, index + 5, month is >= 1 and <= 12 ? TooLong(year, month) : "no month has that number");
    }

    private static ImpossibleTime? Month(Sentence sentence, int index) =>
        Starts(sentence, index) && sentence.Tokens[index].Length == 4 && Number(sentence, index) is >= FirstYear and <= LastYear && sentence.IsMark(index + 1, '-') && sentence.IsGlued(index + 1)
        && sentence.IsNumber(index + 2) && sentence.IsGlued(index + 2) && sentence.Tokens[index + 2].Length == 2 && !(sentence.IsMark(index + 3, '-') && sentence.IsGlued(index + 3)) && Number(sentence, index + 2) is 0 or > 12
            ? new ImpossibleTime(index, index + 3, "there are twelve months")
            : null;

    /// <summary>"31 February", "Februar 30".</summary>
    private static ImpossibleTime? NamedDay(Sentence sentence, int index)
    {
        if (!sentence.IsNumber(index) || sentence.Tokens[index].Length > 2 || sentence.IsGlued(index))
        {
            return null;
        }

        var at = sentence.At(index + 1) is "." or "st" or "nd" or "rd" or "th" or "er" && sentence.IsGlued(index + 1) ? index + 2 : index + 1;
        at = sentence.At(at) is "of" or "de" ? at + 1 : at;
        var end = at + 1;
        if (!TimeWords.Months.TryGetValue(sentence.At(at), out var month))
        {
            return null;
        }

        // without a year the longest February counts
        var named = sentence.IsNumber(end) && sentence.Tokens[end].Length == 4;
        var year = named ? Number(sentence, end) : 2024;
        return year is < 1900 or > 2999 || Exists(year, month, Number(sentence, index)) ? null : new ImpossibleTime(index, named ? end + 1 : end, TooLong(year, month));
    }

    private static ImpossibleTime? Numbered(Sentence sentence, int index)
    {
        var word = sentence.At(index);
        if (word is "q" && sentence.IsNumber(index + 1) && sentence.IsGlued(index + 1) && sentence.Tokens[index + 1].Length == 1 && Number(sentence, index + 1) is 0 or > 4)
        {
            return new ImpossibleTime(index, index + 2, "a year has four quarters");
        }

        return word is "kw" or "cw" && sentence.IsNumber(index + 1) && Number(sentence, index + 1) is 0 or > 53
            ? new ImpossibleTime(index, index + 2, "a year has 52 or 53 calendar weeks")
            : null;
    }

    private static ImpossibleTime? Year(Sentence sentence, int index) =>
        sentence.IsNumber(index) && sentence.Tokens[index].Length == 4 && Number(sentence, index) is < FirstYear or > LastYear && (YearWords.Contains(sentence.At(index - 1)) || (sentence.At(index - 1) is "in" or "en" or "im" && IsLast(sentence, index)))
            ? new ImpossibleTime(index, index + 1, $"I look at the years {FirstYear.ToString(CultureInfo.InvariantCulture)} to {LastYear.ToString(CultureInfo.InvariantCulture)}")
            : null;

    private static bool IsLast(Sentence sentence, int index) => index == sentence.Count - 1 || (index == sentence.Count - 2 && sentence.Tokens[^1].Kind == TokenKind.Mark);

    private static bool Starts(Sentence sentence, int index) => sentence.IsNumber(index) && !sentence.IsGlued(index);

    private static int Number(Sentence sentence, int index) => sentence.Tokens[index].Length <= 4 && int.TryParse(sentence.At(index), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    private static bool Exists(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static string TooLong(int year, int month) =>
        $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} has {DateTime.DaysInMonth(year, month).ToString(CultureInfo.InvariantCulture)} days";
}
