using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Stock by site and batch.</summary>
internal sealed class StockKind : ImportKind
{
    private readonly Field _warehouse, _product, _batch, _expires, _onHand, _allocated;

    public StockKind()
    {
        _warehouse = Reference("warehouse", ReferenceTarget.Warehouse, "the site", Headings.Warehouse, required: true);
        _product = Reference("product", ReferenceTarget.Product, "product number or name", Headings.Product, required: true);
        var name = Text("product_name", "the product's name", Headings.ProductName);
        _batch = Key("batch", "batch number", "batch; batch number; lot; lot number; Charge; Chargennummer; Los; lot n°; numéro de lot; partij; partijnummer; batchnummer");
        _expires = Day("expires_on", "last day on which it may be used", "expiry; expiry date; expires; expiration date; best before; use by; MHD; Mindesthaltbarkeitsdatum; Verfallsdatum; Haltbar bis; date de péremption; dlc; dluo; ddm; houdbaar tot; vervaldatum; tht", required: true);
        _onHand = Whole("on_hand", "units there", "on hand; quantity on hand; stock; stock quantity; quantity; qty; available; Bestand; Lagerbestand; Menge; verfügbar; stock physique; quantité; quantité en stock; voorraad; aantal; hoeveelheid", required: true);
        _allocated = Whole("allocated", "units of them promised to orders", "allocated; reserved; committed; reserviert; zugeteilt; alloué; réservé; gereserveerd; toegewezen");
        CompanionsOf = new Dictionary<Field, Companions> { [_product] = new(name) };
        Targets =
        [
            Target.Of<Batch>("batches").GroupBy(_product, _batch).Key((nameof(Batch.ProductId), _product), (nameof(Batch.Number), _batch)).Set(nameof(Batch.ExpiresOn), _expires),
            Target.Of<Stock>("stock")
                .Key((nameof(Stock.WarehouseId), _warehouse), (nameof(Stock.BatchId), new LookupSource(typeof(Batch), (nameof(Batch.ProductId), _product), (nameof(Batch.Number), _batch))))
                .Set(nameof(Stock.ProductId), _product).Set(nameof(Stock.OnHand), _onHand).Set(nameof(Stock.Allocated), _allocated),
        ];
    }

    public override string Name => "stock";

    public override IReadOnlyList<string> OtherNames => ["inventory", "batches"];

    public override string What => "stock, one site and batch a row";

    public override string Feed => "logistics";

    public override int Rank => 40;

    public override IReadOnlyList<Field> Identity => [_warehouse, _product, _batch];

    public override IReadOnlyList<Target> Targets { get; }

    public override IReadOnlyDictionary<Field, Companions> CompanionsOf { get; }

    public override void Complete(RowDraft row, CompletionContext context)
    {
        if (row.Number(_allocated) > row.Number(_onHand))
        {
            row.Warn("more is allocated than is there", $"{row.Text(_batch)}: {row.Number(_allocated)} of {row.Number(_onHand)}");
        }
    }
}
