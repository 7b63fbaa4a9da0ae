namespace Copilot.IntegrationTests.Gate;

/// <summary>A clock that goes where a test puts it.</summary>
internal sealed class HandClock : TimeProvider
{
    private int _calls;

    public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    /// <summary>From that many calls on the clock shows a day later.</summary>
    public int JumpsAfter { get; set; } = int.MaxValue;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Interlocked.Increment(ref _calls) > JumpsAfter ? Now.AddHours(25) : Now;

    public void CountFromHere() => _calls = 0;
}
