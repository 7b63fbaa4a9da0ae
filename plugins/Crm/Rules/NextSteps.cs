using Copilot.Core;

namespace Copilot.Plugins.Crm.Rules;

/// <summary>How the next step of a deal stands.</summary>
internal enum NextStepState
{
    /// <summary>A step with a day that has not passed.</summary>
    Planned,

    /// <summary>Its day has passed.</summary>
    Past,

    /// <summary>A step without a day, or none at all.</summary>
    Missing,
}

/// <summary>Judges next steps: a step counts when it says what and when.</summary>
internal static class NextSteps
{
    /// <summary>The state on a day.</summary>
    public static NextStepState Of(Opportunity opportunity, DateOnly day) =>
        string.IsNullOrWhiteSpace(opportunity.NextStep) || opportunity.NextStepOn is not { } on ? NextStepState.Missing
        : on < day ? NextStepState.Past
        : NextStepState.Planned;

    /// <summary>The step in words.</summary>
    public static string Words(Opportunity opportunity) => string.IsNullOrWhiteSpace(opportunity.NextStep) ? "none"
        : opportunity.NextStepOn is { } on ? $"{opportunity.NextStep} ({on:yyyy-MM-dd})"
        : $"{opportunity.NextStep} (no day)";
}
