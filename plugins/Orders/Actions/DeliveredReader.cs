using Copilot.Core;

namespace Copilot.Plugins.Orders.Actions;

/// <summary>What a customer has of an article of an order, and could send back.</summary>
/// <param name="Product">The article, as it was sent.</param>
/// <param name="Price">The price of a unit on the line it was sent for.</param>
/// <param name="Shipped">Units that left and did not come back.</param>
internal sealed record DeliveredUnits(Product Product, Money Price, int Shipped);

/// <summary>Reads what of an order was sent, and what of it is announced to come back.</summary>
internal static class DeliveredReader
{
    /// <summary>What was sent, a line of the order at a time; a substitute under its own article at the line's price.</summary>
    public static async Task<IReadOnlyList<DeliveredUnits>> DeliveredAsync(this FunctionContext context, OrderFile file, CancellationToken cancellationToken)
    {
        var (read, id, lines) = (context.Read, file.Order.Id, file.Lines.ToDictionary(line => line.Line.Id));
        var sent = await read.ListAsync(
            from shipment in read.Shipments
            where shipment.OrderId == id && shipment.ShippedAt != null && shipment.Status != ShipmentStatus.Returned
            join line in read.ShipmentLines on shipment.Id equals line.ShipmentId
            join product in read.Products on line.ProductId equals product.Id
            select new { line.OrderLineId, Product = product, line.Quantity },
            cancellationToken);
        return
        [
            .. sent.Where(row => lines.ContainsKey(row.OrderLineId)).GroupBy(row => (row.OrderLineId, row.Product.Id)).OrderBy(group => lines[group.Key.OrderLineId].Line.LineNo)
                .Select(group => new DeliveredUnits(group.First().Product, new Money(lines[group.Key.OrderLineId].Line.UnitPriceMinor, file.Order.Currency), group.Sum(row => row.Quantity))),
        ];
    }

    /// <summary>Units of each article that are announced to come back already.</summary>
    public static async Task<Dictionary<Id<Product>, int>> AnnouncedAsync(this FunctionContext context, Id<Order> order, CancellationToken cancellationToken) =>
        (await context.Read.ListAsync(context.Read.OrderReturns.Where(row => row.OrderId == order).Select(row => new { row.ProductId, row.Quantity }), cancellationToken))
        .GroupBy(row => row.ProductId).ToDictionary(group => group.Key, group => group.Sum(row => row.Quantity));
}
