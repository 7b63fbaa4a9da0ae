namespace Copilot.Core;

/// <summary>A dispute about an invoice is opened: what is disputed is not reminded of.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Reason">What is disputed.</param>
/// <param name="Disputed">How much.</param>
/// <param name="Open">What is open on the invoice: no more can be disputed.</param>
public sealed record OpenDispute(Target Invoice, string Reason, Money Disputed, Money Open) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.Dispute;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [Invoice];

    /// <inheritdoc/>
    public override Money? Amount() => Disputed;

    /// <inheritdoc/>
    public override EffectText Describe() => new($"Open a dispute on {Invoice.Document}", [new("Disputed", "nothing", Disputed.ToString()), new("Reason", "", Reason)]);

    /// <inheritdoc/>
    public override IReadOnlyList<EditField> Fields() => [new("amount", "Disputed", Edits.Plain(Disputed), EditKind.Amount)];

    /// <inheritdoc/>
    public override Result<Effect> With(string field, string value)
    {
        if (field != "amount")
        {
            return EffectFaults.NotEditable(field);
        }

        var amount = Edits.Amount("The disputed amount", value, Open);
        return amount.Ok ? this with { Disputed = amount.Value } : amount.Fault;
    }
}
