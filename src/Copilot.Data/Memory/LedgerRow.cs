namespace Copilot.Data;

/// <summary>One entry of the ledger: who did what, chained by hash to the entry before. Rows are added and never touched again.</summary>
internal sealed class LedgerRow
{
    /// <summary>1, 2, 3, … without a gap.</summary>
    public long Sequence { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary>What happened: "import", "sample".</summary>
    public string Kind { get; set; } = "";

    /// <summary>The short name of the person, or of the account at the keyboard.</summary>
    public string Actor { get; set; } = "";

    /// <summary>What it was about.</summary>
    public string Subject { get; set; } = "";

    /// <summary>The details as JSON, byte for byte what was hashed.</summary>
    public string Payload { get; set; } = "";

    /// <summary>Hash of the entry before; 64 noughts for the first.</summary>
    public string PreviousHash { get; set; } = "";

    /// <summary>Hash of this entry and the one before, lower-case hexadecimal.</summary>
    public string Hash { get; set; } = "";
}
