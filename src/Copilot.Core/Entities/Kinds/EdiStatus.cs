namespace Copilot.Core;

/// <summary>Where an EDI message stands.</summary>
public enum EdiStatus
{
    /// <summary>Processed.</summary>
    Ok,

    /// <summary>Not processed.</summary>
    Failed,

    /// <summary>Waiting for its acknowledgement.</summary>
    Waiting,

    /// <summary>Processed after a failure.</summary>
    Reprocessed,
}
