namespace Copilot.Core;

/// <summary>Stock on hand is set aside for orders that wait for it.</summary>
/// <param name="Sku">The article.</param>
/// <param name="Parts">How much of which batch goes to which order, in the order served.</param>
/// <param name="Orders">The orders served, and where they stand then: one of which nothing waits any more goes on.</param>
public sealed record AllocateStock(string Sku, IReadOnlyList<AllocatedPart> Parts, IReadOnlyList<ServedOrder> Orders) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.Allocation;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [.. Parts.Select(part => part.Stock).DistinctBy(stock => stock.Key), .. Orders.Select(order => order.Order)];

    /// <inheritdoc/>
    public override EffectText Describe() => new(
        $"Allocate {Sku}",
        [
            .. Parts.Select(part => new Change($"{part.Order} from {part.Stock.Document}", "waits", $"{EffectWords.Units(part.Quantity)} units set aside")),
            .. Orders.Where(order => order.After != order.Before).Select(order => new Change($"{order.Order.Document} status", EffectWords.Plain(order.Before), EffectWords.Plain(order.After))),
        ]);
}

/// <summary>Units of one batch at a site for one order.</summary>
/// <param name="Order">The order's number.</param>
/// <param name="Stock">The batch at its site.</param>
/// <param name="Quantity">Units.</param>
public sealed record AllocatedPart(string Order, Target Stock, int Quantity);

/// <summary>An order that stock was set aside for.</summary>
/// <param name="Order">The order.</param>
/// <param name="Before">Its status.</param>
/// <param name="After">Its status afterwards.</param>
public sealed record ServedOrder(Target Order, OrderStatus Before, OrderStatus After);
