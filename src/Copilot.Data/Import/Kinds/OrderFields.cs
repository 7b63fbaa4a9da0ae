using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>The fields of an order file.</summary>
internal sealed class OrderFields
{
    private readonly Func<Field, Field> _add;

    public OrderFields(Func<Field, Field> add)
    {
        _add = add;
        Number = add(new("number", FieldType.Key, "order number", Headings.Order) { Required = true, Longest = 60, Numbering = DocumentKind.Order });
        Customer = add(new("customer", FieldType.Reference, "customer number or name", Headings.Customer) { Required = true, Target = ReferenceTarget.Customer });
        CustomerName = Text("customer_name", "the customer's name", Headings.CustomerName);
        CustomerCountry = add(new("customer_country", FieldType.Country, "the customer's country", Headings.CustomerCountry));
        CustomerRegion = Text("customer_region", "the customer's sales region", Headings.CustomerRegion);
        Po = add(new("customer_po", FieldType.Key, "the customer's own order number", "customer po; po number; purchase order; purchase order number; customer order number; customer reference; your reference; Kundenbestellnummer; Bestellnummer Kunde; Ihre Bestellung; commande client; référence client; bon de commande; klantreferentie; inkoopordernummer; inkooporder klant") { Longest = 60 });
        Channel = add(new("channel", FieldType.Choice, "wholesale or ecom", "channel; sales channel; Vertriebsweg; Kanal; canal; kanaal; verkoopkanaal") { Words = typeof(Channel) });
        Ordered = Day("ordered_on", "order date", "order date; ordered on; ordered; date ordered; po date; order placed; order created; Auftragsdatum; Bestelldatum; bestellt am; date de commande; commandé le; orderdatum; besteldatum; besteld op | document date; date; Datum; datum; created on");
        Requested = Day("requested_on", "delivery day the customer asked for", "requested delivery date; requested date; requested on; customer requested date; required date; Wunschlieferdatum; Wunschtermin; gewünschtes Lieferdatum; date souhaitée; date de livraison souhaitée; gewenste leverdatum");
        Promised = Day("promised_on", "delivery day promised", "promised date; promised delivery date; confirmed delivery date; confirmed date; scheduled delivery date; planned delivery date; estimated delivery date; due date; delivery due; zugesagtes Lieferdatum; bestätigtes Lieferdatum; Liefertermin; geplantes Lieferdatum; "
            + "date de livraison prévue; date confirmée; date promise; livraison prévue; beloofde leverdatum; bevestigde leverdatum; geplande leverdatum");
        PromisedDays = Whole("promised_days", "days from order to promised delivery, where there is no day", "days for shipment scheduled; promised days; lead time days; delivery days; Lieferzeit Tage; délai de livraison jours; levertijd dagen");
        Shipped = add(new("shipped", FieldType.Instant, "when it left", "ship date; shipped date; shipped on; shipped; shipping date; shipment date; dispatch date; dispatched on; Versanddatum; versendet am; Warenausgang; Warenausgangsdatum; date d'expédition; expédié le; verzenddatum; verzonden op"));
        Delivered = Day("delivered_on", "delivery day", "delivered date; delivery date; delivered on; delivered; actual delivery date; delivered to client date; date delivered; received date; Lieferdatum; geliefert am; Zustelldatum; Anlieferung; date de livraison; livré le; leverdatum; afleverdatum; geleverd op");
        Cancelled = Day("cancelled_on", "day of cancellation", "cancelled on; cancelled date; canceled on; cancellation date; Stornodatum; storniert am; date d'annulation; annulé le; annuleringsdatum; geannuleerd op");
        Status = add(new("status", FieldType.Choice, "unconfirmed, confirmed, on_hold, backordered, picking, shipped, delivered, invoiced or cancelled; follows from the days where it is not given", "order status; status; state; Auftragsstatus; Status; statut; statut de commande; statut commande; orderstatus; état") { Words = typeof(OrderStatus) });
        Hold = add(new("hold_reason", FieldType.Choice, "why it is held", "hold reason; hold; block reason; delivery block; Sperrgrund; Liefersperre; motif de blocage; blokkeerreden; reden blokkering") { Words = typeof(HoldReason) });
        Currency = add(new("currency", FieldType.Currency, "currency, as three letters; the company's own where it is not given", Headings.Currency));
        Terms = Whole("payment_terms_days", "days from invoice to due date", "payment terms days; payment terms; terms; Zahlungsziel; délai de paiement; betaaltermijn");
        Note = Text("note", "free text", "note; notes; comment; comments; remark; remarks; Bemerkung; Notiz; remarque; commentaire; opmerking", 4000);
        LineNo = Whole("line_no", "number of the line", Headings.LineNo);
        Product = add(new("product", FieldType.Reference, "product number or name", Headings.Product) { Target = ReferenceTarget.Product });
        ProductName = Text("product_name", "the product's name", Headings.ProductName);
        ProductLine = Text("product_line", "product line", "product line; product group; product category; category name; sub classification; Produktgruppe; Warengruppe; gamme; famille; productgroep");
        Quantity = Whole("quantity", "units ordered", Headings.Quantity);
        Price = Money("unit_price", "price of a unit", Headings.UnitPrice);
        AmountGiven = Money("amount", "value of the line", Headings.LineAmount);
        Total = Money("total", "value of the whole order, where the file has no lines", "order total; order amount; order value; grand total; Auftragswert; Auftragssumme; Bestellwert; total commande; montant commande; ordertotaal; orderbedrag; orderwaarde");
        Shipment = add(new("shipment", FieldType.Key, "number of the delivery", "shipment number; shipment id; shipment; delivery number; delivery note; delivery note number; delivery; asn; asn number; asn dn nr; packing slip; Liefernummer; Lieferscheinnummer; Lieferschein; Lieferung; numéro de livraison; n° bl; bon de livraison; pakbonnummer; pakbon; zendingnummer; leveringsnummer") { Longest = 60, Numbering = DocumentKind.Shipment });
        ShippedQuantity = Whole("shipped_quantity", "units sent", "shipped quantity; quantity shipped; qty shipped; delivered quantity; quantity delivered; Liefermenge; gelieferte Menge; quantité livrée; quantité expédiée; geleverd aantal; verzonden aantal");
        Warehouse = add(new("warehouse", FieldType.Reference, "the site that ships it", Headings.Warehouse) { Target = ReferenceTarget.Warehouse });
        Carrier = Text("carrier", "carrier", "carrier; carrier name; ship via; shipping carrier; shipment mode; shipping mode; forwarder; Spediteur; Frachtführer; Transporteur; transporteur; vervoerder");
        Tracking = add(new("tracking", FieldType.Key, "the carrier's number", "tracking number; tracking; tracking no; tracking id; Sendungsnummer; Trackingnummer; numéro de suivi; n° de suivi; trackingnummer; track and trace") { Longest = 60 });

        Amount = Computed("amount_now", FieldType.Money, AmountGiven, Quantity, Price);
        PriceNow = Computed("price_now", FieldType.Money, Price, AmountGiven, Quantity);
        TotalAlone = Computed("total_alone", FieldType.Money, Total);
        OrderedNow = Computed("ordered_now", FieldType.Day, Ordered);
        PromisedNow = Computed("promised_now", FieldType.Day, Promised, PromisedDays);
        StatusNow = add(new("status_now", FieldType.Choice, "", "") { From = [Status, Shipped, Delivered, Cancelled], Words = typeof(OrderStatus) });
        HoldNow = add(new("hold_now", FieldType.Choice, "", "") { From = [Hold, Status], Words = typeof(HoldReason) });
        CancelledUnits = Computed("cancelled_units", FieldType.Whole, Status, Cancelled);
        ShipmentNow = add(new("shipment_now", FieldType.Key, "number of the delivery", "") { From = [Shipment, Shipped, Delivered] });
        ShippedNow = Computed("shipped_now", FieldType.Instant, Shipped, Delivered);
        ReleasedNow = Computed("released_now", FieldType.Instant);
        ShippedUnits = Computed("shipped_units", FieldType.Whole, ShippedQuantity, Quantity);
        ShipmentStatusNow = add(new("shipment_status_now", FieldType.Choice, "", "") { From = [Shipped, Delivered], Words = typeof(ShipmentStatus) });
    }

