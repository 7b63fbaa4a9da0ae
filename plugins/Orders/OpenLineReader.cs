using Copilot.Core;
using Copilot.Plugins.Orders.Rules;

namespace Copilot.Plugins.Orders;

/// <summary>Reads the lines of orders from which goods are still to go.</summary>
internal static class OpenLineReader
{
    /// <summary>
    /// Lines with units still to ship, of orders that are unconfirmed, confirmed, held, backordered or being picked; what has shipped short in an
    /// order that counts as shipped is not to follow.
    /// </summary>
    public static async Task<IReadOnlyList<OpenLine>> OpenLinesAsync(this FunctionContext context, Id<Customer>? customer, Id<Product>? sku, Id<Warehouse>? warehouse, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var orders = read.Orders.Where(order => order.Status == OrderStatus.Unconfirmed || order.Status == OrderStatus.Confirmed || order.Status == OrderStatus.OnHold
            || order.Status == OrderStatus.Backordered || order.Status == OrderStatus.Picking);
        orders = customer is { } whose ? orders.Where(order => order.CustomerId == whose) : orders;
        orders = warehouse is { } site ? orders.Where(order => order.WarehouseId == site) : orders;
        var lines = sku is { } product ? read.OrderLines.Where(line => line.ProductId == product) : read.OrderLines;
        var rows = await read.ListAsync(
            from order in orders
            join line in lines on order.Id equals line.OrderId
            orderby order.Number, line.LineNo
            select new { Order = order, Line = line },
            cancellationToken);
        var shipped = (await read.ListAsync(
            from order in orders
            join shipment in read.Shipments on order.Id equals shipment.OrderId
            where shipment.ShippedAt != null && shipment.Status != ShipmentStatus.Returned
            join line in read.ShipmentLines on shipment.Id equals line.ShipmentId
            select new { line.OrderLineId, line.Quantity },
            cancellationToken)).ToLookup(row => row.OrderLineId, row => row.Quantity);
        return
        [
            .. rows.Select(row => new OpenLine(
                    row.Order.Id, row.Order.Number, row.Order.CustomerId, row.Order.Status, row.Order.WarehouseId, row.Order.OrderedOn, Lateness.DueOn(row.Order.PromisedOn, row.Order.RequestedOn),
                    row.Line.LineNo, row.Line.ProductId, Math.Max(0, row.Line.Quantity - row.Line.Cancelled - shipped[row.Line.Id].Sum()), new Money(row.Line.UnitPriceMinor, row.Order.Currency)))
                .Where(line => line.ToShip > 0),
        ];
    }
}
