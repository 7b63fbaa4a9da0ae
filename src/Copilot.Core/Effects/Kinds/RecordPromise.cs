namespace Copilot.Core;

/// <summary>A customer's promise to pay is noted.</summary>
/// <param name="Customer">Who promised.</param>
/// <param name="Promised">How much.</param>
/// <param name="PromisedFor">For which day.</param>
/// <param name="Most">What the customer owes in that currency: no more can be promised.</param>
public sealed record RecordPromise(Target Customer, Money Promised, DateOnly PromisedFor, Money Most) : Effect
{
    /// <summary>The invoice that it is for; the account as a whole where none.</summary>
    public Target? Invoice { get; init; }

    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.CollectionNote;

    /// <inheritdoc/>
    public override string About() => Customer.Document;

    /// <inheritdoc/>
    public override EffectText Describe() => new(
        $"Note a promise of {Customer.Document}", [new("Promised", "", Promised.ToString()), new("For", "", Edits.Plain(PromisedFor)), .. Invoice is { } invoice ? [new Change("Of", "", invoice.Document)] : (Change[])[]]);

    /// <inheritdoc/>
    public override IReadOnlyList<EditField> Fields() => [new("amount", "Promised", Edits.Plain(Promised), EditKind.Amount), new("date", "For", Edits.Plain(PromisedFor), EditKind.Day)];

    /// <inheritdoc/>
    public override Result<Effect> With(string field, string value)
    {
        switch (field)
        {
            case "amount":
                var amount = Edits.Amount("The promise", value, Most);
                return amount.Ok ? this with { Promised = amount.Value } : amount.Fault;
            case "date":
                var day = Edits.Day("The day", value);
                return day.Ok ? this with { PromisedFor = day.Value } : day.Fault;
            default:
                return EffectFaults.NotEditable(field);
        }
    }

    /// <inheritdoc/>
    public override Effect? Inverse(IReadOnlyList<Target> now) => new WithdrawPromise(Customer, Promised, PromisedFor);

    /// <inheritdoc/>
    public override Fault? Outdated(DateOnly today) => PromisedFor < today ? EffectFaults.Past("The day", PromisedFor, today) : null;
}
