using Copilot.Core;

namespace Copilot.Plugins.Orders.Rules;

/// <summary>Checks of one order line that need nothing but the line, its product and the prices.</summary>
internal static class LineChecks
{
    /// <summary>Price, pack size, minimum quantity and whether the product is still sold. The web shop sells single units: cartons and minimums are for retailers.</summary>
    public static IEnumerable<Finding> Of(Order order, OrderLine line, Product product, IReadOnlyList<Price> prices)
    {
        var where = Where(line, product);
        if (line.Quantity - line.Cancelled <= 0)
        {
            return [];
        }

        var wholesale = order.Channel == Channel.Wholesale;
        return new[]
        {
            Price(order, line, product, prices, where), wholesale ? PackSize(order, line, product, where) : null, wholesale ? Minimum(order, line, product, where) : null, Discontinued(order, product, where),
        }.OfType<Finding>();
    }

    /// <summary>"line 2, LL-CDL-200".</summary>
    public static string Where(OrderLine line, Product product) => $"line {line.LineNo}, {product.Sku}";

    /// <summary>The next whole-carton quantities: the one below (nought when less than a carton is ordered) and the one above.</summary>
    public static (int Below, int Above) WholeCartons(int quantity, int packSize)
    {
        var below = quantity / packSize * packSize;
        return (below, quantity == below ? below : below + packSize);
    }

    private static Finding? Price(Order order, OrderLine line, Product product, IReadOnlyList<Price> prices, string where)
    {
        var found = new Money(line.UnitPriceMinor, order.Currency);
        if (PriceBook.Find(prices, product.Id, order.CustomerId, order.Currency, order.OrderedOn) is not { } price)
        {
            return new Finding(
                Check.Price, true, where, $"a price in {order.Currency} on {order.OrderedOn}", $"{found}, and no price on file",
                $"Have the price of {product.Sku} in {order.Currency} put on file, or agree it with the customer.");
        }

        var expected = new Money(price.PriceMinor, price.Currency);
        var source = price.CustomerId is null ? "list price" : "agreed price";
        return expected == found
            ? null
            : new Finding(
                Check.Price, true, where, $"{expected} ({source} since {price.ValidFrom})", $"{found}",
                $"Change the price of {product.Sku} on {order.Number} to {expected}, or have the new price agreed in writing and put on file.");
    }

    private static Finding? PackSize(Order order, OrderLine line, Product product, string where)
    {
        var quantity = line.Quantity - line.Cancelled;
        if (product.PackSize <= 1 || quantity % product.PackSize == 0)
        {
            return null;
        }

        var (below, above) = WholeCartons(quantity, product.PackSize);
        return new Finding(
            Check.PackSize, true, where, $"whole cartons of {product.PackSize}", $"{quantity} units",
            $"Change the quantity of {product.Sku} on {order.Number} to {(below == 0 ? $"{above}" : $"{below} or {above}")}; ask the customer which.");
    }

    private static Finding? Minimum(Order order, OrderLine line, Product product, string where) =>
        line.Quantity - line.Cancelled >= product.MinimumQuantity
            ? null
            : new Finding(
                Check.MinimumQuantity, true, where, $"{product.MinimumQuantity} units or more", $"{line.Quantity - line.Cancelled} units",
                $"Raise the quantity of {product.Sku} on {order.Number} to {WholeCartons(product.MinimumQuantity, Math.Max(1, product.PackSize)).Above}, or take the line off.");

    private static Finding? Discontinued(Order order, Product product, string where) =>
        product.DiscontinuedOn is { } day && day <= order.OrderedOn
            ? new Finding(
                Check.Discontinued, true, where, $"a product still sold on {order.OrderedOn}", $"discontinued on {day}",
                $"Take {product.Sku} off {order.Number} or offer the customer another product.")
            : null;
}
