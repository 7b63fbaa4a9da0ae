namespace Copilot.Core;

/// <summary>A field of an opportunity that can be changed.</summary>
public enum CrmField
{
    /// <summary>Next step.</summary>
    NextStep,

    /// <summary>Its day.</summary>
    NextStepDate,

    /// <summary>Close date.</summary>
    CloseDate,

    /// <summary>Amount.</summary>
    Amount,

    /// <summary>Stage.</summary>
    Stage,

    /// <summary>Contact.</summary>
    Contact,

    /// <summary>Owner.</summary>
    Owner,
}
