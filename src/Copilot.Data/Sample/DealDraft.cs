using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>A rule of good order that an open deal is planted to break.</summary>
internal enum DealFault
{
    None,
    MissingNextStep,
    Stale,
    CloseDatePast,
    MissingAmount,
    MissingContact,
    CloseDatePushed,
    StageSkipped,
    StageWentBack,
    AmountOutlier,
    OwnerInactive,

    /// <summary>Promised, and far older than won deals were.</summary>
    SlowCommit,
}

/// <summary>A deal in the making.</summary>
internal sealed record DealDraft(int Serial, Account Account, Stage Stage, DateOnly CreatedOn, DateOnly CloseOn, DealFault Fault)
{
    public bool Closed => Stage is Stage.Won or Stage.Lost;

    public Dice Dice(string purpose) => new($"{purpose} of deal {Serial}");
}
