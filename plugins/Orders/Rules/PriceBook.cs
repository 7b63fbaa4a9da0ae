using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>Which price holds: the one agreed with the customer on the day, else the list price of the day; the newest where several hold.</summary>
internal static class PriceBook
{
    /// <summary>The price of a product for a customer in a currency on a day; nothing when none is on file.</summary>
    public static Price? Find(IEnumerable<Price> prices, Id<Product> product, Id<Customer> customer, CurrencyCode currency, DateOnly day) =>
        prices.Where(price => price.ProductId == product && price.Currency == currency && (price.CustomerId is null || price.CustomerId == customer)
                && price.ValidFrom <= day && (price.ValidTo is null || price.ValidTo >= day))
            .OrderByDescending(price => price.CustomerId is not null)
            .ThenByDescending(price => price.ValidFrom)
            .ThenByDescending(price => price.Id)
            .FirstOrDefault();
}
