namespace Copilot.Core;

/// <summary>A line of an order gets another quantity or price.</summary>
/// <param name="Order">The order.</param>
/// <param name="LineNo">The line.</param>
/// <param name="Sku">Its article.</param>
/// <param name="QuantityBefore">Units ordered so far.</param>
/// <param name="QuantityAfter">Units ordered from now on; nought cancels the line.</param>
/// <param name="PriceBefore">Price of a unit so far.</param>
/// <param name="PriceAfter">Price of a unit from now on.</param>
/// <param name="TotalBefore">What the order was worth.</param>
/// <param name="TotalAfter">What it is worth then.</param>
public sealed record ChangeOrderLine(
    Target Order, int LineNo, string Sku, int QuantityBefore, int QuantityAfter, Money PriceBefore, Money PriceAfter, Money TotalBefore, Money TotalAfter) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.OrderChange;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [Order];

    /// <inheritdoc/>
    public override Money? Amount() => TotalAfter > TotalBefore ? TotalAfter : TotalBefore;

    /// <inheritdoc/>
    public override EffectText Describe() => new(
        $"Change line {EffectWords.Units(LineNo)} ({Sku}) of {Order.Document}",
        [
            new("Units", EffectWords.Units(QuantityBefore), EffectWords.Units(QuantityAfter)), new("Price of a unit", PriceBefore.ToString(), PriceAfter.ToString()),
            new("Order value", TotalBefore.ToString(), TotalAfter.ToString()),
        ]);

    /// <inheritdoc/>
    public override Effect? Inverse(IReadOnlyList<Target> now) => this with
    {
        Order = now[0], QuantityBefore = QuantityAfter, QuantityAfter = QuantityBefore, PriceBefore = PriceAfter, PriceAfter = PriceBefore, TotalBefore = TotalAfter, TotalAfter = TotalBefore,
    };
}
