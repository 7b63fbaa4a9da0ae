namespace Copilot.Core;

/// <summary>Where a chargeback stands.</summary>
public enum ChargebackStatus
{
    /// <summary>To be decided.</summary>
    Open,

    /// <summary>Disputed.</summary>
    Disputed,

    /// <summary>Accepted.</summary>
    Accepted,

    /// <summary>Dispute won.</summary>
    Won,

    /// <summary>Dispute lost.</summary>
    Lost,

    /// <summary>Window missed.</summary>
    Expired,
}
