namespace Copilot.Core;

/// <summary>One document's share in a customer's exposure.</summary>
/// <param name="Part">Which part it belongs to; that part says whether it adds or takes away.</param>
/// <param name="Document">Its number; an order's or an invoice's number, a payment's, a credit note's.</param>
/// <param name="Amount">How much, never negative.</param>
public sealed record ExposureItem(ExposurePart Part, string Document, Money Amount)
{
    /// <summary>1 for what adds to the exposure, -1 for what takes away from it.</summary>
    public static int SignOf(ExposurePart part) => part is ExposurePart.OpenCredit or ExposurePart.UnappliedCash ? -1 : 1;
}

/// <summary>An order's goods that do not count in the exposure, and why.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Document">Its number.</param>
/// <param name="Reason">Why they do not count.</param>
/// <param name="Amount">What they would add if they counted.</param>
public sealed record ExposureWaiting(Id<Order> OrderId, string Document, ExposureWaitReason Reason, Money Amount);

/// <summary>Why an order's goods do not count in the exposure.</summary>
public enum ExposureWaitReason
{
    /// <summary>The order is held for credit: it goes nowhere until it is released.</summary>
    OnCreditHold,

    /// <summary>The order is not confirmed to the customer.</summary>
    NotConfirmed,

    /// <summary>The order has shipped short; what is missing is not to follow.</summary>
    ShippedShort,
}
