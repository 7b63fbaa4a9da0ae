using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Lines of known invoices.</summary>
internal sealed class InvoiceLinesKind : ImportKind
{
    private readonly Field _invoice, _line, _product, _quantity, _price, _given, _amount, _priceNow;

    public InvoiceLinesKind()
    {
        _invoice = Document("invoice", ReferenceTarget.Invoice, DocumentKind.Invoice, "invoice number", Headings.Invoice, required: true);
        var order = Document("order", ReferenceTarget.Order, DocumentKind.Order, "order number", "order number; sales order; order id; order no; Auftragsnummer; numéro de commande; n° commande; ordernummer", required: false, lenient: true);
        _line = Whole("line_no", "number of the order line", "order line; order line number; order item; Auftragsposition; ligne de commande; orderregel | " + Headings.LineNo);
        _product = Reference("product", ReferenceTarget.Product, "product number or name", Headings.Product, required: true);
        var name = Text("product_name", "the product's name", Headings.ProductName);
        _quantity = Whole("quantity", "units invoiced", "invoiced quantity; billed quantity; quantity invoiced; fakturierte Menge; quantité facturée; gefactureerd aantal; " + Headings.Quantity, required: true);
        CurrencyOf = Currency();
        _price = Money("unit_price", "price of a unit", Headings.UnitPrice);
        _given = Money("amount", "value of the line", Headings.LineAmount);
        _amount = Computed("amount_now", FieldType.Money, _given, _price, _quantity);
        _priceNow = Computed("price_now", FieldType.Money, _given, _price, _quantity);
        CompanionsOf = new Dictionary<Field, Companions> { [_product] = new(name) };
        var orderLine = new LookupSource(typeof(OrderLine), (nameof(OrderLine.OrderId), LookupSource.By<Order>(nameof(Order.Number), order)), (nameof(OrderLine.LineNo), _line));
        Targets =
        [
            Target.Of<InvoiceLine>("invoice lines")
                .Key((nameof(InvoiceLine.InvoiceId), LookupSource.By<Invoice>(nameof(Invoice.Number), _invoice)), (nameof(InvoiceLine.ProductId), _product), (nameof(InvoiceLine.OrderLineId), orderLine))
                .Set(nameof(InvoiceLine.Quantity), _quantity).Set(nameof(InvoiceLine.UnitPriceMinor), _priceNow).Set(nameof(InvoiceLine.AmountMinor), _amount),
        ];
    }

    public override string Name => "invoice_lines";

    public override IReadOnlyList<string> OtherNames => ["invoice_line"];

    public override string What => "invoice lines, one a row";

    public override string Feed => "receivables";

    public override int Rank => 70;

    public override IReadOnlyList<Field> Identity => [_invoice, _line, _product];

    public override IReadOnlyList<Target> Targets { get; }

    public override Field? CurrencyOf { get; }

    public override IReadOnlyList<Field> OneOf => [_price, _given];

    public override IReadOnlyDictionary<Field, Companions> CompanionsOf { get; }

    public override void Complete(RowDraft row, CompletionContext context)
    {
        var quantity = row.Number(_quantity) ?? 0;
        var amount = row.Number(_given) ?? checked(quantity * (row.Number(_price) ?? 0));
        row.Set(_amount, amount);
        row.Set(_priceNow, row.Number(_price) ?? (quantity == 0 ? 0 : decimal.ToInt64(decimal.Round((decimal)amount / quantity, 0, MidpointRounding.AwayFromZero))));
    }
}
