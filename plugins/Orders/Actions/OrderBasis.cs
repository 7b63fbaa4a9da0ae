using Copilot.Core;

namespace Copilot.Plugins.Orders.Actions;

/// <summary>The facts about an order that a proposal rests on: what its records say, in a fixed order.</summary>
internal static class OrderBasis
{
    /// <summary>Status, days, address, standing holds and every line with what has left of it.</summary>
    public static Basis Of(OrderFile file)
    {
        var (order, number) = (file.Order, file.Order.Number);
        return Basis.Of("order", number,
        [
            new($"{number} status", OrderText.Plain(order.Status)),
            new($"{number} value", file.Total.ToString()),
            new($"{number} promised for", order.PromisedOn is { } promised ? $"{promised:yyyy-MM-dd}" : "no day"),
            new($"{number} goes to", file.ShipTo is { } place ? $"{place.Code} {place.Name}, {place.City}" : "no address"),
            new($"{number} holds", Holds(file)),
            .. file.Lines.Select(line => new BasisFact(
                $"{number} line {line.Line.LineNo}, {line.Product.Sku}",
                $"{line.Line.Quantity} units at {new Money(line.Line.UnitPriceMinor, order.Currency)}, {line.Line.Cancelled} cancelled, {line.Shipped} shipped")),
        ]);
    }

    /// <summary>What a customer's credit position is made of: sums of records in their own currencies, no rate and no day in them.</summary>
    public static async Task<Basis> CreditAsync(FunctionContext context, Exposure exposure, CancellationToken cancellationToken)
    {
        var id = exposure.Customer.Id;
        var limits = await context.Read.ListAsync(context.Read.CreditLimits.Where(row => row.CustomerId == id).OrderBy(row => row.ValidFrom), cancellationToken);
        return Basis.Of("credit position", exposure.Customer.Name,
        [
            .. limits.Select(row => new BasisFact($"limit from {row.ValidFrom:yyyy-MM-dd}", new Money(row.LimitMinor, row.Currency).ToString())),
            .. exposure.Items.GroupBy(item => (item.Part, item.Amount.Currency)).OrderBy(group => group.Key.Part).ThenBy(group => group.Key.Currency.Code, StringComparer.Ordinal)
                .Select(group => new BasisFact($"{OrderText.Plain(group.Key.Part)} in {group.Key.Currency}", group.Aggregate(Money.Zero(group.Key.Currency), (sum, item) => sum + item.Amount).ToString())),
        ]);
    }

    private static string Holds(OrderFile file)
    {
        var standing = file.OpenHolds.Select(hold => $"{OrderText.Plain(hold.Reason)} since {hold.PlacedOn:yyyy-MM-dd}").Order(StringComparer.Ordinal).ToList();
        return standing.Count == 0 ? "none" : string.Join("; ", standing);
    }
}
