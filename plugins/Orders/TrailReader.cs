using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>Reads what became of the lines of some orders.</summary>
internal static class TrailReader
{
    /// <summary>The lines of some orders with all that was sent, invoiced and credited, in the order of their numbers.</summary>
    public static async Task<IReadOnlyList<LineTrail>> TrailsAsync(this FunctionContext context, IQueryable<Order> orders, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var rows = await read.ListAsync(
            from order in orders
            join line in read.OrderLines on order.Id equals line.OrderId
            orderby order.Number, line.LineNo
            select new { Line = line, order.Number, order.CustomerId, order.Status, order.OrderedOn, order.Currency },
            cancellationToken);
        var sent = await SentAsync(context, orders, cancellationToken);
        var billed = (await read.ListAsync(
            from order in orders
            join line in read.OrderLines on order.Id equals line.OrderId
            join item in read.InvoiceLines on (Id<OrderLine>?)line.Id equals item.OrderLineId
            join invoice in read.Invoices on item.InvoiceId equals invoice.Id
            select new { line.Id, invoice.Number, invoice.ShipmentId, invoice.IssuedOn, item.Quantity, item.UnitPriceMinor, item.AmountMinor, invoice.Currency },
            cancellationToken)).ToLookup(row => row.Id);
        var credited = (await read.ListAsync(
            from order in orders
            join line in read.OrderLines on order.Id equals line.OrderId
            join item in read.CreditNoteLines on (Id<OrderLine>?)line.Id equals item.OrderLineId
            join credit in read.CreditNotes on item.CreditNoteId equals credit.Id
            select new { line.Id, credit.Number, item.Quantity, item.AmountMinor, credit.Currency, credit.Reason },
            cancellationToken)).ToLookup(row => row.Id);
        return
        [
            .. rows.Select(row => new LineTrail
            {
                OrderId = row.Line.OrderId,
                OrderNumber = row.Number,
                LineNo = row.Line.LineNo,
                CustomerId = row.CustomerId,
                ProductId = row.Line.ProductId,
                Status = row.Status,
                OrderedOn = row.OrderedOn,
                UnitPrice = new Money(row.Line.UnitPriceMinor, row.Currency),
                Ordered = row.Line.Quantity,
                Cancelled = row.Line.Cancelled,
                Sent = [.. sent[row.Line.Id]],

                // an invoice in another currency than its order cannot be compared line by line
                Billed = [.. billed[row.Line.Id].Where(item => item.Currency == row.Currency)
                    .Select(item => new BilledUnits(item.Number, item.ShipmentId, item.IssuedOn, item.Quantity, new Money(item.UnitPriceMinor, item.Currency), new Money(item.AmountMinor, item.Currency)))],
                Credited = [.. credited[row.Line.Id].Where(item => item.Currency == row.Currency).Select(item => new CreditedUnits(item.Number, item.Quantity, new Money(item.AmountMinor, item.Currency)) { Reason = item.Reason })],
            }),
        ];
    }

    private static async Task<ILookup<Id<OrderLine>, SentUnits>> SentAsync(FunctionContext context, IQueryable<Order> orders, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var zones = (await read.ListAsync(read.Warehouses, cancellationToken)).ToDictionary(row => row.Id, row => SiteZone.Find(row.TimeZone) ?? TimeZoneInfo.Utc);
        return (await read.ListAsync(
            from order in orders
            join shipment in read.Shipments on order.Id equals shipment.OrderId
            where shipment.ShippedAt != null && shipment.Status != ShipmentStatus.Returned
            join line in read.ShipmentLines on shipment.Id equals line.ShipmentId
            select new { line.OrderLineId, ShipmentId = shipment.Id, line.ProductId, line.Quantity, line.Damaged, shipment.ShippedAt, shipment.DeliveredOn, shipment.WarehouseId },
            cancellationToken)).ToLookup(
                row => row.OrderLineId,
                row => new SentUnits(row.ShipmentId, row.ProductId, row.Quantity, SiteZone.Day(row.ShippedAt!.Value, zones.GetValueOrDefault(row.WarehouseId) ?? TimeZoneInfo.Utc))
                {
                    DeliveredOn = row.DeliveredOn,
                    Damaged = row.Damaged,
                });
    }
}
