using System.Globalization;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Single expressions: calendar dates, months, quarters, halves, years.</summary>
internal sealed partial class TimeReader
{
    private TimeAtom? AtomAt(int index)
    {
        if (index < 0 || index >= sentence.Count)
        {
            return null;
        }

        return Numeric(index) ?? NumberedUnit(index) ?? DayAndMonth(index) ?? DayAlone(index) ?? NamedDay(index) ?? Edge(index) ?? Relative(index) ?? Distance(index) ?? SingleWord(index) ?? MonthAlone(index) ?? YearAlone(index);
    }

    /// <summary>2026-10-01, 2026-10, 2026-Q3, 1.10.2026, 1/10/26, 30.9.</summary>
    private TimeAtom? Numeric(int index)
    {
        var attached = sentence.IsGlued(index) && (sentence.IsWord(index - 1) || (sentence.IsMark(index - 1, '-') && !sentence.IsMark(index - 2, '.')));
        if (!sentence.IsNumber(index) || attached)
        {
            return null;
        }

        var first = Small(index);
        var year = sentence.Tokens[index].Length == 4 && first is >= 1990 and <= 2099;
        if (year && sentence.IsGlued(index + 1) && (sentence.IsMark(index + 1, '-') || sentence.IsMark(index + 1, '/') || sentence.IsMark(index + 1, '.')))
        {
            return FromYear(index, first);
        }

        return year ? null : FromDay(index, first);
    }

    private TimeAtom? FromYear(int index, int year)
    {
        if (sentence.At(index + 2) is "q" or "t" or "k" && Small(index + 3) is >= 1 and <= 4 and var quarter)
        {
            return new TimeAtom(index, index + 4, TimeShape.Quarter) { Year = year, Number = quarter };
        }

        if (!sentence.IsNumber(index + 2) || sentence.Tokens[index + 2].Length > 2 || Small(index + 2) is not (>= 1 and <= 12 and var month))
        {
            return null;
        }

        return sentence.IsGlued(index + 3) && sentence.IsGlued(index + 4) && sentence.At(index + 3) == sentence.At(index + 1) && Small(index + 4) is >= 1 and <= 31 and var day
            ? Calendar(index, index + 5, year, month, day)
            : new TimeAtom(index, index + 3, TimeShape.Month) { Year = year, Number = month };
    }

    private TimeAtom? FromDay(int index, int first)
    {
        if (first is not (>= 1 and <= 31) || !sentence.IsGlued(index + 1) || !(sentence.IsMark(index + 1, '.') || sentence.IsMark(index + 1, '/') || sentence.IsMark(index + 1, '-')))
        {
            return null;
        }

        var mark = sentence.At(index + 1)[0];
        var at = index + 2;
        if (!sentence.IsNumber(at) || (mark != '.' && !sentence.IsGlued(at)) || sentence.Tokens[at].Length > 2)
        {
            return null;
        }

        var (day, month) = (first, Small(at));
        if (month is < 1 or > 12)
        {
            // a month in second place is impossible: it was written month first
            if (mark != '/' || day > 12 || month > 31)
            {
                return null;
            }

            (day, month) = (month, day);
        }

        if (sentence.At(at + 1) == mark.ToString() && sentence.IsGlued(at + 1) && sentence.IsNumber(at + 2) && sentence.Tokens[at + 2].Length is 2 or 4)
        {
            var year = Small(at + 2);
            return Calendar(index, at + 3, year < 100 ? 2000 + year : year, month, day);
        }

        // without a year "30.9." needs its second dot and "3/10" must not be a fraction or a range
        return (mark == '.' && sentence.IsMark(at + 1, '.') && sentence.IsGlued(at + 1) && sentence.IsGlued(at)) || mark == '/'
            ? new TimeAtom(index, mark == '.' ? at + 2 : at + 1, TimeShape.Day) { Number = month, Day = day }
            : null;
    }

    private static TimeAtom? Calendar(int first, int end, int year, int month, int day) =>
        year is >= 1900 and <= 2999 && day <= DateTime.DaysInMonth(year, month)
            ? new TimeAtom(first, end, TimeShape.Fixed) { Value = TimeAtom.Of(new DateOnly(year, month, day)), Point = true, Year = year }
            : null;

