using Copilot.Core;

namespace Copilot.Plugins.Orders;

/// <summary>Orders: finding, checking, holding against credit, reconciling, measuring.</summary>
public static class OrdersPlugin
{
    /// <summary>The plugin's functions.</summary>
    public static Plugin Definition { get; } = new Plugin(Area.Orders, typeof(OrdersPlugin))
        .Declare("find(customer, status, po, channel, warehouse, period, late, hold_reason, sku, min_value, region, currency, limit)")
        .Declare("show(order!)")
        .Declare("check(order!)")
        .Declare("backorders(customer, sku, limit)")
        .Declare("reconcile(period, customer, limit)")
        .Declare("kpis(period, by, customer, limit)")
        .Declare("freshness(customer, sku, warehouse, limit)")
        .Declare("stock(sku, warehouse, limit)")
        .Declare("release_options(order!)")
        .DeclareAction("create(customer!, lines!, po, date)")
        .DeclareAction("hold(order!, reason!)")
        .DeclareAction("release(order!, reason)")
        .DeclareAction("cancel(order!, reason!)")
        .DeclareAction("change_date(order!, date!)")
        .DeclareAction("change_line(order!, sku!, quantity, price, currency)")
        .DeclareAction("change_ship_to(order!, value!)")
        .DeclareAction("confirm_to_customer(order!)")
        .DeclareAction("create_return(order!, lines!, reason!)")
        .DeclareAction("allocate(sku!)");
}
