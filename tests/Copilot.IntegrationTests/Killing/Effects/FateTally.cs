namespace Copilot.IntegrationTests.Killing.Effects;

/// <summary>Compares what everybody knows of the same errands. Each finding is a sentence; there are none when nothing is lost, doubled or needlessly unknown.</summary>
internal static class FateTally
{
    /// <summary>What is wrong.</summary>
    /// <param name="fates">The errands.</param>
    /// <param name="taken">The keys of the mails that the server took, in order.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<Fate> fates, IReadOnlyList<string> taken)
    {
        var known = fates.Where(fate => fate.Outside).Select(fate => fate.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. taken.GroupBy(key => key, StringComparer.Ordinal).Where(own => own.Skip(1).Any()).Select(own => $"{own.Key} was sent {own.Count()} times"),
            .. taken.Where(key => !known.Contains(key)).Select(key => $"{key} was sent, and nobody asked for it"),
            .. fates.SelectMany(Wrong),
        ];
    }

    private static IEnumerable<string> Wrong(Fate fate)
    {
        if (fate.Acknowledged && !fate.Confirmed)
        {
            yield return $"the decision on {fate.Key} was acknowledged and is lost";
        }

        if (!fate.Confirmed && fate.Happened > 0)
        {
            yield return $"{fate.Key} happened, and nobody confirmed it";
        }

        if (fate.Confirmed && Ended(fate) is { } wrong)
        {
            yield return $"{fate.Key} ({fate.Kind}) {wrong}";
        }
    }

    private static string? Ended(Fate fate) => fate switch
    {
        { Happened: > 1, Outside: false } => $"was done {fate.Happened} times",
        { State: "Ready" or "Executing" } => $"is {fate.State} for good",
        { State: "Done", Happened: 0 } => "is done by its receipt, and did not happen",
        { State: "Failed", Happened: > 0 } => "has failed by its receipt, and happened",
        { State: "Failed" } => "never happened, though it was confirmed and tried again",
        { State: "Unknown", Outside: false } => "is unknown, though the records tell",
        { State: "Unknown", Called: false } => "is unknown, though nobody was called",
        { Outside: false } when fate.KeyStands != fate.Happened > 0 => "stands in the records without its key, or its key without it",
        _ => null,
    };
}
