namespace Copilot.Core;

/// <summary>The day on which an order is promised is changed.</summary>
/// <param name="Order">The order.</param>
/// <param name="Before">The day promised so far.</param>
/// <param name="After">The day promised from now on.</param>
/// <param name="Value">What the order is worth.</param>
public sealed record ChangeOrderDate(Target Order, DateOnly? Before, DateOnly? After, Money Value) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.OrderChange;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [Order];

    /// <inheritdoc/>
    public override Money? Amount() => Value;

    /// <inheritdoc/>
    public override EffectText Describe() => new($"Change the delivery day of {Order.Document}", [new("Promised for", Edits.Plain(Before), Edits.Plain(After))]);

    /// <inheritdoc/>
    public override IReadOnlyList<EditField> Fields() => [new("date", "Promised for", Edits.Plain(After), EditKind.Day)];

    /// <inheritdoc/>
    public override Result<Effect> With(string field, string value)
    {
        if (field != "date")
        {
            return EffectFaults.NotEditable(field);
        }

        var day = Edits.Day("The delivery day", value);
        return day.Ok ? this with { After = day.Value } : day.Fault;
    }

    /// <inheritdoc/>
    public override Fault? Outdated(DateOnly today) => After is { } day && day < today ? EffectFaults.Past("The delivery day", day, today) : null;

    /// <inheritdoc/>
    public override Effect? Inverse(IReadOnlyList<Target> now) => this with { Order = now[0], Before = After, After = Before };
}
