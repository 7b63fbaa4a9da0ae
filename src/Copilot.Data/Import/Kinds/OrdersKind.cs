using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>
/// Orders with their lines, and with their deliveries where the file has them: a row is an order line, or a whole order where no product is
/// given. Rows of one order number are one order; lines that carry no number are counted in the order of the file. A delivery without a
/// number of its own is named for its order and day.
/// </summary>
internal sealed class OrdersKind : ImportKind
{
    private readonly OrderFields _f;

    public OrdersKind()
    {
        _f = new OrderFields(Add);
        CurrencyOf = _f.Currency;
        CompanionsOf = new Dictionary<Field, Companions>
        {
            [_f.Customer] = new(_f.CustomerName, _f.CustomerCountry, _f.CustomerRegion),
            [_f.Product] = new(_f.ProductName, Line: _f.ProductLine),
        };
        var order = LookupSource.By<Order>(nameof(Order.Number), _f.Number);
        var line = new LookupSource(typeof(OrderLine), (nameof(OrderLine.OrderId), order), (nameof(OrderLine.LineNo), _f.LineNo));
        Targets =
        [
            Target.Of<Order>("orders").GroupBy(_f.Number).Agree(_f.Customer).Key((nameof(Order.Number), _f.Number))
                .Set(nameof(Order.CustomerId), _f.Customer).Set(nameof(Order.CustomerPo), _f.Po).Set(nameof(Order.Channel), _f.Channel).Set(nameof(Order.WarehouseId), _f.Warehouse)
                .Set(nameof(Order.OrderedOn), new GroupSource(_f.OrderedNow, GroupRule.Smallest)).Set(nameof(Order.RequestedOn), new GroupSource(_f.Requested, GroupRule.Largest))
                .Set(nameof(Order.PromisedOn), new GroupSource(_f.PromisedNow, GroupRule.Largest)).Set(nameof(Order.DeliveredOn), new GroupSource(_f.Delivered, GroupRule.LargestOfAll))
                .Set(nameof(Order.CancelledOn), new GroupSource(_f.Cancelled, GroupRule.LargestOfAll)).Set(nameof(Order.Status), new GroupSource(_f.StatusNow, GroupRule.Smallest))
                .Set(nameof(Order.Currency), _f.Currency).Set(nameof(Order.TotalMinor), _f.TotalAlone).Default(nameof(Order.TotalMinor), new GroupSource(_f.Amount, GroupRule.Sum))
                .Set(nameof(Order.PaymentTermsDays), _f.Terms).Default(nameof(Order.PaymentTermsDays), 30).Set(nameof(Order.Note), _f.Note)
                .Then(Settlement.OrderTotals, Settlement.OrderHolds),
            Target.Of<OrderLine>("order lines").When(_f.Product).GroupBy(_f.Number, _f.LineNo).Key((nameof(OrderLine.OrderId), order), (nameof(OrderLine.LineNo), _f.LineNo))
                .Set(nameof(OrderLine.ProductId), _f.Product).Set(nameof(OrderLine.Quantity), _f.Quantity).Set(nameof(OrderLine.UnitPriceMinor), _f.PriceNow)
                .Set(nameof(OrderLine.AmountMinor), _f.Amount).Set(nameof(OrderLine.Cancelled), _f.CancelledUnits),
            Target.Of<OrderHold>("holds").When(_f.HoldNow).GroupBy(_f.Number).Key((nameof(OrderHold.OrderId), order), (nameof(OrderHold.Reason), _f.HoldNow), (nameof(OrderHold.PlacedOn), _f.OrderedNow)),
            Target.Of<Shipment>("deliveries").When(_f.ShipmentNow).GroupBy(_f.ShipmentNow).Key((nameof(Shipment.Number), _f.ShipmentNow))
                .Set(nameof(Shipment.OrderId), order).Set(nameof(Shipment.WarehouseId), _f.Warehouse).Set(nameof(Shipment.Carrier), _f.Carrier)
                .Set(nameof(Shipment.TrackingNumber), _f.Tracking).Set(nameof(Shipment.PromisedOn), new GroupSource(_f.PromisedNow, GroupRule.Largest))
                .Set(nameof(Shipment.DeliveredOn), new GroupSource(_f.Delivered, GroupRule.Largest)).Set(nameof(Shipment.ShippedAt), new GroupSource(_f.ShippedNow, GroupRule.Largest))
                .Set(nameof(Shipment.ReleasedAt), new GroupSource(_f.ReleasedNow, GroupRule.Smallest)).Set(nameof(Shipment.Status), new GroupSource(_f.ShipmentStatusNow, GroupRule.Smallest)),
            Target.Of<ShipmentLine>("delivery lines").When(_f.ShipmentNow, _f.Product)
                .Key((nameof(ShipmentLine.ShipmentId), LookupSource.By<Shipment>(nameof(Shipment.Number), _f.ShipmentNow)), (nameof(ShipmentLine.OrderLineId), line))
                .Set(nameof(ShipmentLine.ProductId), _f.Product).Set(nameof(ShipmentLine.Quantity), _f.ShippedUnits),
        ];
    }

    public override string Name => "orders";

    public override IReadOnlyList<string> OtherNames => ["order", "sales_orders", "order_lines", "delivery_history"];

    public override string What => "orders, one order line a row";

    public override string Feed => "orders";

    public override int Rank => 40;

    public override IReadOnlyList<Field> Identity => [_f.Number, _f.LineNo, _f.ShipmentNow];

    public override IReadOnlyList<Field> IdentityIn(Func<Field, bool> given) => !given(_f.Product) ? [_f.Number] : given(_f.LineNo) ? Identity : [];

    public override IReadOnlyList<Target> Targets { get; }

    public override Field? CurrencyOf { get; }

    public override IReadOnlyDictionary<Field, Companions> CompanionsOf { get; }

    public override (Field Number, Field Within)? Counted => (_f.LineNo, _f.Number);

    public override IReadOnlyList<Assumption> Assumptions =>
    [
        new(_f.Warehouse, "MAIN", [_f.Shipment, _f.Shipped, _f.Delivered], "The file names no warehouse: deliveries are taken as sent from a site called MAIN. Another is named with 'constants: {warehouse: …}' in the map."),
    ];

    public override void Complete(RowDraft row, CompletionContext context)
    {
        OrderRow.Amounts(row, _f);
        OrderRow.Days(row, _f);
        OrderRow.Status(row, _f);
        OrderRow.Delivery(row, _f);
        row.WarnIfBefore(_f.Delivered, _f.Ordered, "ordered after delivered");
        row.WarnIfBefore(_f.PromisedNow, _f.Ordered, "promised for a day before the order");
        if (row.Day(_f.Delivered) > context.Today)
        {
            row.Warn("delivered on a day to come", $"{row.Day(_f.Delivered):yyyy-MM-dd}");
        }
    }
}
