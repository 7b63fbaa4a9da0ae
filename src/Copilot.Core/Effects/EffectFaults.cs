namespace Copilot.Core;

/// <summary>What can be wrong with a correction, each with its stable code.</summary>
public static class EffectFaults
{
    /// <summary>The effect has no such field to correct.</summary>
    public static Fault NotEditable(string field) => new("GA-001", $"\"{field}\" cannot be corrected here. Reject the proposal and ask for it anew.");

    /// <summary>Nothing was typed.</summary>
    public static Fault Empty(string label) => new("GA-002", $"{label} may not be empty.");

    /// <summary>Too much was typed.</summary>
    public static Fault TooLong(string label, int most) => new("GA-003", $"{label} may hold {most:N0} characters at most. Shorten it.");

    /// <summary>No day.</summary>
    public static Fault NotADay(string label, string typed) => new("GA-004", $"{label} needs a day, as 2026-12-05; \"{typed}\" is none.");

    /// <summary>No amount, or one out of bounds.</summary>
    public static Fault NotAnAmount(string label, string typed, Money most) => new("GA-005", $"{label} needs an amount above 0 and of {most} at most, as 1234.50; \"{typed}\" is none.");

    /// <summary>No mail addresses.</summary>
    public static Fault NotAddresses(string typed) => new("GA-006", $"\"{typed}\" holds something that is no mail address. Separate addresses by commas.");

    /// <summary>None of the words that can stand there.</summary>
    public static Fault NotAChoice(string label, string typed, IReadOnlyList<string> choices) => new("GA-007", $"{label} is one of: {string.Join(", ", choices)}; \"{typed}\" is none of them.");

    /// <summary>A day that is past already.</summary>
    public static Fault Past(string label, DateOnly day, DateOnly today) => new("GA-080", $"{label} {day:yyyy-MM-dd} is past: today is {today:yyyy-MM-dd}. Name that day or a later one.");
}
