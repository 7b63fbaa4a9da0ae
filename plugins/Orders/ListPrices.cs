using Copilot.Core;
using Copilot.Plugins.Orders.Rules;

namespace Copilot.Plugins.Orders;

/// <summary>List prices of the day in the base currency: the one on file in it, else the first other currency's at the day's rate.</summary>
internal sealed class ListPrices
{
    private readonly Dictionary<Id<Product>, (string Sku, Money? Price)> _products;

    private ListPrices(CurrencyCode currency, Dictionary<Id<Product>, (string Sku, Money? Price)> products) => (Currency, _products) = (currency, products);

    /// <summary>The base currency.</summary>
    public CurrencyCode Currency { get; }

    /// <summary>Reads the prices of some products.</summary>
    public static async Task<ListPrices> ReadAsync(FunctionContext context, List<Id<Product>> products, CancellationToken cancellationToken)
    {
        var (read, today, target) = (context.Read, context.Turn.Today, context.Turn.BaseCurrency);
        var skus = await read.ListAsync(read.Products.Where(row => products.Contains(row.Id)).Select(row => new { row.Id, row.Sku }), cancellationToken);
        var prices = await read.ListAsync(
            read.Prices.Where(row => products.Contains(row.ProductId) && row.CustomerId == null && row.ValidFrom <= today && (row.ValidTo == null || row.ValidTo >= today)), cancellationToken);
        var rates = await context.RatesAsync(today, cancellationToken);
        var byProduct = prices.ToLookup(row => row.ProductId);
        Money? Price(Id<Product> id) => byProduct[id].OrderByDescending(row => row.Currency == target).ThenBy(row => row.Currency.Code, StringComparer.Ordinal)
            .ThenByDescending(row => row.ValidFrom).Select(row => rates.Convert(new Money(row.PriceMinor, row.Currency))).FirstOrDefault(money => money is not null);
        return new ListPrices(target, skus.ToDictionary(row => row.Id, row => (row.Sku, Price(row.Id))));
    }

    /// <summary>A product's SKU; nothing when it is not among those read.</summary>
    public string? Sku(Id<Product> id) => _products.TryGetValue(id, out var product) ? product.Sku : null;

    /// <summary>On hand at list price; nothing without a list price.</summary>
    public Money? ValueOf(SiteBatch batch) => _products.TryGetValue(batch.ProductId, out var product) && product.Price is { } price ? price * batch.OnHand : null;
}
