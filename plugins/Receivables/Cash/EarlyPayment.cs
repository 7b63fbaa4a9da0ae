namespace Copilot.Plugins.Receivables.Cash;

/// <summary>The early-payment discount of the trade terms.</summary>
internal static class EarlyPayment
{
    /// <summary>Days after the discount date on which it is still accepted: a transfer takes a few days.</summary>
    public const int GraceDays = 5;

    /// <summary>The discount that may be taken off what is left, when the money came in on that day; nought when none may.</summary>
    public static long Allowed(CashItem item, long leftMinor, DateOnly receivedOn) =>
        receivedOn <= item.IssuedOn.AddDays(item.DiscountDays + GraceDays) ? OfTerms(item, leftMinor) : 0;

    /// <summary>The discount of the terms, be it too late.</summary>
    public static long OfTerms(CashItem item, long leftMinor) => item.DiscountDays <= 0 || item.IsCredit || item.DiscountPercent <= 0
        ? 0
        : decimal.ToInt64(decimal.Round(leftMinor * item.DiscountPercent / 100, 0, MidpointRounding.AwayFromZero));
}
