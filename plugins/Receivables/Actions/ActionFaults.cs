using Copilot.Core;

namespace Copilot.Plugins.Receivables.Actions;

/// <summary>Why an action cannot be proposed, each with its stable code.</summary>
internal static class ActionFaults
{
    private const int LongestText = 500;

    /// <summary>The customer is not there for the person.</summary>
    public static Fault NoCustomer { get; } = Parts.CustomerScope.NotSeen;

    /// <summary>The invoice is not there for the person.</summary>
    public static Fault NoInvoice { get; } = new("AR-107", "That invoice is not among those you may see: check its number, or ask a colleague of receivables.");

    /// <summary>The payment is not there for the person.</summary>
    public static Fault NoPayment { get; } = new("AR-201", "That payment is not among those you may see: check its number, or ask a colleague of receivables.");

    /// <summary>Nothing is open on the invoice.</summary>
    public static Fault Closed(Invoice invoice, string what) => new(
        "AR-202", $"{invoice.Number} owes nothing{(invoice.ClosedOn is { } day ? $" since {day:yyyy-MM-dd}" : "")}: there is nothing to {what}. Name an invoice that is open.");

    /// <summary>An amount that is nought, negative or above what there is.</summary>
    public static Fault AmountOutOfBounds(string what, Money most) => new("AR-203", $"{what} must be more than nothing and at most {most}: name a plain amount, as {most.Major:0.00}.");

    /// <summary>An amount in another currency than the document's.</summary>
    public static Fault OtherCurrency(string document, CurrencyCode own) => new("AR-204", $"{document} is in {own}: name the amount in {own}.");

    /// <summary>Whether a typed text can be kept.</summary>
    public static Fault? Text(string label, string text) => text.Trim().Length switch
    {
        0 => new Fault("AR-205", $"{label} is missing: say it in a few words."),
        > LongestText => new Fault("AR-206", $"{label} may hold {LongestText} characters at most. Shorten it."),
        _ => null,
    };
}
