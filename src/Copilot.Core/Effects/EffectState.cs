namespace Copilot.Core;

/// <summary>Where an effect stands.</summary>
public enum EffectState
{
    /// <summary>Its proposal waits for a decision.</summary>
    Proposed,

    /// <summary>Confirmed, to be run.</summary>
    Ready,

    /// <summary>Taken out of its proposal by the one who confirmed the rest, or withdrawn before it left.</summary>
    LeftOut,

    /// <summary>Being run.</summary>
    Executing,

    /// <summary>It happened.</summary>
    Done,

    /// <summary>It did not happen.</summary>
    Failed,

    /// <summary>Whether it happened is not known; never run again by itself.</summary>
    Unknown,
}