    public Field Number { get; }

    public Field Customer { get; }

    public Field CustomerName { get; }

    public Field CustomerCountry { get; }

    public Field CustomerRegion { get; }

    public Field Po { get; }

    public Field Channel { get; }

    public Field Ordered { get; }

    public Field Requested { get; }

    public Field Promised { get; }

    public Field PromisedDays { get; }

    public Field Shipped { get; }

    public Field Delivered { get; }

    public Field Cancelled { get; }

    public Field Status { get; }

    public Field Hold { get; }

    public Field Currency { get; }

    public Field Terms { get; }

    public Field Note { get; }

    public Field LineNo { get; }

    public Field Product { get; }

    public Field ProductName { get; }

    public Field ProductLine { get; }

    public Field Quantity { get; }

    public Field Price { get; }

    public Field AmountGiven { get; }

    public Field Total { get; }

    public Field Shipment { get; }

    public Field ShippedQuantity { get; }

    public Field Warehouse { get; }

    public Field Carrier { get; }

    public Field Tracking { get; }

    public Field Amount { get; }

    public Field PriceNow { get; }

    public Field TotalAlone { get; }

    public Field OrderedNow { get; }

    public Field PromisedNow { get; }

    public Field StatusNow { get; }

    public Field HoldNow { get; }

    public Field CancelledUnits { get; }

    public Field ShipmentNow { get; }

    public Field ShippedNow { get; }

    public Field ReleasedNow { get; }

    public Field ShippedUnits { get; }

    public Field ShipmentStatusNow { get; }

    private Field Text(string name, string what, string synonyms, int longest = 200) => _add(new(name, FieldType.Text, what, synonyms) { Longest = longest, ManyLines = longest > 500 });

    private Field Day(string name, string what, string synonyms) => _add(new(name, FieldType.Day, what, synonyms));

    private Field Whole(string name, string what, string synonyms) => _add(new(name, FieldType.Whole, what, synonyms) { Least = 0 });

    private Field Money(string name, string what, string synonyms) => _add(new(name, FieldType.Money, what, synonyms));

    private Field Computed(string name, FieldType type, params Field[] from) => _add(new(name, type, "", "") { From = from });
}
