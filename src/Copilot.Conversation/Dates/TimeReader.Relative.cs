using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Expressions relative to today: last quarter, in two weeks, end of the month, next Friday.</summary>
internal sealed partial class TimeReader
{
    private TimeAtom? SingleWord(int index)
    {
        var word = sentence.At(index);
        if (TimeWords.Tokens.TryGetValue(word, out var token))
        {
            // "hier" is yesterday in French and here in German
            if (word == "hier" && language != Language.Fr)
            {
                return null;
            }

            var end = word == "aujourd" && sentence.IsMark(index + 1, '\'') ? index + 3 : index + 1;
            return Token(index, Math.Min(end, sentence.Count), token) with { Point = token is "today" or "yesterday" };
        }

        // "jeden Morgen", "elke morgen": the time of day
        if (TimeWords.DaysAhead.TryGetValue(word, out var days) && !(word == "morgen" && TimeWords.EveryMorning.Contains(sentence.At(index - 1))))
        {
            return Day(index, index + 1, frame.Today.AddDays(days));
        }

        if (word == "apres" && sentence.IsMark(index + 1, '-') && sentence.At(index + 2) == "demain")
        {
            return Day(index, index + 3, frame.Today.AddDays(2));
        }

        if (word == "day" && sentence.At(index + 1) == "after" && sentence.At(index + 2) == "tomorrow")
        {
            return Day(index, index + 3, frame.Today.AddDays(2));
        }

        if (TimeWords.Ends.TryGetValue(word, out var unit))
        {
            return Day(index, index + 1, LastDay(frame.Days(This(unit)).To, unit));
        }

        return TimeWords.Weekdays.TryGetValue(word, out var weekday) && !(word is "mon" or "sun" && language == Language.Fr)
            ? Weekday(index, weekday)
            : null;
    }

    private TimeAtom Weekday(int index, int weekday)
    {
        var after = sentence.At(index + 1);
        var weekAt = SkipArticles(index + 1);
        if (AtomOfWeek(weekAt) is { Value.Period: "next-week" or "last-week" or "this-week" } week)
        {
            return WeekdayOf(index, week.End, weekday, week.Value.Period!);
        }

        var end = TimeWords.Last.Contains(after) || TimeWords.Next.Contains(after) ? index + 2 : index + 1;
        var leaning = end == index + 1 ? null : TimeWords.Last.Contains(after) ? Leaning.Past : (Leaning?)Leaning.Future;
        var atom = new TimeAtom(index, end, TimeShape.Weekday) { Number = weekday, Point = true };
        return leaning is { } fixedLeaning ? Fixed(atom, fixedLeaning) : atom;
    }

    private TimeAtom? AtomOfWeek(int index) => index < sentence.Count && (TimeWords.Units.ContainsKey(sentence.At(index)) || TimeWords.Units.ContainsKey(sentence.At(index + 1))) ? Relative(index) : null;

    /// <summary>last month, vergangene Woche, le trimestre dernier, de afgelopen 30 dagen, next Friday.</summary>
    private TimeAtom? Relative(int index)
    {
        var word = sentence.At(index);
        var (last, current, next) = (TimeWords.Last.Contains(word), TimeWords.This.Contains(word), TimeWords.Next.Contains(word));
        if (last || current || next)
        {
            return Leading(index, last, current);
        }

        if (word is "vorletzte" or "vorletzten" or "vorletztes" or "vorletzter" && TimeWords.Units.TryGetValue(sentence.At(index + 1), out var before))
        {
            var middle = frame.Days(Last(before)).From.AddDays(-1);
            return Period(index, index + 2, Containing(middle, before));
        }

        return Trailing(index);
    }

