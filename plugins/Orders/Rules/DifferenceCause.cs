using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>Why what was ordered, shipped and invoiced differ.</summary>
internal enum DifferenceCause
{
    /// <summary>Units cancelled on the line.</summary>
    Cancelled,

    /// <summary>The order is open: the rest is to follow.</summary>
    StillToShip,

    /// <summary>Fewer were sent than ordered, and no more follow.</summary>
    ShortPick,

    /// <summary>More were sent than ordered.</summary>
    SentTooMany,

    /// <summary>Another product was sent.</summary>
    Substitution,

    /// <summary>The same delivery was invoiced again.</summary>
    DuplicateInvoice,

    /// <summary>Units were invoiced that were never sent.</summary>
    InvoicedMoreThanShipped,

    /// <summary>Units were invoiced before they left.</summary>
    InvoicedBeforeShipped,

    /// <summary>Invoiced at another price than ordered.</summary>
    PriceChanged,

    /// <summary>Sent, the invoice is to follow.</summary>
    NotYetInvoiced,

    /// <summary>Sent, and left off the invoice.</summary>
    InvoicedLessThanShipped,

    /// <summary>Credited for another reason than a difference: damage, goods returned.</summary>
    Credited,
}

/// <summary>A cause with its share in the difference: nought where it makes none, or where a credit has settled it.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Amount">Its share, with the sign of the difference.</param>
/// <param name="Detail">The documents that show it.</param>
internal sealed record ExplainedShare(DifferenceCause Cause, Money Amount, string Detail);

/// <summary>
/// A line's differences. Delivery: ordered less shipped, at the order's price. Billing: invoiced less credited less shipped at the order's price;
/// above nought the customer was billed too much.
/// </summary>
internal sealed record LineDifference(LineTrail Line, Money Delivery, IReadOnlyList<ExplainedShare> DeliveryCauses, Money Billing, IReadOnlyList<ExplainedShare> BillingCauses)
{
    /// <summary>All causes.</summary>
    public IEnumerable<ExplainedShare> Causes => DeliveryCauses.Concat(BillingCauses);

    /// <summary>What no cause explains of the billing difference.</summary>
    public Money Unexplained => BillingCauses.Aggregate(Billing, (left, cause) => left - cause.Amount);

    /// <summary>Whether there is something to see to: more than that goods or an invoice are still to come.</summary>
    public bool Differs => Unexplained.Minor != 0 || Causes.Any(cause => cause.Cause is not (DifferenceCause.StillToShip or DifferenceCause.NotYetInvoiced));

    /// <summary>Whether nothing is wrong but that the invoice is still to come.</summary>
    public bool AwaitsInvoice => !Differs && Causes.Any(cause => cause.Cause == DifferenceCause.NotYetInvoiced);
}
