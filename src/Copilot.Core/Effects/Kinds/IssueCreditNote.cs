namespace Copilot.Core;

/// <summary>A credit note is issued and set against its invoice.</summary>
/// <param name="Invoice">The invoice.</param>
/// <param name="Credited">How much.</param>
/// <param name="Open">What is open on the invoice: no more is credited.</param>
/// <param name="Reason">Why.</param>
public sealed record IssueCreditNote(Target Invoice, Money Credited, Money Open, string Reason) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.CreditNote;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [Invoice];

    /// <inheritdoc/>
    public override Money? Amount() => Credited;

    /// <inheritdoc/>
    public override EffectText Describe() => new(
        $"Credit {Credited} on {Invoice.Document}", [new($"{Invoice.Document} open", Open.ToString(), (Open - Credited).ToString()), new("Reason", "", Reason)]);

    /// <inheritdoc/>
    public override IReadOnlyList<EditField> Fields() => [new("amount", "Credited", Edits.Plain(Credited), EditKind.Amount)];

    /// <inheritdoc/>
    public override Result<Effect> With(string field, string value)
    {
        if (field != "amount")
        {
            return EffectFaults.NotEditable(field);
        }

        var amount = Edits.Amount("The credit", value, Open);
        return amount.Ok ? this with { Credited = amount.Value } : amount.Fault;
    }
}