    private TimeAtom? Leading(int index, bool last, bool current)
    {
        var at = index + 1;
        at = sentence.At(at) is "fiscal" or "calendar" or "full" or "business" or "whole" ? at + 1 : at;
        var count = Count(at, out var afterCount) ?? 0;
        at = count > 0 ? afterCount : at;
        if (sentence.At(at) is "derniers" or "dernieres" or "prochains" or "prochaines" or "letzten" or "laatste" or "business" or "working" or "calendar" or "full" or "volle" or "vollen" or "hele")
        {
            at++;
        }

        if (count == 0 && TimeWords.Weekdays.TryGetValue(sentence.At(at), out var weekday))
        {
            return Fixed(new TimeAtom(index, at + 1, TimeShape.Weekday) { Number = weekday, Point = true }, last ? Leaning.Past : Leaning.Future);
        }

        if (count == 0 && TimeWords.Months.TryGetValue(sentence.At(at), out var month))
        {
            var atom = new TimeAtom(index, at + 1, TimeShape.Month) { Number = month };
            return atom with { Shape = TimeShape.Fixed, Value = last ? LastMonth(atom) : atom.Resolve(frame, Leaning.Future) };
        }

        if (!TimeWords.Units.TryGetValue(sentence.At(at), out var unit) || (sentence.Tokens[at].Length == 1 && !sentence.IsGlued(at)))
        {
            return null;
        }

        var end = at + 1;
        if (current)
        {
            if (count > 0)
            {
                return null;
            }

            // "ce trimestre dernier" does not occur, "cette semaine" does; "dit jaar", "this year"
            return Token(index, end, This(unit));
        }

        if (count > 0)
        {
            return Counted(index, end, count, unit, last);
        }

        return unit == TimeUnit.Day ? null : unit == TimeUnit.Week && WeekdayAt(end) is { } named ? WeekdayOf(index, named.End, named.Day, last ? "last-week" : "next-week") : Token(index, end, last ? Last(unit) : Next(unit));
    }

    /// <summary>The weekday behind "next week": "next week Tuesday", "nächste Woche am Freitag".</summary>
    private (int Day, int End)? WeekdayAt(int index)
    {
        var at = sentence.At(index) is "on" or "am" or "op" or "le" ? index + 1 : index;
        return TimeWords.Weekdays.TryGetValue(sentence.At(at), out var weekday) ? (weekday, at + 1) : null;
    }

    private TimeAtom WeekdayOf(int first, int end, int weekday, string week) => Day(first, end, frame.Days(week).From.AddDays(weekday - 1));

    private TimeValue LastMonth(TimeAtom atom)
    {
        var value = atom.Resolve(frame, Leaning.Past);
        return value.To >= frame.Today ? (atom with { Year = value.From.Year - 1 }).Resolve(frame, Leaning.Past) : value;
    }

    /// <summary>mois dernier, semaine prochaine, trimestre en cours, 30 derniers jours.</summary>
    private TimeAtom? Trailing(int index)
    {
        if (TimeWords.Units.TryGetValue(sentence.At(index), out var unit) && sentence.Tokens[index].Length > 1)
        {
            var after = sentence.At(index + 1);
            if (TimeWords.Last.Contains(after) && after is not "past")
            {
                return Token(index, index + 2, Last(unit));
            }

            if (TimeWords.Next.Contains(after))
            {
                return Token(index, index + 2, Next(unit));
            }

            if ((after == "en" && sentence.At(index + 2) == "cours") || (after == "to" && sentence.At(index + 2) == "date"))
            {
                return Token(index, index + 3, This(unit));
            }

            return after is "courant" or "courante" ? Token(index, index + 2, This(unit)) : null;
        }

        if (Count(index, out var at) is { } count && sentence.At(at) is "derniers" or "dernieres" or "prochains" or "prochaines" && TimeWords.Units.TryGetValue(sentence.At(at + 1), out var counted))
        {
            return Counted(index, at + 2, count, counted, sentence.At(at)[0] == 'd');
        }

        return null;
    }

    private TimeAtom Counted(int first, int end, int count, TimeUnit unit, bool last)
    {
        var days = Days(count, unit);
        if (last)
        {
            return count == 1 && unit != TimeUnit.Day ? Token(first, end, Last(unit)) : Token(first, end, $"last-{Math.Clamp(days, 1, 3660)}-days");
        }

        var range = new DateRange(frame.Today, frame.Today.AddDays(Math.Min(days, 36_500)));
        return new TimeAtom(first, end, TimeShape.Fixed) { Value = new TimeValue(range.ToString(), range.To, range.From, range.To), NextDays = days };
    }

