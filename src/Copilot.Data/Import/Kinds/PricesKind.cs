using Copilot.Core;

namespace Copilot.Data.Import;

/// <summary>Prices: of the list, or agreed with one customer.</summary>
internal sealed class PricesKind : ImportKind
{
    private readonly Field _product, _customer, _currency, _price, _from, _to;

    public PricesKind()
    {
        _product = Reference("product", ReferenceTarget.Product, "product number or name", Headings.Product, required: true);
        var name = Text("product_name", "the product's name", Headings.ProductName);
        _customer = Reference("customer", ReferenceTarget.Customer, "the customer it is agreed with; none for the list price", Headings.Customer);
        var customerName = Text("customer_name", "the customer's name", Headings.CustomerName);
        _currency = Currency();
        _price = Money("price", "price of a unit", Headings.UnitPrice + "; list price; agreed price; contract price; Listenpreis; Vertragspreis; prix catalogue; prix convenu; catalogusprijs; afgesproken prijs", required: true);
        _from = Day("valid_from", "first day; 1 January 2000 where it is not given", "valid from; from; start date; effective from; effective date; gültig ab; gültig von; von; ab; valable dès; valable du; date de début; du; geldig vanaf; vanaf; ingangsdatum");
        _to = Day("valid_to", "last day; none for open", "valid to; valid until; to; end date; expires; gültig bis; bis; valable jusqu'au; date de fin; au; geldig tot; tot; einddatum");
        CompanionsOf = new Dictionary<Field, Companions> { [_customer] = new(customerName), [_product] = new(name) };
        Targets =
        [
            Target.Of<Price>("prices")
                .Key((nameof(Price.ProductId), _product), (nameof(Price.CustomerId), _customer), (nameof(Price.Currency), _currency), (nameof(Price.ValidFrom), _from))
                .Set(nameof(Price.PriceMinor), _price).Set(nameof(Price.ValidTo), _to),
        ];
    }

    /// <summary>The first day of a price that names none.</summary>
    public static DateOnly Always { get; } = new(2000, 1, 1);

    public override string Name => "prices";

    public override IReadOnlyList<string> OtherNames => ["price", "price_list", "pricelist"];

    public override string What => "prices, one product and customer a row";

    public override int Rank => 30;

    public override IReadOnlyList<Field> Identity => [_product, _customer, _currency, _from];

    public override IReadOnlyList<Target> Targets { get; }

    public override Field CurrencyOf => _currency;

    public override IReadOnlyDictionary<Field, Companions> CompanionsOf { get; }

    public override void Complete(RowDraft row, CompletionContext context)
    {
        row.RefuseNegative(_price, "a price is not negative");
        if (!row.Has(_from))
        {
            row.Set(_from, Always);
        }

        row.WarnIfBefore(_to, _from, "ends before it begins");
    }
}
