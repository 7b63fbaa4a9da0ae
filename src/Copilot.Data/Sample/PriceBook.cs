using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>The price of a product for a customer on a day: the agreed one, else that of the list in the customer's currency.</summary>
internal sealed class PriceBook
{
    private readonly Dictionary<(Id<Product> Product, Id<Customer>? Customer, CurrencyCode Currency), List<Price>> _prices = [];

    public void Add(Price price)
    {
        var key = (price.ProductId, price.CustomerId, price.Currency);
        if (!_prices.TryGetValue(key, out var prices))
        {
            _prices.Add(key, prices = []);
        }

        prices.Add(price);
    }

    public long Of(Product product, Customer customer, DateOnly day) =>
        Find(product.Id, customer.Id, customer.Currency, day) ?? List(product, customer.Currency, day);

    public long List(Product product, CurrencyCode currency, DateOnly day) =>
        Find(product.Id, null, currency, day) ?? throw new InvalidOperationException($"{product.Sku} has no list price in {currency} on {day:O}.");

    /// <summary>Whether the customer has a price of its own that day.</summary>
    public bool Agreed(Product product, Customer customer, DateOnly day) => Find(product.Id, customer.Id, customer.Currency, day) is not null;

    private long? Find(Id<Product> product, Id<Customer>? customer, CurrencyCode currency, DateOnly day) =>
        _prices.GetValueOrDefault((product, customer, currency))?.Find(price => price.ValidFrom <= day && (price.ValidTo is null || day <= price.ValidTo))?.PriceMinor;
}
