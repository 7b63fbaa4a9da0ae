using System.Runtime.InteropServices;

namespace Copilot.Data.Import;

/// <summary>
/// The mark that a program leaves when it re-reads dates in the wrong order and saves them again: it converts those that it can read, with
/// a day of at most 12, and leaves the others as they were. The column then holds two ways of writing, and the old one has hardly a low day left.
/// </summary>
internal sealed class MisreadDates(int lastYear)
{
    // with fewer values, that none has a low day may be chance: 20 draws without one of 12 in 30 days happen once in 27,000
    private const int EnoughValues = 20;

    // of untouched dates two in five have a day up to 12; one in twenty is left by somebody who mended a few
    private const int OneLowIn = 20;

    private readonly Dictionary<DateOnly, int> _yearFirst = [];
    private long _monthFirst;
    private long _dayFirst;
    private long _low;
    private DateOnly _earliest = DateOnly.MaxValue;
    private DateOnly _latest = DateOnly.MinValue;

    /// <summary>How a changed value was written before.</summary>
    internal enum Original
    {
        /// <summary>No mark.</summary>
        None,

        /// <summary>12/1/06 (month, day, year) taken for year, month, day: 2012-01-06.</summary>
        ShortMonthFirst,

        /// <summary>Day and month of a whole date exchanged.</summary>
        DayMonthSwapped,
    }

    /// <summary>Adds a date of the column, as often as it stands there.</summary>
    public void Add(in DateText date, int count)
    {
        if (date.IsYearFirst && date.Day(DateOrders.Ymd, lastYear) is { } day)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_yearFirst, day, out _) += count;
        }
        else if (date.IsNumeric)
        {
            var month = date.Day(DateOrders.Mdy, lastYear);
            var other = date.Day(DateOrders.Dmy, lastYear);
            _low += month is not null && other is not null ? count : 0;
            _monthFirst += month is not null && other is null ? count : 0;
            _dayFirst += other is not null && month is null ? count : 0;
            Widen(month is not null && other is not null ? null : month ?? other);
        }
    }

    /// <summary>What happened to the values that stand year first, judged by the column alone.</summary>
    public Original Judge()
    {
        var high = Math.Max(_monthFirst, _dayFirst);
        if (_low * OneLowIn > high || _yearFirst.Count == 0 || high < EnoughValues || Math.Min(_monthFirst, _dayFirst) > 0)
        {
            return Original.None;
        }

        return Fits(Original.ShortMonthFirst) ? Original.ShortMonthFirst : Fits(Original.DayMonthSwapped) ? Original.DayMonthSwapped : Original.None;
    }

    /// <summary>The day that was meant; nothing when the value cannot have come about in that way.</summary>
    public DateOnly? Meant(DateOnly written, Original original)
    {
        var year = written.Year % 100;
        return original switch
        {
            Original.ShortMonthFirst when year is >= 1 and <= 12 => Make((lastYear / 100 * 100) + written.Day, year, written.Month),
            Original.DayMonthSwapped when written.Day <= 12 => Make(written.Year, written.Day, written.Month),
            _ => null,
        };
    }

    private DateOnly? Make(int year, int month, int day)
    {
        var full = year > lastYear ? year - 100 : year;
        return day <= DateTime.DaysInMonth(full, month) ? new DateOnly(full, month, day) : null;
    }

    private void Widen(DateOnly? day)
    {
        _earliest = day < _earliest ? day.Value : _earliest;
        _latest = day > _latest ? day.Value : _latest;
    }

    // every value could have been written so, and what was meant lies where the untouched values lie
    private bool Fits(Original original)
    {
        long all = 0, near = 0;
        foreach (var (written, count) in _yearFirst)
        {
            if (Meant(written, original) is not { } meant)
            {
                return false;
            }

            all += count;
            near += meant >= _earliest.AddYears(-1) && meant <= _latest.AddYears(1) ? count : 0;
        }

        return near >= all * 0.95;
    }
}