    /// <summary>in two weeks, vor 3 Tagen, il y a 10 jours, 5 days ago, over 2 weken.</summary>
    private TimeAtom? Distance(int index)
    {
        var word = sentence.At(index);
        var ahead = TimeWords.Ahead.Contains(word) || (word == "over" && language == Language.Nl);
        var back = word == "vor";
        var at = index + 1;
        if (word == "il" && sentence.At(index + 1) == "y" && sentence.At(index + 2) == "a")
        {
            (back, at) = (true, index + 3);
        }

        if ((ahead || back) && Count(at, out var unitAt) is { } count && UnitAt(unitAt) is { } unit)
        {
            return Day(index, unitAt + 1, Shift(ahead ? count : -count, unit));
        }

        return Count(index, out var later) is { } ago && UnitAt(later) is { } agoUnit && TimeWords.Ago.Contains(sentence.At(later + 1))
            ? Day(index, later + 2, Shift(-ago, agoUnit))
            : null;
    }

    /// <summary>end of October, Ende nächster Woche, fin du mois, mi-octobre, month-end, beginning of Q4.</summary>
    private TimeAtom? Edge(int index)
    {
        var word = sentence.At(index);
        if (TimeWords.Units.TryGetValue(word, out var named) && named != TimeUnit.Day && sentence.Tokens[index].Length > 1)
        {
            var end = sentence.IsMark(index + 1, '-') ? index + 2 : index + 1;
            return sentence.At(end) is "end" or "close" ? Day(index, end + 1, LastDay(frame.Days(This(named)).To, named)) : null;
        }

        var (last, middle, first) = (TimeWords.End.Contains(word), TimeWords.Middle.Contains(word), TimeWords.Begin.Contains(word));
        if (!last && !middle && !first)
        {
            return null;
        }

        var at = SkipArticles(sentence.IsMark(index + 1, '-') ? index + 2 : index + 1);
        if (AtomAtEdge(at) is { Point: false } inner)
        {
            var (past, future) = (inner.Resolve(frame, Leaning.Past), inner.Resolve(frame, Leaning.Future));
            var value = last ? future : past;
            if (inner.Shape == TimeShape.Month && inner.Year is null && (last || middle || first))
            {
                // which year is left to the leaning: a day of that month carries it
                var day = last ? 31 : middle ? 15 : 1;
                return new TimeAtom(index, inner.End, TimeShape.Day) { Number = inner.Number, Day = day, Point = true };
            }

            return Day(index, inner.End, last ? LastDay(value.To, IsWeek(value) ? TimeUnit.Week : TimeUnit.Month) : middle ? value.From.AddDays(14) : value.From);
        }

        return UnitAt(at) is { } unit && unit != TimeUnit.Day
            ? Day(index, at + 1, last ? LastDay(frame.Days(This(unit)).To, unit) : middle ? frame.Days(This(unit)).From.AddDays(14) : frame.Days(This(unit)).From)
            : null;
    }

    /// <summary>du trimestre, of the month, im Quartal, van de week: the one that is running, where no other is named.</summary>
    private TimeAtom? Running(int index)
    {
        var word = sentence.At(index);
        var opens = word is "du" or "des" or "im" || (word is "of" or "for" or "in" && sentence.At(index + 1) == "the") || (word is "van" or "in" or "voor" && sentence.At(index + 1) is "de" or "het")
            || (word is "de" && sentence.At(index + 1) is "la" or "l") || (word is "in" && sentence.At(index + 1) == "der");
        var at = word is "du" or "des" or "im" ? index + 1 : index + 2;
        at = sentence.IsMark(at, '\'') ? at + 1 : at;
        var after = sentence.At(at + 1);
        return opens && Relative(at) is null && UnitAt(at) is { } unit and not (TimeUnit.Day or TimeUnit.Half) && after is not ("of" or "de" or "d" or "van" or "von" or "before" or "after" or "davor" or "danach" or "avant" or "voor" or "ended" or "ending") && !sentence.IsNumber(at + 1)
            ? Token(index, at + 1, This(unit))
            : null;
    }

    private TimeAtom? AtomAtEdge(int index) => index < sentence.Count ? NumberedUnit(index) ?? Relative(index) ?? MonthAlone(index) ?? YearAlone(index) : null;
}
