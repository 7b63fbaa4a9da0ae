using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Deliveries of known orders; with a product or line number, their lines too.</summary>
internal sealed class ShipmentsKind : ImportKind
{
    private const long MillisecondsPerDay = 86_400_000;

    private readonly Field _number, _order, _line, _product, _quantity, _released, _shipped, _delivered, _promised, _status, _releasedNow, _today, _content, _warehouse;

    public ShipmentsKind()
    {
        _number = Key("number", "number of the delivery", "shipment number; shipment id; shipment; delivery number; delivery id; delivery note; delivery note number; asn; asn number; packing slip; Liefernummer; Lieferscheinnummer; Lieferschein; numéro de livraison; n° bl; bon de livraison; pakbonnummer; pakbon; zendingnummer; leveringsnummer | delivery; Lieferung; livraison; levering", numbering: DocumentKind.Shipment);
        _order = Document("order", ReferenceTarget.Order, DocumentKind.Order, "order number", Headings.Order, required: true);
        _line = Whole("line_no", "number of the order line", Headings.LineNo);
        _product = Reference("product", ReferenceTarget.Product, "product number or name", Headings.Product);
        _quantity = Whole("quantity", "units sent", "shipped quantity; quantity shipped; qty shipped; delivered quantity; quantity delivered; Liefermenge; gelieferte Menge; quantité livrée; quantité expédiée; geleverd aantal; verzonden aantal; " + Headings.Quantity);
        var damaged = Whole("damaged", "units of them that arrived damaged", "damaged; damaged quantity; beschädigt; endommagé; beschadigd");
        _warehouse = Reference("warehouse", ReferenceTarget.Warehouse, "the site", Headings.Warehouse);
        var carrier = Text("carrier", "carrier", "carrier; carrier name; ship via; forwarder; shipment mode; Spediteur; Frachtführer; Transporteur; transporteur; vervoerder");
        var tracking = Key("tracking", "the carrier's number", "tracking number; tracking; tracking id; Sendungsnummer; Trackingnummer; numéro de suivi; n° de suivi; trackingnummer", required: false);
        var cartons = Whole("cartons", "cartons", "cartons; boxes; packages; parcels; Kartons; Packstücke; Kolli; colis; cartons nombre; dozen; colli");
        _released = Add(new Field("released", FieldType.Instant, "when the order reached the site", "released; released at; release date; sent to warehouse; freigegeben am; Freigabe; transmis le; vrijgegeven op"));
        _shipped = Add(new Field("shipped", FieldType.Instant, "when it left", "ship date; shipped date; shipped on; shipped; shipped at; shipping date; shipment date; dispatch date; dispatched; Versanddatum; versendet am; Warenausgang; date d'expédition; expédié le; verzenddatum; verzonden op"));
        _promised = Day("promised_on", "delivery day promised", "promised date; promised delivery date; scheduled delivery date; planned delivery date; estimated delivery date; eta; due date; zugesagtes Lieferdatum; Liefertermin; geplantes Lieferdatum; date de livraison prévue; livraison prévue; beloofde leverdatum; geplande leverdatum");
        _delivered = Day("delivered_on", "delivery day", "delivered date; delivery date; delivered on; delivered; actual delivery date; pod date; Lieferdatum; geliefert am; Zustelldatum; date de livraison; livré le; leverdatum; afleverdatum; geleverd op");
        var status = Choice<ShipmentStatus>("status", "released, picking, packed, in_transit, delivered or returned; follows from the days where it is not given", "shipment status; delivery status; status; state; Lieferstatus; Status; statut; statut livraison; zendingstatus; état");
        _status = Computed<ShipmentStatus>("status_now", status, _shipped, _delivered);
        _releasedNow = Computed("released_now", FieldType.Instant, _released);
        _today = Computed("today", FieldType.Instant);
        _content = Computed("content", FieldType.Whole, _line, _product);
        StatusGiven = status;
        var order = LookupSource.By<Order>(nameof(Order.Number), _order);
        var line = new FirstSource(
            new LookupSource(typeof(OrderLine), (nameof(OrderLine.OrderId), order), (nameof(OrderLine.LineNo), _line)),
            new LookupSource(typeof(OrderLine), (nameof(OrderLine.OrderId), order), (nameof(OrderLine.ProductId), _product)));
        Targets =
        [
            Target.Of<Shipment>("deliveries").GroupBy(_number).Agree(_order).Key((nameof(Shipment.Number), _number))
                .Set(nameof(Shipment.OrderId), order).Set(nameof(Shipment.WarehouseId), _warehouse).Set(nameof(Shipment.Carrier), carrier).Set(nameof(Shipment.TrackingNumber), tracking)
                .Set(nameof(Shipment.Cartons), cartons).Set(nameof(Shipment.ReleasedAt), new GroupSource(_releasedNow, GroupRule.Smallest)).Default(nameof(Shipment.ReleasedAt), _today)
                .Set(nameof(Shipment.ShippedAt), new GroupSource(_shipped, GroupRule.Largest)).Set(nameof(Shipment.PromisedOn), new GroupSource(_promised, GroupRule.Largest))
                .Set(nameof(Shipment.DeliveredOn), new GroupSource(_delivered, GroupRule.Largest)).Set(nameof(Shipment.Status), new GroupSource(_status, GroupRule.Smallest)),
            Target.Of<ShipmentLine>("delivery lines").When(_content)
                .Key((nameof(ShipmentLine.ShipmentId), LookupSource.By<Shipment>(nameof(Shipment.Number), _number)), (nameof(ShipmentLine.OrderLineId), line))
                .Set(nameof(ShipmentLine.ProductId), new FirstSource(_product, new ColumnSource(typeof(OrderLine), nameof(OrderLine.ProductId), line)))
                .Set(nameof(ShipmentLine.Quantity), _quantity).Set(nameof(ShipmentLine.Damaged), damaged),
        ];
    }

