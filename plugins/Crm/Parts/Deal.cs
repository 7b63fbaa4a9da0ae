using Copilot.Core;
using Copilot.Plugins.Crm.Rules;

namespace Copilot.Plugins.Crm.Parts;

/// <summary>An opportunity as it stands on a day, with the names that belong to it.</summary>
/// <param name="Row">The record.</param>
/// <param name="Stage">Its stage on the day.</param>
/// <param name="Since">Since when it is in that stage.</param>
/// <param name="Account">The account's name.</param>
/// <param name="Region">The account's region.</param>
/// <param name="Owner">The owner's name.</param>
/// <param name="Day">The day.</param>
internal sealed record Deal(Opportunity Row, Stage Stage, DateOnly? Since, string? Account, string? Region, string? Owner, DateOnly Day)
{
    /// <summary>Whether it is still in the making.</summary>
    public bool Open => StageHistory.IsOpen(Stage);

    /// <summary>Its value, where it is known.</summary>
    public Money? Amount => Row.AmountMinor is { } minor ? new Money(minor, Row.Currency) : null;

    /// <summary>Days in its stage; nothing when no day is known, or once it is closed.</summary>
    public int? DaysInStage => Open && Since is { } since ? Math.Max(0, Day.DayNumber - since.DayNumber) : null;

    /// <summary>The day by which it is put into a period: the closing of a closed deal, the expected one of an open deal.</summary>
    public DateOnly? CloseDay => Open ? Row.CloseOn : Row.ClosedOn ?? Row.CloseOn;

    /// <summary>How its next step stands.</summary>
    public NextStepState NextStep => NextSteps.Of(Row, Day);
}
