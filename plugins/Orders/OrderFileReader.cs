using Copilot.Core;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>Reads one order with all that belongs to it.</summary>
internal static class OrderFileReader
{
    /// <summary>The order, or nothing when it is not there or may not be seen.</summary>
    public static async Task<OrderFile?> OrderFileAsync(this FunctionContext context, Id<Order> id, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var order = await read.OneAsync(id, read.Orders.Where(row => row.Id == id), cancellationToken);
        if (order is null)
        {
            return null;
        }

        var (site, place) = (order.WarehouseId, order.ShipToId);
        return new OrderFile
        {
            Order = order,
            Customer = await context.CustomerAsync(order.CustomerId, cancellationToken),
            Warehouse = site is null ? null : await read.FirstOrDefaultAsync(read.Warehouses.Where(row => row.Id == site), cancellationToken),
            ShipTo = place is null ? null : await read.FirstOrDefaultAsync(read.ShipTos.Where(row => row.Id == place), cancellationToken),
            Lines = await LinesAsync(context, id, cancellationToken),
            Holds = await read.ListAsync(read.OrderHolds.Where(row => row.OrderId == id).OrderByDescending(row => row.PlacedOn).ThenByDescending(row => row.Id), cancellationToken),
            Shipments = await read.ListAsync(read.Shipments.Where(row => row.OrderId == id).OrderBy(row => row.Number), cancellationToken),
            SeesInvoices = context.Turn.Access.MaySee(Area.Receivables),
        };
    }

    private static async Task<IReadOnlyList<OrderFileLine>> LinesAsync(FunctionContext context, Id<Order> id, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var billed = read.InvoiceLines;
        var lines = await read.ListAsync(
            from line in read.OrderLines
            join product in read.Products on line.ProductId equals product.Id
            where line.OrderId == id
            orderby line.LineNo
            select new { Line = line, Product = product, Invoiced = billed.Where(row => row.OrderLineId == line.Id).Sum(row => row.Quantity) },
            cancellationToken);
        var sent = (await read.ListAsync(
            from shipment in read.Shipments
            where shipment.OrderId == id && shipment.ShippedAt != null && shipment.Status != ShipmentStatus.Returned
            join line in read.ShipmentLines on shipment.Id equals line.ShipmentId
            select new { line.OrderLineId, line.ProductId, line.Quantity, line.Damaged },
            cancellationToken)).ToLookup(row => row.OrderLineId);
        return
        [
            .. lines.Select(row => new OrderFileLine(
                row.Line, row.Product, sent[row.Line.Id].Sum(line => line.Quantity), sent[row.Line.Id].Where(line => line.ProductId != row.Line.ProductId).Sum(line => line.Quantity),
                sent[row.Line.Id].Sum(line => line.Damaged), row.Invoiced)),
        ];
    }
}
