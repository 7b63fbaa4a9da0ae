namespace Copilot.Core;

/// <summary>What is open on an invoice is given up.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="WrittenOff">How much: all that is open.</param>
/// <param name="Reason">Why.</param>
public sealed record WriteOff(Target Invoice, Money WrittenOff, string Reason) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.WriteOff;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [Invoice];

    /// <inheritdoc/>
    public override Money? Amount() => WrittenOff;

    /// <inheritdoc/>
    public override EffectText Describe() => new(
        $"Write off {Invoice.Document}", [new($"{Invoice.Document} open", WrittenOff.ToString(), Money.Zero(WrittenOff.Currency).ToString()), .. Reason.Length > 0 ? new[] { new Change("Reason", "", Reason) } : []]);
}
