namespace Copilot.Data;

/// <summary>A pass that is good for one use and has had it.</summary>
internal sealed class UsedPassRow
{
    /// <summary>Key: the pass's own number.</summary>
    public string Id { get; set; } = "";

    /// <summary>When the pass is over anyway, and this row may go.</summary>
    public DateTimeOffset EndsAt { get; set; }
}
