using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Receivables.Rules;

/// <summary>The day as of which open items are asked for.</summary>
/// <param name="Day">The day.</param>
/// <param name="Current">Whether the records say it as they stand: the day is the feed's own day or later. An earlier day is worked out from what was applied by then.</param>
internal sealed record OpenDay(DateOnly Day, bool Current)
{
    private static readonly DateOnly Earliest = new(1950, 1, 1);
    private static readonly DateOnly Latest = new(2999, 12, 31);

    /// <summary>The day asked for, or the business day.</summary>
    public static OpenDay Of(DateOnly day, Freshness freshness) => new(day, day >= freshness.Day);

    /// <summary>A day that no books can be asked about; nothing for a day that they can.</summary>
    public static Fault? Check(DateOnly? day) => day is { } value && (value < Earliest || value > Latest)
        ? new Fault("AR-101", $"{value:yyyy-MM-dd} is not a day that books are kept for: name one from {Earliest.Year} to {Latest.Year}, as 2026-09-30.")
        : null;
}
