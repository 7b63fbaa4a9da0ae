namespace Copilot.Core;

/// <summary>How fresh the records of a subject are: "as of" in every answer.</summary>
public sealed class DataFeed : Entity
{
    /// <summary>Key.</summary>
    public Id<DataFeed> Id { get; set; }

    /// <summary>The subject: orders, logistics, receivables, bank, chargebacks, crm, edi.</summary>
    public string Source { get; set; } = "";

    /// <summary>When the records were last brought in line with their source.</summary>
    public DateTimeOffset AsOf { get; set; }

    /// <summary>Where they came from, as a file's name.</summary>
    public string? Note { get; set; }
}
