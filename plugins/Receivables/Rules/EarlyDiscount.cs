using Copilot.Core;

namespace Copilot.Plugins.Receivables.Rules;

/// <summary>Early-payment discount ("2 % within 10 days"): the last day on which it may be taken, and how much it is.</summary>
internal static class EarlyDiscount
{
    /// <summary>Invoice date + discount days; nothing where none is agreed.</summary>
    public static DateOnly? Deadline(DateOnly issuedOn, int discountDays, decimal discountPercent) =>
        discountDays > 0 && discountPercent > 0 ? issuedOn.AddDays(discountDays) : null;

    /// <summary>The invoice amount × the percentage, at most what is still owed.</summary>
    public static Money Amount(Money invoice, Money balance, decimal discountPercent)
    {
        var discount = invoice.Share(discountPercent / 100m);
        return discount < balance ? discount : balance;
    }
}
