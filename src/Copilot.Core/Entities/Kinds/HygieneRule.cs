namespace Copilot.Core;

/// <summary>A rule of CRM hygiene.</summary>
public enum HygieneRule
{
    /// <summary>Late stage without a dated next step.</summary>
    MissingNextStep,

    /// <summary>No activity for the stage's limit.</summary>
    Stale,

    /// <summary>Close date passed.</summary>
    CloseDatePast,

    /// <summary>No amount.</summary>
    MissingAmount,

    /// <summary>No contact.</summary>
    MissingContact,

    /// <summary>Close date put off three times or more.</summary>
    CloseDatePushed,

    /// <summary>A stage was skipped.</summary>
    StageSkipped,

    /// <summary>The stage went back.</summary>
    StageWentBack,

    /// <summary>Amount far from the usual.</summary>
    AmountOutlier,

    /// <summary>Owner has left.</summary>
    OwnerInactive,

    /// <summary>Phone, e-mail, country or postcode malformed.</summary>
    BadFormat,

    /// <summary>Second record of the same.</summary>
    Duplicate,
}
