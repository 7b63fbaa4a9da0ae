namespace Copilot.Plugins.Receivables.Risk;

/// <summary>What the late-payment model knows of an invoice.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Customer">Whose it is.</param>
/// <param name="IssuedOn">Invoice date.</param>
/// <param name="DueOn">Due date.</param>
/// <param name="Amount">Amount in major units of one currency for all invoices; only ratios and logarithms of it are used.</param>
/// <param name="ClosedOn">Day on which it was settled; none while open.</param>
/// <param name="DisputedOn">Day from which it was known to be disputed; none when it was not.</param>
/// <param name="Electronic">Whether it goes out electronically, where that is known.</param>
/// <param name="DisputeEndedOn">Day on which that dispute was closed; none while it is open.</param>
internal sealed record RiskInvoice(
    string Number, int Customer, DateOnly IssuedOn, DateOnly DueOn, decimal Amount, DateOnly? ClosedOn, DateOnly? DisputedOn = null, bool? Electronic = null, DateOnly? DisputeEndedOn = null)
{
    /// <summary>Days from due date to settlement; negative when it was paid early.</summary>
    public int? DaysPastDue => ClosedOn is { } closed ? closed.DayNumber - DueOn.DayNumber : null;

    /// <summary>Since when it is in dispute on a day; nothing when it is not, or no longer.</summary>
    public DateOnly? InDisputeSince(DateOnly day) => DisputedOn is { } since && since <= day && !(DisputeEndedOn <= day) ? since : null;

    /// <summary>Days from invoice date to due date.</summary>
    public int TermsDays => Math.Max(0, DueOn.DayNumber - IssuedOn.DayNumber);
}
