namespace Copilot.Bot;

/// <summary>What of a turn a card shows.</summary>
/// <param name="Turn">The turn, in the words of the caller: comes back in the buttons that show more of it.</param>
internal sealed record CardView(string Turn)
{
    /// <summary>The table to show a later page of; none for the whole answer.</summary>
    public string? Table { get; init; }

    /// <summary>Whether to show nothing but how the figures were computed.</summary>
    public bool Explain { get; init; }

    /// <summary>The first row, or step of the explanation, to show: counted from 1.</summary>
    public int From { get; init; } = 1;

    /// <summary>Whether this is the whole answer, not a later part of it.</summary>
    public bool Whole => !Explain && (Table is null || From <= 1);
}
