using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Products; a list price beside them is kept from its day on.</summary>
internal sealed class ProductsKind : ImportKind
{
    private readonly Field _sku, _name, _folded, _price, _from, _currency, _noCustomer;

    public ProductsKind()
    {
        _sku = Key("sku", "product number; the name where there is none", Headings.Product + "; code; number; id", required: false);
        _name = Text("name", "display name", Headings.ProductName + "; name; nom; naam");
        _folded = Computed("name_folded", FieldType.Text, _name);
        var line = Text("line", "product line", "product line; line; series; product group; product family; category; category name; Produktlinie; Produktgruppe; Warengruppe; Serie; gamme; famille; catégorie; série; productlijn; productgroep; categorie; serie");
        var pack = Whole("pack_size", "units in a carton", "pack size; units per carton; units per pack; carton quantity; case pack; VPE; Verpackungseinheit; Packungsgröße; Stück pro Karton; conditionnement; unités par carton; verpakkingseenheid; stuks per doos", least: 1);
        var minimum = Whole("minimum_quantity", "smallest quantity on a line", "minimum quantity; minimum order quantity; moq; Mindestmenge; Mindestbestellmenge; quantité minimale; quantité minimum; minimale hoeveelheid; minimum bestelhoeveelheid", least: 1);
        var shelf = Whole("shelf_life_days", "days from making to expiry", "shelf life; shelf life days; Haltbarkeit; Haltbarkeit Tage; durée de vie; dlc jours; houdbaarheid; houdbaarheid dagen");
        var discontinued = Day("discontinued_on", "from this day on not sold", "discontinued; discontinued on; end of life; Auslaufdatum; ausgelaufen am; arrêté le; fin de vie; uit assortiment per; einde verkoop");
        _price = Money("list_price", "list price of a unit", "list price; " + Headings.UnitPrice + "; Listenpreis; prix catalogue; prix tarif; catalogusprijs");
        _currency = Currency();
        _from = Day("price_from", "first day of the list price; 1 January 2000 where it is not given", "price valid from; price from; Preis gültig ab; Preis ab; prix valable dès; prijs geldig vanaf");
        _noCustomer = Computed("no_customer", FieldType.Whole, []);
        Targets =
        [
            Target.Of<Product>("products").Key((nameof(Product.Sku), _sku))
                .Set(nameof(Product.Name), _name).Set(nameof(Product.NameFolded), _folded).Set(nameof(Product.Line), line).Set(nameof(Product.PackSize), pack)
                .Default(nameof(Product.PackSize), 1).Set(nameof(Product.MinimumQuantity), minimum).Default(nameof(Product.MinimumQuantity), 1)
                .Set(nameof(Product.ShelfLifeDays), shelf).Set(nameof(Product.DiscontinuedOn), discontinued),
            Target.Of<Price>("list prices").When(_price)
                .Key((nameof(Price.ProductId), LookupSource.By<Product>(nameof(Product.Sku), _sku)), (nameof(Price.CustomerId), _noCustomer), (nameof(Price.Currency), _currency), (nameof(Price.ValidFrom), _from))
                .Set(nameof(Price.PriceMinor), _price),
        ];
    }

    public override string Name => "products";

    public override IReadOnlyList<string> OtherNames => ["product", "articles", "items"];

    public override string What => "products, one a row";

    public override int Rank => 20;

    public override IReadOnlyList<Field> Identity => [_sku];

    public override IReadOnlyList<Target> Targets { get; }

    public override Field CurrencyOf => _currency;

    public override IReadOnlyList<Field> OneOf => [_sku, _name];

    public override void Complete(RowDraft row, CompletionContext context)
    {
        row.FillFrom(_sku, _name);
        row.FillFrom(_name, _sku);
        row.Fold(_name, _folded);
        row.RefuseNegative(_price, "a price is not negative");
        if (row.Has(_price) && !row.Has(_from))
        {
            row.Set(_from, PricesKind.Always);
        }
    }
}
