namespace Copilot.Core;

/// <summary>An order counts as confirmed to its customer.</summary>
/// <param name="Order">The order.</param>
/// <param name="Before">Its status.</param>
/// <param name="Value">What it is worth.</param>
public sealed record ConfirmOrder(Target Order, OrderStatus Before, Money Value) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.OrderChange;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [Order];

    // it moves no money: it says again what was entered and weighed then, and goes with a mail that the one who asked confirms alone
    /// <inheritdoc/>
    public override Money? Amount() => null;

    /// <inheritdoc/>
    public override EffectText Describe() => new($"Confirm {Order.Document}", [new("Status", EffectWords.Plain(Before), EffectWords.Plain(OrderStatus.Confirmed))]);
}
