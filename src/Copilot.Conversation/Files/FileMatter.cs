using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What goes into a file: a table's rows, and what is to be known about them.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">All its rows, in order; not yet read.</param>
/// <param name="About">Where they come from, a line each.</param>
internal sealed record FileMatter(TableBlock Table, IAsyncEnumerable<Row> Rows, IReadOnlyList<(string Label, string Text)> About)
{
    /// <summary>A file holds this many rows at most.</summary>
    public const int MostRows = 100_000;
}
