using System.Globalization;

namespace Copilot.Core;

/// <summary>Where an answer's figures come from.</summary>
/// <param name="Source">The subject read: "receivables".</param>
/// <param name="Filter">The filter as applied, in words: "open on 2026-11-21, customer Trendhaus".</param>
/// <param name="RowCount">How many records matched.</param>
/// <param name="Truncated">Whether fewer are shown than matched.</param>
/// <param name="AsOf">When the records were last brought in line with their source.</param>
/// <param name="Records">Numbers of the records shown, at most 100.</param>
public sealed record Evidence(string Source, string Filter, long RowCount, bool Truncated, DateTimeOffset AsOf, IReadOnlyList<string> Records)
{
    /// <summary>"receivables as of 2026-11-20 10:00 UTC: open, customer Trendhaus; 84 records, the first of them shown": the same at every door.</summary>
    public override string ToString()
    {
        var shown = Truncated ? ", the first of them shown" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Source} as of {AsOf.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {Filter}; {RowCount:N0} records{shown}");
    }
}
