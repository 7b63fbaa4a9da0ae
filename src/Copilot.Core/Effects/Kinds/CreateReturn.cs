namespace Copilot.Core;

/// <summary>A return of goods is announced.</summary>
/// <param name="Order">The order they were delivered with.</param>
/// <param name="Lines">What comes back.</param>
/// <param name="Reason">Why.</param>
/// <param name="Value">What it is worth at the order's prices.</param>
public sealed record CreateReturn(Target Order, IReadOnlyList<RequestedLine> Lines, string Reason, Money Value) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.Return;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [Order];

    /// <inheritdoc/>
    public override Money? Amount() => Value;

    /// <inheritdoc/>
    public override EffectText Describe() => new(
        $"Announce a return from {Order.Document}",
        [.. Lines.Select(line => new Change($"Return of {line.Sku}", "", $"{EffectWords.Units(line.Quantity)} units")), new("Worth", "", Value.ToString()), new("Reason", "", Reason)]);
}

/// <summary>A line asked for: so many of that article.</summary>
/// <param name="Sku">The article.</param>
/// <param name="Quantity">Units.</param>
public sealed record RequestedLine(string Sku, int Quantity);
