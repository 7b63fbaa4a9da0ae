using Copilot.Core;

namespace Copilot.Plugins.Receivables.Rules;

/// <summary>The period before a period: whole months are followed back by as many whole months, other runs of days by a run of the same length.</summary>
internal static class PriorPeriod
{
    /// <summary>2026-10-01..2026-12-31 → 2026-07-01..2026-09-30; 2026-11-02..2026-11-08 → 2026-10-26..2026-11-01.</summary>
    public static DateRange Of(DateRange range)
    {
        var end = range.From.AddDays(-1);
        if (range.From.Day == 1 && range.To.AddDays(1).Day == 1)
        {
            var months = ((range.To.Year - range.From.Year) * 12) + range.To.Month - range.From.Month + 1;
            return new DateRange(range.From.AddMonths(-months), end);
        }

        return new DateRange(end.AddDays(1 - range.LengthInDays), end);
    }
}
