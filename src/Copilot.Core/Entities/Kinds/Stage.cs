namespace Copilot.Core;

/// <summary>Stage of an opportunity.</summary>
public enum Stage
{
    /// <summary>First contact.</summary>
    Prospecting,

    /// <summary>Need and budget known.</summary>
    Qualified,

    /// <summary>Offer made.</summary>
    Proposal,

    /// <summary>Terms discussed.</summary>
    Negotiation,

    /// <summary>Promised for the period.</summary>
    Commit,

    /// <summary>Won.</summary>
    Won,

    /// <summary>Lost.</summary>
    Lost,
}
