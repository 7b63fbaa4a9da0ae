using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Finds the dates and periods of a sentence, in English, German, French and Dutch.</summary>
internal sealed partial class TimeReader(Sentence sentence, TimeFrame frame, Language language)
{
    /// <summary>All time expressions, left to right, not overlapping.</summary>
    public static List<TimeMention> Read(Sentence sentence, TimeFrame frame, Language language)
    {
        var reader = new TimeReader(sentence, frame, language);
        var result = new List<TimeMention>();
        for (var i = 0; i < sentence.Count; i++)
        {
            if (reader.MentionAt(i) is { } mention)
            {
                result.Add(mention);
                i = mention.End - 1;
            }
        }

        return result;
    }

    private TimeMention? MentionAt(int index)
    {
        if (TimeWords.RangeOpeners.Contains(sentence.At(index)) && RangeAt(index + 1, opened: true) is { } opened)
        {
            return opened with { First = index };
        }

        if (TimeWords.Since.Contains(sentence.At(index)) && SinceAt(index) is { } since)
        {
            return since;
        }

        if (RangeAt(index, opened: false) is { } range)
        {
            return range;
        }

        return (AtomAt(index) ?? Running(index)) is { } atom
            ? new TimeMention(atom.First, atom.End, atom.Resolve(frame, Leaning.Past), atom.Resolve(frame, Leaning.Future), atom.NextDays, atom.Point)
            : null;
    }

    /// <summary>"A to B", "1.-15. Oktober", "2026-10-01..2026-10-31".</summary>
    private TimeMention? RangeAt(int index, bool opened)
    {
        var start = SkipArticles(index);
        var left = AtomAt(start);
        if (left is { NextDays: not null })
        {
            return null;
        }

        var partial = left is null && sentence.IsNumber(start) && Small(start) is >= 1 and <= 31;
        var next = left?.End ?? (partial ? SkipOrdinalMark(start + 1) : -1);
        if (next < 0 || JoinerEnd(next, opened) is not { } after)
        {
            return null;
        }

        var right = AtomAt(SkipArticles(after));
        // "01.10.-15.10.2026": the year stands once
        left = left is { Shape: TimeShape.Day, Year: null } && right is { Shape: TimeShape.Fixed, Point: true, Year: { } year } ? Calendar(left.First, left.End, year, left.Number, left.Day) ?? left : left;
        if (right is null || (partial && right.Shape != TimeShape.Day) || (!opened && left is not null && right.Shape != left.Shape))
        {
            return null;
        }

        left ??= right with { Day = Math.Min(Small(start), 31) };
        left = left.Year is null && right.Year is not null && left.Shape == right.Shape ? left with { Year = right.Year } : left;
        return new TimeMention(index, right.End, Span(left, right, Leaning.Past), Span(left, right, Leaning.Future), null, Point: false);
    }

    private TimeValue Span(TimeAtom left, TimeAtom right, Leaning leaning)
    {
        var from = left.Resolve(frame, leaning);
        var to = right.Year is null && right.Shape != TimeShape.Fixed ? right.Resolve(frame, leaning, from.From) : right.Resolve(frame, leaning);
        if (to.To < from.From)
        {
            // "from December to October" makes no stretch: the later one alone is what can be meant
            return to;
        }

        return new TimeValue(new DateRange(from.From, to.To).ToString(), to.To, from.From, to.To);
    }

    private TimeMention? SinceAt(int index)
    {
        if (AtomAt(SkipArticles(index + 1)) is not { } atom)
        {
            return null;
        }

        var start = atom.Resolve(frame, Leaning.Past);
        if (start.From > frame.Today)
        {
            return null;
        }

        var value = new TimeValue(new DateRange(start.From, frame.Today).ToString(), start.From, start.From, frame.Today);
        return new TimeMention(index, atom.End, value, value, null, Point: false);
    }

    private int? JoinerEnd(int index, bool opened)
    {
        if (sentence.IsMark(index, '-') || (sentence.IsMark(index, '.') && sentence.IsMark(index + 1, '.')))
        {
            return sentence.IsMark(index, '-') ? index + 1 : index + 2;
        }

        var word = sentence.At(index);
        var joins = opened ? TimeWords.RangeJoiners.Contains(word) : word is "to" or "until" or "till" or "through" or "thru" or "bis" or "tot" or "au" || (word == "a" && language == Language.Fr);
        if (!joins)
        {
            return null;
        }

        // "t/m", "tot en met", "bis zum": as many joiners as stand in a row
        var end = index + 1;
        while (sentence.IsMark(end, '/') || (TimeWords.RangeJoiners.Contains(sentence.At(end)) && !sentence.IsNumber(end)))
        {
            end++;
        }

        return end;
    }

    private int SkipArticles(int index)
    {
        while (TimeWords.Articles.Contains(sentence.At(index)) || (sentence.IsMark(index, '\'') && sentence.IsGlued(index)))
        {
            if (AtomAt(index) is not null)
            {
                break;
            }

            index++;
        }

        return index;
    }

    private int SkipOrdinalMark(int index)
    {
        if (sentence.At(index) is "st" or "nd" or "rd" or "th" or "er" or "e" or "de" or "te" or "ten" or "eme" && sentence.IsGlued(index))
        {
            index++;
        }

        return sentence.IsMark(index, '.') && sentence.IsGlued(index) && !sentence.IsMark(index + 1, '.') ? index + 1 : index;
    }

    private int Small(int index) =>
        sentence.IsNumber(index) && sentence.Tokens[index].Length <= 4 && int.TryParse(sentence.At(index), System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : -1;

    /// <summary>A year at that place: four digits, or two behind an apostrophe; minus one when there is none.</summary>
    private (int Year, int End)? YearAt(int index)
    {
        if (sentence.IsNumber(index) && sentence.Tokens[index].Length == 4 && Small(index) is >= 1990 and <= 2099 and var year && !(sentence.IsMark(index + 1, '-') && sentence.IsGlued(index + 1) && sentence.IsNumber(index + 2)))
        {
            return (year, index + 1);
        }

        return sentence.IsMark(index, '\'') && sentence.IsNumber(index + 1) && sentence.Tokens[index + 1].Length == 2 ? (2000 + Small(index + 1), index + 2) : null;
    }

    /// <summary>A year behind "of", a slash or a dash, or none; also "of last year".</summary>
    private (int? Year, int End) TrailingYear(int index)
    {
        var start = index;
        if (sentence.IsMark(start, '/') || sentence.IsMark(start, '-') || sentence.IsMark(start, ','))
        {
            start++;
        }
        else
        {
            while (sentence.At(start) is "of" or "de" or "von" or "des" or "van" or "in" or "en" or "du" or "l" || (sentence.IsMark(start, '\'') && sentence.IsGlued(start) && !sentence.IsNumber(start + 1)))
            {
                start++;
            }
        }

        if (YearAt(start) is { } year && !(sentence.IsMark(year.End, '%')))
        {
            return (year.Year, year.End);
        }

        return Relative(start) is { Shape: TimeShape.Fixed, Value.Period: "last-year" or "this-year" or "next-year" } relative
            ? (frame.Fiscal.Of(relative.Value.To).Year, relative.End)
            : (null, index);
    }
}
