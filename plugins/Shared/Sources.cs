using Copilot.Core;

namespace Copilot.Plugins.Shared;

/// <summary>Makes evidence.</summary>
internal static class Sources
{
    /// <summary>Record numbers named in one piece of evidence, at most.</summary>
    public const int MaximumRecords = 100;

    /// <summary>Evidence over records of which some are shown: truncated when fewer are shown than matched.</summary>
    public static Evidence Of(string source, string filter, long rowCount, DateTimeOffset asOf, IReadOnlyCollection<string> recordsShown) =>
        new(source, filter, rowCount, recordsShown.Count < rowCount, asOf, [.. recordsShown.Where(record => record.Length > 0).Distinct().Take(MaximumRecords)]);

    /// <summary>Evidence over records that were counted and summed, every one of them, and are opened through the figures.</summary>
    public static Evidence Counted(string source, string filter, long rowCount, DateTimeOffset asOf) => new(source, filter, rowCount, Truncated: false, asOf, []);
}
