using Copilot.Core;
using Copilot.Plugins.Orders.Actions;

namespace Copilot.Plugins.Orders;

/// <summary>Orders: finding, checking, holding against credit, reconciling, measuring.</summary>
public static class OrdersPlugin
{
    /// <summary>The plugin's functions.</summary>
    public static Plugin Definition { get; } = new Plugin(Area.Orders, typeof(OrdersPlugin))
        .Read("find(customer, status, po, channel, warehouse, period, due, late, hold_reason, sku, min_value, region, currency, limit)", context => new FindOrders(context))
        .Read("show(order!)", context => new ShowOrder(context))
        .Read("check(order!)", context => new CheckOrder(context))
        .Read("backorders(customer, sku, limit)", context => new FindBackorders(context))
        .Read("reconcile(period, customer, limit)", context => new ReconcileOrders(context))
        .Read("kpis(period, by, customer, limit)", context => new MeasureOrders(context))
        .Read("freshness(customer, sku, warehouse, limit)", context => new ListFreshness(context))
        .Read("stock(sku, warehouse, limit)", context => new ShowStock(context))
        .Read("release_options(order!)", context => new FindReleaseOptions(context))
        .Action("create(customer!, lines!, po, date)", context => new Create(context))
        .Action("hold(order!, reason!)", context => new Hold(context))
        .Action("release(order!, reason)", context => new Release(context))
        .Action("cancel(order!, reason!)", context => new Cancel(context))
        .Action("change_date(order!, date!)", context => new ChangeDate(context))
        .Action("change_line(order!, sku!, quantity, price, currency)", context => new ChangeLine(context))
        .Action("change_ship_to(order!, value!)", context => new ChangeShipToAddress(context))
        .Action("confirm_to_customer(order!)", context => new ConfirmToCustomer(context))
        .Action("create_return(order!, lines!, reason!)", context => new AnnounceReturn(context))
        .Action("allocate(sku!)", context => new Allocate(context));
}
