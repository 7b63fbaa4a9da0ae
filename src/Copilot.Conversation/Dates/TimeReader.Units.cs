using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Units of time and the spans they make.</summary>
internal sealed partial class TimeReader
{
    private static bool IsWeek(in TimeValue value) => value.To.DayNumber - value.From.DayNumber == 6;

    /// <summary>A business week ends on Friday.</summary>
    private static DateOnly LastDay(DateOnly last, TimeUnit unit) => unit == TimeUnit.Week ? last.AddDays(-2) : last;

    private TimeUnit? UnitAt(int index) => TimeWords.Units.TryGetValue(sentence.At(index), out var unit) && (sentence.Tokens[index].Length > 1 || sentence.IsGlued(index)) ? unit : null;

    /// <summary>A small number in digits or words.</summary>
    private int? Count(int index, out int end)
    {
        end = index + 1;
        if (sentence.IsMark(end, '-') && UnitAt(end + 1) is not null)
        {
            end++;
        }

        // "2,500 next week": the end of an amount is no count
        if (sentence.IsGlued(index) && sentence.Tokens[index - 1].Kind == TokenKind.Mark && sentence.At(index - 1) is "." or "," or "'")
        {
            return null;
        }

        if (Small(index) is > 0 and var digits)
        {
            return digits;
        }

        return NumberWords.TryGet(sentence.At(index), out var number) ? number : null;
    }

    private static int Days(int count, TimeUnit unit) => unit switch
    {
        TimeUnit.Day => count,
        TimeUnit.Week => count * 7,
        TimeUnit.Month => count * 30,
        TimeUnit.Quarter => count * 90,
        TimeUnit.Half => count * 182,
        _ => count * 365,
    };

    private DateOnly Shift(int count, TimeUnit unit) => unit switch
    {
        TimeUnit.Day => frame.Today.AddDays(count),
        TimeUnit.Week => frame.Today.AddDays(7 * count),
        TimeUnit.Month => frame.Today.AddMonths(Math.Clamp(count, -1200, 1200)),
        TimeUnit.Quarter => frame.Today.AddMonths(3 * Math.Clamp(count, -400, 400)),
        TimeUnit.Half => frame.Today.AddMonths(6 * Math.Clamp(count, -200, 200)),
        _ => frame.Today.AddYears(Math.Clamp(count, -200, 200)),
    };

    private static string This(TimeUnit unit) => unit switch
    {
        TimeUnit.Day => "today",
        TimeUnit.Week => "this-week",
        TimeUnit.Month => "this-month",
        TimeUnit.Quarter => "this-quarter",
        _ => "this-year",
    };

    private static string Last(TimeUnit unit) => unit == TimeUnit.Day ? "yesterday" : This(unit).Replace("this", "last", StringComparison.Ordinal);

    private static string Next(TimeUnit unit) => This(unit).Replace("this", "next", StringComparison.Ordinal);

    private string Containing(DateOnly day, TimeUnit unit) => unit switch
    {
        TimeUnit.Week => new TimeFrame(day, frame.Fiscal).Days("this-week").ToString(),
        TimeUnit.Month => $"{day:yyyy-MM}",
        TimeUnit.Quarter => $"{frame.Fiscal.Of(day).Year}-Q{frame.Fiscal.Of(day).Quarter}",
        TimeUnit.Year => $"{frame.Fiscal.Of(day).Year}",
        _ => new DateRange(day, day).ToString(),
    };

    private TimeAtom Token(int first, int end, string token) => new(first, end, TimeShape.Fixed) { Value = TimeAtom.Of(token, frame) };

    private TimeAtom Period(int first, int end, string token) => Token(first, end, token);

    private static TimeAtom Day(int first, int end, DateOnly day) => new(first, end, TimeShape.Fixed) { Value = TimeAtom.Of(day), Point = true };

    private TimeAtom Fixed(TimeAtom atom, Leaning leaning)
    {
        var value = atom.Resolve(frame, leaning);
        // "last Friday" said on a Friday means the one a week ago
        value = leaning == Leaning.Past && value.To == frame.Today ? TimeAtom.Of(frame.Today.AddDays(-7)) : value;
        return atom with { Shape = TimeShape.Fixed, Value = value };
    }
}