    public override string Name => "shipments";

    public override IReadOnlyList<string> OtherNames => ["shipment", "deliveries", "delivery"];

    public override string What => "deliveries, one delivery or delivery line a row";

    public override string Feed => "logistics";

    public override int Rank => 50;

    public override IReadOnlyList<Field> Identity => [_number, _line, _product];

    public override IReadOnlyList<Target> Targets { get; }

    public override IReadOnlyList<Assumption> Assumptions =>
        [new(_warehouse, "MAIN", [_number], "The file names no warehouse: deliveries are taken as sent from a site called MAIN. Another is named with 'constants: {warehouse: …}' in the map.")];

    private Field StatusGiven { get; }

    public override void Complete(RowDraft row, CompletionContext context)
    {
        row.Set<ShipmentStatus>(_status, row.Choice<ShipmentStatus>(StatusGiven) ?? (row.Has(_delivered) ? ShipmentStatus.Delivered : row.Has(_shipped) ? ShipmentStatus.InTransit : ShipmentStatus.Released));
        row.Set(_releasedNow, row.Number(_released) ?? row.Number(_shipped));
        row.Set(_today, (context.Today.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * MillisecondsPerDay);
        row.Set(_content, row.Has(_line) || row.Has(_product) ? 1 : null);
        if (row.Has(_content) && !row.Has(_quantity))
        {
            row.Fault(_quantity, "", "a delivery line needs a quantity");
        }

        if (row.Day(_delivered) is { } delivered && row.Number(_shipped) is { } shipped && delivered < DateOnly.FromDateTime(DateTime.UnixEpoch.AddMilliseconds(shipped)))
        {
            row.Warn("delivered before shipped", $"{delivered:yyyy-MM-dd}");
        }

        if (row.Number(_released) > row.Number(_shipped))
        {
            row.Warn("shipped before it reached the site", row.Text(_number) ?? "");
        }
    }
}
