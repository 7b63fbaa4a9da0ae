namespace Copilot.Tests.Bot.Authentication;

/// <summary>A clock that stands until a test moves it; its timers are the machine's.</summary>
internal sealed class MovedClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private DateTimeOffset _now = Start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Move(TimeSpan by) => _now += by;
}
