namespace Copilot.Core;

/// <summary>How far the system that records come from is with a change that was made here.</summary>
public enum OverlayState
{
    /// <summary>It does not show it yet: it waits there.</summary>
    Waiting,

    /// <summary>It shows the same: nothing is left to hand over.</summary>
    Confirmed,

    /// <summary>It shows something else than before and than ours: its value was taken, and said so.</summary>
    Overtaken,
}
