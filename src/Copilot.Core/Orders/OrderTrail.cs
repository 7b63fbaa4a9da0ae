namespace Copilot.Core;

/// <summary>What an order's history says of where it stood.</summary>
public static class OrderTrail
{
    /// <summary>
    /// The status to which an order returns when its last hold is released: the newest one in its history in which it could still go on; where the
    /// history names none, confirmed when a day was promised to the customer and unconfirmed when not.
    /// </summary>
    /// <param name="order">The order.</param>
    /// <param name="trail">Its history, in any order.</param>
    public static OrderStatus BeforeHold(Order order, IEnumerable<OrderEvent> trail)
    {
        ArgumentNullException.ThrowIfNull(order);
        return trail.Where(entry => entry.OrderId == order.Id && IsBeforeShipment(entry.Status))
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Select(entry => (OrderStatus?)entry.Status).FirstOrDefault()
            ?? (order.PromisedOn is null ? OrderStatus.Unconfirmed : OrderStatus.Confirmed);
    }

    /// <summary>Whether an order of that status can be held: nothing of what is left has gone yet, and it is not on hold.</summary>
    public static bool IsBeforeShipment(OrderStatus status) =>
        status is OrderStatus.Unconfirmed or OrderStatus.Confirmed or OrderStatus.Backordered or OrderStatus.Picking;
}
