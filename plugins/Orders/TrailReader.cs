using Copilot.Core;
using Copilot.Plugins.Orders.Rules;
using Copilot.Plugins.Shared;

namespace Copilot.Plugins.Orders;

/// <summary>
/// Reads what became of the lines of some orders. What belongs to a shipment, an invoice or an order is read once for each of them and not
/// again for every line: texts and days cost the most to read.
/// </summary>
internal static class TrailReader
{
    /// <summary>The lines of some orders with all that was sent, invoiced and credited, in the order of their numbers.</summary>
    /// <param name="context">Whose turn.</param>
    /// <param name="orders">The orders.</param>
    /// <param name="heads">The same orders, read.</param>
    /// <param name="withBilling">Whether invoices and credit notes are wanted.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyList<LineTrail>> TrailsAsync(
        this FunctionContext context, IQueryable<Order> orders, IReadOnlyCollection<OrderRow> heads, bool withBilling, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var byId = heads.ToDictionary(head => head.Id);
        var rows = await read.ListAsync(
            from order in orders
            join line in read.OrderLines on order.Id equals line.OrderId
            select new { line.Id, line.OrderId, line.LineNo, line.ProductId, line.Quantity, line.Cancelled, line.UnitPriceMinor },
            cancellationToken);
        var sent = await SentAsync(context, orders, cancellationToken);
        var billed = withBilling ? await BilledAsync(read, orders, cancellationToken) : null;
        var credited = withBilling ? await CreditedAsync(read, orders, cancellationToken) : null;
        return
        [
            .. rows.Select(row => (row, head: byId[row.OrderId])).OrderBy(pair => pair.head.Number, StringComparer.Ordinal).ThenBy(pair => pair.row.LineNo).Select(pair => new LineTrail
            {
                OrderId = pair.row.OrderId,
                OrderNumber = pair.head.Number,
                LineNo = pair.row.LineNo,
                CustomerId = pair.head.CustomerId,
                ProductId = pair.row.ProductId,
                Status = pair.head.Status,
                OrderedOn = pair.head.OrderedOn,
                UnitPrice = new Money(pair.row.UnitPriceMinor, pair.head.Currency),
                Ordered = pair.row.Quantity,
                Cancelled = pair.row.Cancelled,
                Sent = [.. sent[pair.row.Id]],

                // an invoice in another currency than its order cannot be compared line by line
                Billed = billed is null ? [] : [.. billed[pair.row.Id].Where(item => item.Amount.Currency == pair.head.Currency)],
                Credited = credited is null ? [] : [.. credited[pair.row.Id].Where(item => item.Amount.Currency == pair.head.Currency)],
            }),
        ];
    }

    private static async Task<ILookup<Id<OrderLine>, SentUnits>> SentAsync(FunctionContext context, IQueryable<Order> orders, CancellationToken cancellationToken)
    {
        var read = context.Read;
        var left = from order in orders
                   join shipment in read.Shipments on order.Id equals shipment.OrderId
                   where shipment.ShippedAt != null && shipment.Status != ShipmentStatus.Returned
                   select shipment;
        var zones = (await read.ListAsync(read.Warehouses.Select(row => new { row.Id, row.TimeZone }), cancellationToken)).ToDictionary(row => row.Id, row => SiteZone.Find(row.TimeZone) ?? TimeZoneInfo.Utc);
        var shipments = (await read.ListAsync(left.Select(row => new { row.Id, row.ShippedAt, row.DeliveredOn, row.WarehouseId }), cancellationToken))
            .ToDictionary(row => row.Id, row => (LeftOn: SiteZone.Day(row.ShippedAt!.Value, zones.GetValueOrDefault(row.WarehouseId) ?? TimeZoneInfo.Utc), row.DeliveredOn));
        var lines = await read.ListAsync(
            from shipment in left
            join line in read.ShipmentLines on shipment.Id equals line.ShipmentId
            select new { line.OrderLineId, line.ShipmentId, line.ProductId, line.Quantity, line.Damaged },
            cancellationToken);
        return lines.ToLookup(
            row => row.OrderLineId,
            row => new SentUnits(row.ShipmentId, row.ProductId, row.Quantity, shipments[row.ShipmentId].LeftOn) { DeliveredOn = shipments[row.ShipmentId].DeliveredOn, Damaged = row.Damaged });
    }

    private static async Task<ILookup<Id<OrderLine>, BilledUnits>> BilledAsync(IReadSession read, IQueryable<Order> orders, CancellationToken cancellationToken)
    {
        var items = from order in orders
                    join line in read.OrderLines on order.Id equals line.OrderId
                    join item in read.InvoiceLines on (Id<OrderLine>?)line.Id equals item.OrderLineId
                    select new { line.Id, item.InvoiceId, item.Quantity, item.UnitPriceMinor, item.AmountMinor };
        var named = items.Select(item => item.InvoiceId);
        var invoices = (await read.ListAsync(read.Invoices.Where(row => named.Contains(row.Id)).Select(row => new { row.Id, row.Number, row.ShipmentId, row.IssuedOn, row.Currency }), cancellationToken))
            .ToDictionary(row => row.Id);
        return (await read.ListAsync(items, cancellationToken)).ToLookup(row => row.Id, row =>
        {
            var invoice = invoices[row.InvoiceId];
            return new BilledUnits(invoice.Number, invoice.ShipmentId, invoice.IssuedOn, row.Quantity, new Money(row.UnitPriceMinor, invoice.Currency), new Money(row.AmountMinor, invoice.Currency));
        });
    }

    private static async Task<ILookup<Id<OrderLine>, CreditedUnits>> CreditedAsync(IReadSession read, IQueryable<Order> orders, CancellationToken cancellationToken) =>
        (await read.ListAsync(
            from order in orders
            join line in read.OrderLines on order.Id equals line.OrderId
            join item in read.CreditNoteLines on (Id<OrderLine>?)line.Id equals item.OrderLineId
            join credit in read.CreditNotes on item.CreditNoteId equals credit.Id
            select new { line.Id, credit.Number, item.Quantity, item.AmountMinor, credit.Currency, credit.Reason },
            cancellationToken)).ToLookup(row => row.Id, row => new CreditedUnits(row.Number, row.Quantity, new Money(row.AmountMinor, row.Currency)) { Reason = row.Reason });
}
