using Copilot.Core;
using Copilot.Plugins.Orders.Rules;

namespace Copilot.Plugins.Orders;

/// <summary>What a list of orders shows of one, as a query selects it.</summary>
internal sealed class OrderRow
{
    public Id<Order> Id { get; init; }

    public string Number { get; init; } = "";

    public Id<Customer> CustomerId { get; init; }

    public string? CustomerPo { get; init; }

    public OrderStatus Status { get; init; }

    public Id<Warehouse>? WarehouseId { get; init; }

    public DateOnly OrderedOn { get; init; }

    public DateOnly? RequestedOn { get; init; }

    public DateOnly? PromisedOn { get; init; }

    public DateOnly? DeliveredOn { get; init; }

    public CurrencyCode Currency { get; init; }

    public long TotalMinor { get; init; }

    public Money Total => new(TotalMinor, Currency);

    public DateOnly? DueOn => Lateness.DueOn(PromisedOn, RequestedOn);

    public int DaysLate(DateOnly today) => Lateness.Days(Status, PromisedOn, RequestedOn, DeliveredOn, today);

    /// <summary>The rows of some orders.</summary>
    public static IQueryable<OrderRow> Of(IQueryable<Order> orders) => orders.Select(order => new OrderRow
    {
        Id = order.Id,
        Number = order.Number,
        CustomerId = order.CustomerId,
        CustomerPo = order.CustomerPo,
        Status = order.Status,
        WarehouseId = order.WarehouseId,
        OrderedOn = order.OrderedOn,
        RequestedOn = order.RequestedOn,
        PromisedOn = order.PromisedOn,
        DeliveredOn = order.DeliveredOn,
        Currency = order.Currency,
        TotalMinor = order.TotalMinor,
    });
}
