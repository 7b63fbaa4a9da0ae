namespace Copilot.Core;

/// <summary>A run of days, both ends included.</summary>
public readonly record struct DateRange
{
    /// <summary>Makes the run; the end may not lie before the start.</summary>
    public DateRange(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            throw new ArgumentException($"The range ends on {to:O}, before it begins on {from:O}.", nameof(to));
        }

        (From, To) = (from, to);
    }

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The last day, included.</summary>
    public DateOnly To { get; }

    /// <summary>How many days, both ends counted.</summary>
    public int LengthInDays => To.DayNumber - From.DayNumber + 1;

    /// <summary>Whether the day lies within.</summary>
    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>"2026-10-01..2026-10-31".</summary>
    public override string ToString() => $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}";
}
