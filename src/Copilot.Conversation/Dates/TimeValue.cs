using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>Which occurrence a month, quarter or day without a year means.</summary>
internal enum Leaning
{
    /// <summary>The latest that has begun: figures of what was.</summary>
    Past,

    /// <summary>The earliest that has not ended: plans, promises, due dates.</summary>
    Future,
}

/// <summary>A time expression once its year is known.</summary>
/// <param name="Period">Its canonical period; none for a mere point in time.</param>
/// <param name="Date">The day it means where a day is asked for.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
internal readonly record struct TimeValue(string? Period, DateOnly? Date, DateOnly From, DateOnly To);

/// <summary>A time expression of a sentence.</summary>
/// <param name="First">First token.</param>
/// <param name="End">The token after the last.</param>
/// <param name="Past">What it means when looking back.</param>
/// <param name="Future">What it means when looking ahead.</param>
/// <param name="NextDays">For "in the next 14 days": the days.</param>
/// <param name="Point">Whether it names a point in time rather than a stretch.</param>
internal sealed record TimeMention(int First, int End, TimeValue Past, TimeValue Future, int? NextDays, bool Point)
{
    /// <summary>The value for a leaning.</summary>
    public TimeValue For(Leaning leaning) => leaning == Leaning.Past ? Past : Future;
}

/// <summary>The day and calendar that time expressions are read by.</summary>
internal readonly record struct TimeFrame(DateOnly Today, FiscalCalendar Fiscal)
{
    /// <summary>The days of a canonical period.</summary>
    public DateRange Days(string period) => Period.Of(period).Resolve(Today, Fiscal);
}
