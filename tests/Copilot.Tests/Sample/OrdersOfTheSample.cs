using Copilot.Core;

namespace Copilot.Tests.Sample;

/// <summary>Orders, shipments, stock and their histories tell one story.</summary>
public sealed class OrdersOfTheSample
{
    public static TheoryData<DateOnly> Days => SampleBooks.Days;

    [Theory]
    [MemberData(nameof(Days))]
    public void Statuses_OfOrders_FollowShipmentsAndInvoices(DateOnly day)
    {
        var books = SampleBooks.On(day);

        Assert.All(books.Rows.Orders, order =>
        {
            var shipments = books.ShipmentsOf[order.Id].ToList();
            var left = shipments.Count(shipment => shipment.ShippedAt is not null);
            var expected = order.Status switch
            {
                OrderStatus.Unconfirmed or OrderStatus.Confirmed or OrderStatus.OnHold or OrderStatus.Cancelled => shipments.Count == 0,
                OrderStatus.Backordered => left == shipments.Count,
                OrderStatus.Picking => shipments.Count == 1 && left == 0,
                OrderStatus.Shipped => left == 1 && shipments.TrueForAll(shipment => shipment.DeliveredOn is null) && !books.InvoicesOf[order.Id].Any(),
                OrderStatus.Delivered => shipments.TrueForAll(shipment => shipment.DeliveredOn is not null) && !books.InvoicesOf[order.Id].Any(),
                OrderStatus.Invoiced => left == shipments.Count && shipments.TrueForAll(shipment => books.InvoicesOf[order.Id].Any(invoice => invoice.ShipmentId == shipment.Id)),
                _ => false,
            };
            Assert.True(expected, $"{order.Number} {order.Status}");
            Assert.Equal(order.Status == OrderStatus.Cancelled, order.CancelledOn is not null);
            Assert.Equal(order.Status == OrderStatus.Unconfirmed, order.PromisedOn is null);
        });
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Events_OfEveryOrder_BeginWithReceiptAndEndInItsStatus(DateOnly day)
    {
        var books = SampleBooks.On(day);

        Assert.All(books.Rows.Orders, order =>
        {
            var events = books.EventsOf[order.Id].ToList();
            Assert.StartsWith("Received", events[0].Text, StringComparison.Ordinal);
            Assert.Equal(order.Status, events[^1].Status);
            Assert.Equal(events.Select(entry => entry.At).Order(), events.Select(entry => entry.At));
            Assert.Equal(order.OrderedOn, DateOnly.FromDateTime(events[0].At.UtcDateTime));
        });
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Holds_InForce_AreThoseOfOrdersOnHold(DateOnly day)
    {
        var rows = SampleBooks.On(day).Rows;
        var held = rows.OrderHolds.Where(hold => hold.ReleasedOn is null).Select(hold => hold.OrderId).ToList();

        Assert.Equal(rows.Orders.Where(order => order.Status == OrderStatus.OnHold).Select(order => order.Id).Order(), held.Order());
        Assert.All(rows.OrderHolds.Where(hold => hold.ReleasedOn is not null), hold =>
        {
            Assert.True(hold.ReleasedOn >= hold.PlacedOn && hold.ReleasedById is not null && hold.ReleasedById != hold.PlacedById);
            Assert.All(rows.Shipments.Where(shipment => shipment.OrderId == hold.OrderId), shipment => Assert.True(shipment.ReleasedAt > new DateTimeOffset(hold.ReleasedOn!.Value.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)));
        });
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Shipments_Times_FollowOneAnother(DateOnly day)
    {
        var rows = SampleBooks.On(day).Rows;

        Assert.All(rows.Shipments, shipment =>
        {
            var site = rows.Warehouses[shipment.WarehouseId.Value - 1];
            Assert.True(shipment.ShippedAt is null || shipment.ShippedAt > shipment.ReleasedAt, shipment.Number);
            Assert.True(shipment.DeliveredOn is null || shipment.DeliveredOn >= LocalDay(shipment.ShippedAt!.Value, site), shipment.Number);
            Assert.True(LocalDay(shipment.ReleasedAt, site) >= rows.Orders[shipment.OrderId.Value - 1].OrderedOn, shipment.Number);
            Assert.Equal(shipment.Status is ShipmentStatus.InTransit or ShipmentStatus.Delivered, shipment.ShippedAt is not null);
            Assert.Equal(shipment.Status == ShipmentStatus.Delivered, shipment.DeliveredOn is not null);
            Assert.True(shipment.Cartons > 0);
        });
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Batches_InShipments_AreOfTheirProductAndLastLongEnough(DateOnly day)
    {
        var books = SampleBooks.On(day);

        Assert.All(books.Rows.ShipmentLines, line =>
        {
            var shipment = books.Rows.Shipments[line.ShipmentId.Value - 1];
            var batch = books.Rows.Batches[line.BatchId!.Value.Value - 1];
            var customer = books.CustomerOf(books.Rows.Orders[shipment.OrderId.Value - 1]);
            Assert.Equal(line.ProductId, batch.ProductId);
            Assert.True(batch.ExpiresOn > (shipment.DeliveredOn ?? day).AddDays(customer.MinimumShelfLifeDays), $"{shipment.Number} {batch.Number}");
            Assert.InRange(line.Damaged, 0, line.Quantity);
            Assert.True(line.Quantity > 0, $"{shipment.Number} holds nothing of a line");
        });
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Stock_EverywhereAllocated_IsAtMostWhatLiesThere(DateOnly day)
    {
        var books = SampleBooks.On(day);

        Assert.All(books.Rows.Stock, stock => Assert.InRange(stock.Allocated, 0, stock.OnHand));
        Assert.All(books.Rows.Stock, stock => Assert.Equal(stock.ProductId, books.Rows.Batches[stock.BatchId.Value - 1].ProductId));
        Assert.Contains(books.Rows.Stock, stock => stock.OnHand > 0 && books.Rows.Batches[stock.BatchId.Value - 1].ExpiresOn is var last && last > day && last < day.AddDays(90));
        Assert.Contains(books.Rows.Stock, stock => stock.OnHand > 0 && books.Rows.Batches[stock.BatchId.Value - 1].ExpiresOn < day);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Backorders_WaitingLine_FindsNoFreeStockAtItsSite(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var waiting = books.OpenOrders.Where(order => order.Status == OrderStatus.Backordered).ToList();

        Assert.InRange(waiting.Count, 6, 12);
        Assert.Contains(waiting, order => books.ShipmentsOf[order.Id].Any());
        Assert.All(waiting, order => Assert.Contains(books.LinesOf[order.Id], line => books.Shipped(line) == 0 && Free(books, order, line) < line.Quantity));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void OtherOpenOrders_NotBackordered_FindTheirGoods(DateOnly day)
    {
        var books = SampleBooks.On(day);
        var orders = books.OpenOrders.Where(order => order.Status is OrderStatus.Unconfirmed or OrderStatus.OnHold
            && !books.Rows.OrderHolds.Exists(hold => hold.OrderId == order.Id && hold.Reason == HoldReason.Stock));

        Assert.All(orders, order => Assert.All(books.LinesOf[order.Id].Where(line => books.ProductOf(line).DiscontinuedOn is null), line => Assert.True(Free(books, order, line) >= line.Quantity, $"{order.Number} {books.ProductOf(line).Sku}")));
    }

    private static int Free(SampleBooks books, Order order, OrderLine line) =>
        books.Rows.Stock.Where(stock => stock.WarehouseId == order.WarehouseId && stock.ProductId == line.ProductId).Sum(stock => stock.OnHand - stock.Allocated);

    private static DateOnly LocalDay(DateTimeOffset at, Warehouse site) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(site.TimeZone)).DateTime);
}
