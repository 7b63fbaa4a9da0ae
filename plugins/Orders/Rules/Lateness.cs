using System.Linq.Expressions;
using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>
/// When an order is late. Its day is the delivery day promised, else the one the customer asked for. It is late when it was delivered after
/// that day, or when the day has passed and it is not yet delivered; goods on the way are not delivered. A cancelled order, one without a day,
/// and one that is closed without a delivery day on record are not late.
/// </summary>
internal static class Lateness
{
    /// <summary>The day that counts: promised, else requested.</summary>
    public static DateOnly? DueOn(DateOnly? promisedOn, DateOnly? requestedOn) => promisedOn ?? requestedOn;

    /// <summary>Whether nothing more is to be delivered.</summary>
    public static bool IsComplete(OrderStatus status, DateOnly? deliveredOn) =>
        deliveredOn is not null || status is OrderStatus.Delivered or OrderStatus.Invoiced or OrderStatus.Cancelled;

    /// <summary>Days late; nought when it is not late.</summary>
    public static int Days(OrderStatus status, DateOnly? promisedOn, DateOnly? requestedOn, DateOnly? deliveredOn, DateOnly today)
    {
        if (status == OrderStatus.Cancelled || DueOn(promisedOn, requestedOn) is not { } due)
        {
            return 0;
        }

        var until = deliveredOn ?? (IsComplete(status, deliveredOn) ? due : today);
        return Math.Max(0, until.DayNumber - due.DayNumber);
    }

    /// <summary>Late, as a condition of a query.</summary>
    public static Expression<Func<Order, bool>> IsLate(DateOnly today) => order =>
        order.Status != OrderStatus.Cancelled
        && ((order.DeliveredOn != null && order.DeliveredOn > (order.PromisedOn ?? order.RequestedOn))
            || (order.DeliveredOn == null && order.Status != OrderStatus.Delivered && order.Status != OrderStatus.Invoiced && (order.PromisedOn ?? order.RequestedOn) < today));

    /// <summary>Late and not yet delivered, as a condition of a query.</summary>
    public static Expression<Func<Order, bool>> IsLateAndOpen(DateOnly today) => order =>
        order.DeliveredOn == null && order.Status != OrderStatus.Cancelled && order.Status != OrderStatus.Delivered && order.Status != OrderStatus.Invoiced
        && (order.PromisedOn ?? order.RequestedOn) < today;

    /// <summary>The opposite of a condition, rows without the days in question included.</summary>
    public static Expression<Func<Order, bool>> Not(Expression<Func<Order, bool>> condition) =>
        Expression.Lambda<Func<Order, bool>>(Expression.Not(condition.Body), condition.Parameters);
}
