using Copilot.Core;

namespace Copilot.Plugins.Receivables.Rules;

/// <summary>
/// Days sales outstanding by the count-back (exhaustion) method: the open receivables are set against the sales of the newest month, then of the one
/// before, until they are used up; each month used up wholly counts its days, the last one the share of its days that is needed. Unlike the simple
/// formula it is not bent by how sales are spread over the period (Credit Research Foundation; Chartered Institute of Credit Management).
/// </summary>
internal static class CountBack
{
    /// <summary>Days of each month, newest first, and whether the sales sufficed to use the receivables up.</summary>
    /// <param name="openMinor">Open receivables.</param>
    /// <param name="months">Sales per month, newest first, in the same unit; the newest may be part of a month.</param>
    public static CountBackResult Of(long openMinor, IEnumerable<(DateRange Month, long SalesMinor)> months)
    {
        var (left, used) = (openMinor, new List<(DateRange Month, decimal Days)>());
        foreach (var (month, sales) in months)
        {
            if (left <= 0)
            {
                break;
            }

            if (sales > left)
            {
                used.Add((month, (decimal)month.LengthInDays * left / sales));
                left = 0;
                break;
            }

            used.Add((month, month.LengthInDays));
            left -= Math.Max(0, sales);
        }

        return new CountBackResult(used, left <= 0);
    }

    /// <summary>The months of a stretch, newest first: the last one ends on <paramref name="end"/>, the others are whole.</summary>
    public static IEnumerable<DateRange> Months(DateOnly end, int count)
    {
        var first = new DateOnly(end.Year, end.Month, 1);
        for (var i = 0; i < count; i++)
        {
            yield return i == 0 ? new DateRange(first, end) : new DateRange(first.AddMonths(-i), first.AddMonths(1 - i).AddDays(-1));
        }
    }
}

/// <summary>The days counted back.</summary>
/// <param name="Months">Days of each month, newest first.</param>
/// <param name="Exhausted">Whether the sales sufficed; else the days are a lower bound.</param>
internal sealed record CountBackResult(IReadOnlyList<(DateRange Month, decimal Days)> Months, bool Exhausted)
{
    /// <summary>All days.</summary>
    public decimal Days => Months.Sum(month => month.Days);
}
