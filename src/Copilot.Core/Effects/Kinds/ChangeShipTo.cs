namespace Copilot.Core;

/// <summary>An order goes to another of the customer's addresses.</summary>
/// <param name="Order">The order.</param>
/// <param name="KeyBefore">The address so far; none where it had none.</param>
/// <param name="Before">The same in words.</param>
/// <param name="KeyAfter">The address from now on.</param>
/// <param name="After">The same in words.</param>
/// <param name="Value">What the order is worth.</param>
public sealed record ChangeShipTo(Target Order, Id<ShipTo>? KeyBefore, string Before, Id<ShipTo>? KeyAfter, string After, Money Value) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.OrderChange;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [Order];

    /// <inheritdoc/>
    public override Money? Amount() => Value;

    /// <inheritdoc/>
    public override EffectText Describe() => new($"Change where {Order.Document} goes", [new("Ship to", Before, After)]);

    /// <inheritdoc/>
    public override Effect? Inverse(IReadOnlyList<Target> now) => this with { Order = now[0], KeyBefore = KeyAfter, Before = After, KeyAfter = KeyBefore, After = Before };
}
