using System.Linq.Expressions;
using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>Which orders are asked for.</summary>
internal sealed record OrderFilter
{
    public Id<Customer>? Customer { get; init; }

    public OrderStatusFilter? Status { get; init; }

    public string? Po { get; init; }

    public Channel? Channel { get; init; }

    public Id<Warehouse>? Warehouse { get; init; }

    public DateRange? Days { get; init; }

    public bool? Late { get; init; }

    public HoldReason? HoldReason { get; init; }

    public Id<Product>? Sku { get; init; }

    public Money? MinValue { get; init; }

    public Region? Region { get; init; }

    public CurrencyCode? Currency { get; init; }

    /// <summary>Whether the days all lie after today: nothing is ordered then, so the days are those for which goods are promised.</summary>
    public bool Ahead { get; init; }

    /// <summary>Whether it was asked for by the day due: "due this week".</summary>
    public bool Due { get; init; }

    /// <summary>Whether the days are those on which the orders are due (promised, else requested), as in "due this week", "late last month" or "next week"; else the order days.</summary>
    public bool ByDueDay => Due || Late == true || Ahead;

    /// <summary>The orders that the filter lets through.</summary>
    public IQueryable<Order> Apply(IReadSession read, DateOnly today, RateTable rates, IReadOnlyList<CurrencyCode> currencies)
    {
        var orders = ByStatus(read.Orders);
        orders = Customer is { } customer ? orders.Where(order => order.CustomerId == customer) : orders;
        orders = Po is { } po ? orders.Where(order => order.CustomerPo != null && order.CustomerPo.StartsWith(po)) : orders;
        orders = Channel is { } channel ? orders.Where(order => order.Channel == channel) : orders;
        orders = Warehouse is { } warehouse ? orders.Where(order => order.WarehouseId == warehouse) : orders;
        orders = ByDays(orders);
        orders = Late switch
        {
            true => orders.Where(Rules.Lateness.IsLate(today)),
            false => orders.Where(Rules.Lateness.Not(Rules.Lateness.IsLate(today))),
            null => orders,
        };
        if (HoldReason is { } reason)
        {
            var held = read.OrderHolds.Where(hold => hold.Reason == reason && hold.ReleasedOn == null).Select(hold => hold.OrderId);
            orders = orders.Where(order => held.Contains(order.Id));
        }

        if (Sku is { } sku)
        {
            var with = read.OrderLines.Where(line => line.ProductId == sku).Select(line => line.OrderId);
            orders = orders.Where(order => with.Contains(order.Id));
        }

        if (Region is { } region)
        {
            var there = read.Customers.In(region).Select(row => row.Id);
            orders = orders.Where(order => there.Contains(order.CustomerId));
        }

        return ByValue(orders, rates, currencies);
    }

    private IQueryable<Order> ByStatus(IQueryable<Order> orders) => Status switch
    {
        null => orders,
        OrderStatusFilter.Open => orders.Where(order => order.Status != OrderStatus.Invoiced && order.Status != OrderStatus.Cancelled),
        OrderStatusFilter.Unconfirmed => orders.Where(order => order.Status == OrderStatus.Unconfirmed),
        OrderStatusFilter.Confirmed => orders.Where(order => order.Status == OrderStatus.Confirmed),
        OrderStatusFilter.OnHold => orders.Where(order => order.Status == OrderStatus.OnHold),
        OrderStatusFilter.Backordered => orders.Where(order => order.Status == OrderStatus.Backordered),
        OrderStatusFilter.Picking => orders.Where(order => order.Status == OrderStatus.Picking),
        OrderStatusFilter.Shipped => orders.Where(order => order.Status == OrderStatus.Shipped),
        OrderStatusFilter.Delivered => orders.Where(order => order.Status == OrderStatus.Delivered),
        OrderStatusFilter.Invoiced => orders.Where(order => order.Status == OrderStatus.Invoiced),
        OrderStatusFilter.Cancelled => orders.Where(order => order.Status == OrderStatus.Cancelled),
        _ => throw new InvalidOperationException($"Status {Status} has no filter."),
    };

    private IQueryable<Order> ByDays(IQueryable<Order> orders)
    {
        if (Days is not { } days)
        {
            return orders;
        }

        var (from, to) = (days.From, days.To);
        return ByDueDay
            ? orders.Where(order => (order.PromisedOn ?? order.RequestedOn) >= from && (order.PromisedOn ?? order.RequestedOn) <= to)
            : orders.Where(order => order.OrderedOn >= from && order.OrderedOn <= to);
    }

    private IQueryable<Order> ByValue(IQueryable<Order> orders, RateTable rates, IReadOnlyList<CurrencyCode> currencies)
    {
        if (MinValue is not { } minimum)
        {
            return Currency is { } currency ? orders.Where(order => order.Currency == currency) : orders;
        }

        // one threshold a currency, so that the comparison runs in the database; a currency without a rate cannot be compared
        var thresholds = currencies.Select(code => KeyValuePair.Create(code, Threshold(minimum, code, rates))).ToList();
        var threshold = ByCurrency.Choose<Order, long>(order => order.Currency, thresholds, long.MaxValue);
        var total = Expression.Property(threshold.Parameters[0], nameof(Order.TotalMinor));
        return orders.Where(Expression.Lambda<Func<Order, bool>>(Expression.GreaterThanOrEqual(total, threshold.Body), threshold.Parameters));
    }

    /// <summary>The smallest amount of a currency, in minor units, that is worth at least the minimum at the day's rates.</summary>
    internal static long Threshold(Money minimum, CurrencyCode currency, RateTable rates)
    {
        if (currency == minimum.Currency)
        {
            return minimum.Minor;
        }

        return rates.Find(minimum.Currency) is { } from && rates.Find(currency) is { } to
            ? decimal.ToInt64(decimal.Ceiling(minimum.Major * from.Rate / to.Rate * currency.MinorPerMajor))
            : long.MaxValue;
    }
}
