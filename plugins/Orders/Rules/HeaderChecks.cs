using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>Checks of an order as a whole.</summary>
internal static class HeaderChecks
{
    /// <summary>The delivery address is there, the customer's and in use.</summary>
    public static Finding? ShipTo(Order order, ShipTo? place, string customerName) => place switch
    {
        null => new Finding(Check.ShipTo, true, "order", $"an address of {customerName}", $"none", $"Ask {customerName} for the delivery address and put it on {order.Number}."),
        _ when place.CustomerId != order.CustomerId => new Finding(
            Check.ShipTo, true, "order", $"an address of {customerName}", $"{place.Code} {place.Name}, {place.City}, which is not theirs", $"Change the ship-to of {order.Number} to an address of {customerName}."),
        { Active: false } => new Finding(
            Check.ShipTo, true, "order", $"an address in use", $"{place.Code} {place.Name}, {place.City}, closed", $"Change the ship-to of {order.Number} to an address in use."),
        _ => null,
    };

    /// <summary>The terms on the order are those agreed.</summary>
    public static Finding? PaymentTerms(Order order, Customer customer) => order.PaymentTermsDays == customer.PaymentTermsDays
        ? null
        : new Finding(
            Check.PaymentTerms, false, "order", $"{customer.PaymentTermsDays} days, as agreed with {customer.Name}", $"{order.PaymentTermsDays} days",
            $"Set the payment terms of {order.Number} to {customer.PaymentTermsDays} days, or have the controller agree to {order.PaymentTermsDays}.");

    /// <summary>The order reaches the smallest value accepted; compared in the customer's currency only.</summary>
    public static Finding? MinimumOrder(Order order, Customer customer) =>
        order.Currency != customer.Currency || order.TotalMinor >= customer.MinimumOrderMinor
            ? null
            : new Finding(
                Check.MinimumOrder, false, "order", $"{new Money(customer.MinimumOrderMinor, customer.Currency)} or more", $"{new Money(order.TotalMinor, order.Currency)}",
                $"Ask {customer.Name} to add to {order.Number}, or let it go as an exception.");

    /// <summary>The customer's PO number stands on no other live order of theirs.</summary>
    public static Finding? DuplicatePo(Order order, IReadOnlyList<string> othersWithSamePo) => othersWithSamePo.Count == 0
        ? null
        : new Finding(
            Check.DuplicatePo, true, "order", $"PO {order.CustomerPo} on one order", $"also on {string.Join(", ", othersWithSamePo)}",
            $"Ask the customer whether PO {order.CustomerPo} was meant twice; cancel the copy if not.");

    /// <summary>Of a customer whose routing guide is enforced, the requirements on labels and on booking-in are on file; bags and papers only some customers ask for.</summary>
    public static IEnumerable<Finding> Requirements(Customer customer, IReadOnlyCollection<RequirementKind> onFile)
    {
        if (!customer.RoutingGuideStrict)
        {
            return [];
        }

        return new[] { RequirementKind.Labelling, RequirementKind.BookingIn }.Where(kind => !onFile.Contains(kind)).Select(kind => new Finding(
            Check.Requirements, false, "order", $"{customer.Name}'s requirement on {OrderText.Plain(kind)} on file", $"none",
            $"Look it up in {customer.Name}'s routing guide and put it on file before the goods are packed."));
    }

    /// <summary>With this order the customer's exposure stays within the limit.</summary>
    /// <param name="order">The order.</param>
    /// <param name="exposure">The customer's exposure.</param>
    /// <param name="waiting">What the order adds that is not yet counted in it.</param>
    public static Finding? Credit(Order order, Exposure exposure, Money waiting)
    {
        if (exposure.LimitAmount is not { } limit || exposure.In(waiting) is not { } added || exposure.Total + added <= limit)
        {
            return null;
        }

        return new Finding(
            Check.Credit, true, "order", $"exposure with this order of {limit} or less", $"{exposure.Total + added}, which is {exposure.Total + added - limit} over",
            $"Ask \"What would release {order.Number}?\": it weighs cash, disputes and promises against the limit.");
    }
}
