namespace Copilot.Core;

/// <summary>An order is cancelled: what has not left will not leave.</summary>
/// <param name="Order">The order.</param>
/// <param name="Before">Its status.</param>
/// <param name="Reason">Why.</param>
/// <param name="Open">What of it has not left, at its prices.</param>
public sealed record CancelOrder(Target Order, OrderStatus Before, string Reason, Money Open) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.OrderChange;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [Order];

    /// <inheritdoc/>
    public override Money? Amount() => Open;

    /// <inheritdoc/>
    public override EffectText Describe() => new(
        $"Cancel {Order.Document}",
        [new("Status", EffectWords.Plain(Before), EffectWords.Plain(OrderStatus.Cancelled)), new("To be delivered", Open.ToString(), Money.Zero(Open.Currency).ToString()), new("Reason", "", Reason)]);
}
