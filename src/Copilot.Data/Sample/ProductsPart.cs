using Copilot.Core;

namespace Copilot.Data.Sample;

/// <summary>The range, its list prices in each currency, and the prices agreed with customers.</summary>
internal static class ProductsPart
{
    private static readonly (string Currency, double Factor)[] Lists = [("EUR", 1), ("GBP", 0.86), ("USD", 1.15), ("CHF", 0.96), ("PLN", 4.3)];

    public static void Add(SampleWorld world)
    {
        foreach (var fact in ProductFacts.Products)
        {
            var product = new Product
            {
                Id = world.Records.Products.NextId(), Sku = fact.Sku, Name = fact.Name, NameFolded = Folding.Fold(fact.Name), Line = fact.Line,
                PackSize = fact.PackSize, MinimumQuantity = fact.MinimumQuantity, ShelfLifeDays = fact.ShelfLifeDays,
                DiscontinuedOn = fact.DiscontinuedDaysAgo is { } ago ? world.Day.AddDays(-ago) : null,
            };
            world.Add(product);
            foreach (var (currency, factor) in Lists)
            {
                AddPrices(world, product, null, CurrencyCode.Of(currency), fact.ListCents * factor);
            }
        }
    }

    /// <summary>Agreed prices; needs the customers.</summary>
    public static void AddAgreed(SampleWorld world)
    {
        foreach (var fact in CustomerFacts.Customers.Where(fact => fact.AgreedPercent > 0))
        {
            var dice = new Dice($"agreed {fact.Name}");
            var customer = world.Customer(fact.Name);
            var factor = Lists.First(list => list.Currency == fact.Currency).Factor;
            foreach (var product in ProductFacts.Products.Where(product => !product.Service && dice.Chance(0.6)))
            {
                AddPrices(world, world.Product(product.Sku), customer.Id, customer.Currency, product.ListCents * factor * (100 - fact.AgreedPercent) / 100);
            }
        }
    }

    // prices are round to five hundredths; the rise is four percent
    private static void AddPrices(SampleWorld world, Product product, Id<Customer>? customer, CurrencyCode currency, double cents)
    {
        var from = world.Start.AddMonths(-2);
        Put(from, world.PriceRise.AddDays(-1), cents);
        Put(world.PriceRise, null, cents * 1.04);

        void Put(DateOnly first, DateOnly? last, double minor)
        {
            var price = new Price
            {
                Id = world.Records.Prices.NextId(), ProductId = product.Id, CustomerId = customer, Currency = currency,
                PriceMinor = 5 * (long)Math.Round(minor / 5, MidpointRounding.AwayFromZero), ValidFrom = first, ValidTo = last,
            };
            world.Records.Prices.Add(price);
            world.Prices.Add(price);
        }
    }
}