    /// <summary>Q3 2026, 3. Quartal, third quarter, T3, H1, first half of 2026, KW 42.</summary>
    private TimeAtom? NumberedUnit(int index)
    {
        var word = sentence.At(index);
        if (word is "q" or "h" or "t" or "k" && sentence.IsGlued(index + 1) && Small(index + 1) is >= 1 and <= 4 and var number && sentence.Tokens[index + 1].Length == 1
            && (word is "q" or "h" or "t" || (word == "k" && language == Language.Nl)))
        {
            return word == "h" && number > 2 ? null : Unit(index, index + 2, word == "h" ? TimeShape.Half : TimeShape.Quarter, number);
        }

        if (word is "kw" or "cw" or "week" or "semaine" or "woche" && Small(index + 1) is >= 1 and <= 53 and var week && sentence.Tokens[index + 1].Length <= 2 && !TimeWords.Units.ContainsKey(sentence.At(index + 2)))
        {
            return IsoWeek(index, index + 2, week);
        }

        if (TimeWords.Units.TryGetValue(word, out var named) && named == TimeUnit.Quarter && Small(index + 1) is >= 1 and <= 4 and var behind && sentence.Tokens[index + 1].Length == 1)
        {
            return Unit(index, index + 2, TimeShape.Quarter, behind);
        }

        var at = index;
        if (Small(index) is >= 1 and <= 4 and var ordinal)
        {
            at = SkipOrdinalMark(index + 1);
            if (at == index + 1)
            {
                return null;
            }
        }
        else if (TimeWords.Ordinals.TryGetValue(word, out ordinal))
        {
            at = index + 1;
        }
        else
        {
            return null;
        }

        return TimeWords.Units.TryGetValue(sentence.At(at), out var unit) && (unit == TimeUnit.Quarter || (unit == TimeUnit.Half && ordinal <= 2))
            ? Unit(index, at + 1, unit == TimeUnit.Half ? TimeShape.Half : TimeShape.Quarter, ordinal)
            : null;
    }

    private TimeAtom Unit(int first, int end, TimeShape shape, int number)
    {
        var year = TrailingYear(end);
        return new TimeAtom(first, year.End, shape) { Number = number, Year = year.Year };
    }

