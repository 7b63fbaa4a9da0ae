using Copilot.Core;
using Microsoft.EntityFrameworkCore;

namespace Copilot.Connectors.Company;

/// <summary>What of an order has left: a shipment is entered beside the order and does not move its version.</summary>
internal static class SentUnits
{
    /// <summary>Units that left for a line and did not come back.</summary>
    public static Task<int> ForLineAsync(CompanyWork work, Id<OrderLine> line, CancellationToken cancellationToken) => (
        from sent in work.Records.ShipmentLines
        join shipment in work.Records.Shipments on sent.ShipmentId equals shipment.Id
        where sent.OrderLineId == line && shipment.ShippedAt != null && shipment.Status != ShipmentStatus.Returned
        select sent.Quantity).SumAsync(cancellationToken);

    /// <summary>Units of an article that left with an order and did not come back.</summary>
    public static Task<int> OfProductAsync(CompanyWork work, Id<Order> order, Id<Product> product, CancellationToken cancellationToken) => (
        from sent in work.Records.ShipmentLines
        join shipment in work.Records.Shipments on sent.ShipmentId equals shipment.Id
        where shipment.OrderId == order && sent.ProductId == product && shipment.ShippedAt != null && shipment.Status != ShipmentStatus.Returned
        select sent.Quantity).SumAsync(cancellationToken);

    /// <summary>Units of a line that are invoiced.</summary>
    public static Task<int> InvoicedAsync(CompanyWork work, Id<OrderLine> line, CancellationToken cancellationToken) =>
        work.Records.InvoiceLines.Where(row => row.OrderLineId == line).Select(row => row.Quantity).SumAsync(cancellationToken);
}
