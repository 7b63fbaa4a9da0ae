namespace Copilot.Data;

/// <summary>
/// The key of an effect that was executed on these records, written in the same transaction: whether an effect happened can be read back, and it
/// cannot happen twice.
/// </summary>
internal sealed class ExecutedEffect
{
    /// <summary>Key: the proposal's number, a slash and the effect's place in it: P-1042/1.</summary>
    public string Key { get; set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What came of it, for a receipt that could not be written.</summary>
    public string Receipt { get; set; } = "";
}