    private TimeAtom IsoWeek(int first, int end, int week)
    {
        var year = TrailingYear(end);
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year.Year ?? frame.Today.Year, week, DayOfWeek.Monday));
        if (year.Year is null && monday > frame.Today.AddDays(30))
        {
            monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(frame.Today.Year - 1, week, DayOfWeek.Monday));
        }

        var days = new DateRange(monday, monday.AddDays(6));
        return new TimeAtom(first, year.End, TimeShape.Fixed) { Value = new TimeValue(days.ToString(), days.To, days.From, days.To) };
    }

    /// <summary>5 December, 5. Dezember 2026, le 1er octobre, December 5th, Dec 5 2026.</summary>
    private TimeAtom? DayAndMonth(int index)
    {
        if (Small(index) is >= 1 and <= 31 and var day && sentence.Tokens[index].Length <= 2 && !(index > 0 && sentence.IsGlued(index) && sentence.IsWord(index - 1)))
        {
            var at = SkipOrdinalMark(index + 1);
            at = sentence.At(at) is "of" or "de" ? at + 1 : at;
            at = sentence.IsMark(at, '-') && sentence.IsGlued(at) && TimeWords.Months.ContainsKey(sentence.At(at + 1)) ? at + 1 : at;
            return TimeWords.Months.TryGetValue(sentence.At(at), out var month) ? DayOf(index, at + 1, month, day) : null;
        }

        if (TimeWords.Months.TryGetValue(sentence.At(index), out var leading) && Small(index + 1) is >= 1 and <= 31 and var following && sentence.Tokens[index + 1].Length <= 2
            && !TimeWords.Units.ContainsKey(sentence.At(index + 2)))
        {
            return DayOf(index, SkipOrdinalMark(index + 2), leading, following);
        }

        return null;
    }

    /// <summary>the 28th, on the 15th, am 15., le 15, op de 15e: a day of this month, or of the one before or after.</summary>
    private TimeAtom? DayAlone(int index)
    {
        var opener = sentence.At(index);
        if (opener is not ("the" or "am" or "den" or "zum" or "le" or "au" or "de" or "on" or "by"))
        {
            return null;
        }

        var at = opener is "on" or "by" && sentence.At(index + 1) == "the" ? index + 2 : index + 1;
        if (Small(at) is not (>= 1 and <= 31 and var day) || sentence.Tokens[at].Length > 2 || sentence.IsGlued(at))
        {
            return null;
        }

        var end = SkipOrdinalMark(at + 1);
        var marked = end > at + 1 && (sentence.IsMark(end - 1, '.') ? opener is "am" or "den" or "zum" && end < sentence.Count : true);
        var plain = opener is "le" or "au" && language == Language.Fr;
        if ((!marked && !plain) || TimeWords.Months.ContainsKey(sentence.At(end)) || sentence.At(end) == "of" || (sentence.IsNumber(end) && sentence.IsGlued(end)) || sentence.IsMark(end, '/') || sentence.IsMark(end, '-') || TimeWords.Units.ContainsKey(sentence.At(end)) || sentence.IsMark(end, ',') && sentence.IsNumber(end + 1) && sentence.IsGlued(end + 1)
            || NumberReader.CurrencyOf(sentence.At(end)) is not null)
        {
            return null;
        }

        return new TimeAtom(index, end, TimeShape.DayOfMonth) { Day = day, Point = true };
    }

    private TimeAtom? DayOf(int first, int end, int month, int day)
    {
        end = sentence.IsMark(end, '.') && sentence.IsGlued(end) && YearAt(end + 1) is not null ? end + 1 : end;
        var year = TrailingYear(end);
        if (day > DateTime.DaysInMonth(year.Year ?? 2024, month))
        {
            return null;
        }

        return year.Year is { } known
            ? Calendar(first, year.End, known, month, day)
            : new TimeAtom(first, year.End, TimeShape.Day) { Number = month, Day = day, Point = true };
    }

    private TimeAtom? MonthAlone(int index)
    {
        if (!TimeWords.Months.TryGetValue(sentence.At(index), out var month))
        {
            return null;
        }

        var end = sentence.IsMark(index + 1, '.') && sentence.IsGlued(index + 1) && YearAt(index + 2) is not null ? index + 2 : index + 1;
        var year = TrailingYear(end);
        var verb = sentence.At(index) is "may" or "march" or "mar" or "mai" or "mei" or "jan" or "mars" or "sept" or "dec" or "august";
        if (verb && year.Year is null && !MonthContext(index))
        {
            return null;
        }

        return new TimeAtom(index, year.Year is null ? index + 1 : year.End, TimeShape.Month) { Number = month, Year = year.Year };
    }

    /// <summary>Whether a word that is a month only sometimes ("may", "Jan") is one here.</summary>
    private bool MonthContext(int index) => sentence.At(index - 1) is "in" or "for" or "of" or "since" or "by" or "until" or "last" or "this" or "next" or "im" or "seit" or "bis" or "fur" or "en" or "de"
        or "depuis" or "pour" or "sinds" or "voor" or "ab" or "du" or "au" or "tot" or "van" or "from" or "to" or "and" or "und" or "et" or "between" or "during" or "zwischen" or "tussen" or "entre" or "about"
        or "ende" or "fin" or "end" or "eind" or "mid" or "mitte" or "monat" or "mois" or "month" or "maand";

    private TimeAtom? YearAlone(int index)
    {
        if (YearAt(index) is not { } year || sentence.IsMark(index, '\'') || (sentence.IsGlued(index) && index > 0 && !sentence.IsMark(index - 1, '(')) || sentence.IsGlued(index + 1) && (sentence.IsWord(index + 1) || sentence.IsNumber(index + 2)))
        {
            return null;
        }

        // "over 2000", "2050 euros" are amounts
        var amount = sentence.At(index - 1) is "over" or "above" or "than" or "least" or "uber" or "ueber" or "als" or "que" or "boven" or "mindestens" or "at"
            || sentence.At(index + 1) is "euro" or "euros" or "eur" or "gbp" or "usd" or "pounds" or "dollars" or "units" or "pieces" or "stuck";
        return amount ? null : new TimeAtom(index, year.End, TimeShape.Year) { Year = year.Year };
    }
}
