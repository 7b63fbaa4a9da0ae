namespace Copilot.Bot;

/// <summary>What the inbox shows.</summary>
internal enum InboxTab
{
    /// <summary>What waits for the person's decision or word.</summary>
    Yours,

    /// <summary>What the person asked for and others decide.</summary>
    Others,

    /// <summary>What the person decided.</summary>
    Decided,
}
