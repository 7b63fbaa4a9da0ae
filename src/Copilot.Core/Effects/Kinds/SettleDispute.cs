namespace Copilot.Core;

/// <summary>A dispute is settled: the invoice counts and is reminded of again.</summary>
/// <param name="Dispute">The dispute, under its invoice's number.</param>
/// <param name="Invoice">The invoice.</param>
/// <param name="Disputed">How much was disputed.</param>
/// <param name="Reason">How it was settled.</param>
public sealed record SettleDispute(Target Dispute, Target Invoice, Money Disputed, string Reason) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.Dispute;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [Dispute, Invoice];

    /// <inheritdoc/>
    public override Money? Amount() => Disputed;

    /// <inheritdoc/>
    public override EffectText Describe() => new($"Settle the dispute on {Invoice.Document}", [new("Disputed", Disputed.ToString(), "nothing"), .. Reason.Length > 0 ? new[] { new Change("How", "", Reason) } : []]);
}
