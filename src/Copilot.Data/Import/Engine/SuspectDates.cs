using System.Globalization;

namespace Copilot.Data.Import;

/// <summary>Says which dates of a column with two orders were probably changed by a program that read them in the wrong order.</summary>
internal sealed class SuspectDates(DateColumn column, int lastYear)
{
    private readonly MisreadDates.Original _original = column.Misread.Judge();

    /// <summary>Whether the column bears the mark.</summary>
    public bool Any => _original != MisreadDates.Original.None;

    /// <summary>A date that reads the same in both orders; nothing when it is none.</summary>
    public DateOnly? Harmless(in DateText date) =>
        date.IsYearFirst && date.Day(DateOrders.Ymd, lastYear) is { } written && column.Misread.Meant(written, _original) == written ? written : null;

    /// <summary>What was probably meant by a date that stands year first; nothing when it is not suspect.</summary>
    public string? Explain(in DateText date)
    {
        if (!date.IsYearFirst || date.Day(DateOrders.Ymd, lastYear) is not { } written || column.Misread.Meant(written, _original) is not { } meant || meant == written)
        {
            return null;
        }

        var order = _original == MisreadDates.Original.ShortMonthFirst ? "month/day/year" : "plain dates";
        return $"is written year first among {order}, hardly one of which has a day up to 12: a program has probably read it in the wrong order, and {meant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} was meant";
    }
}
