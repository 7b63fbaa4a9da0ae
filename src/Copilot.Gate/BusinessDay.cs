namespace Copilot.Gate;

/// <summary>The business day that the gate works on.</summary>
/// <param name="Set">The day that a setting says; none where it is the calendar's.</param>
/// <param name="Time">The clock.</param>
public sealed record BusinessDay(DateOnly? Set, TimeProvider Time)
{
    /// <summary>The day.</summary>
    internal DateOnly Today => DateOnly.FromDateTime(Time.GetLocalNow().DateTime);

    /// <summary>The day that is set, where it is another than the calendar's: nothing is confirmed on it.</summary>
    internal DateOnly? Other => Set is { } day && day != Today ? day : null;
}
