namespace Copilot.Core;

/// <summary>A promise to pay that was noted is taken off the account again, as if it had not been noted.</summary>
/// <param name="Customer">Whose.</param>
/// <param name="Promised">How much was promised.</param>
/// <param name="PromisedFor">For which day.</param>
public sealed record WithdrawPromise(Target Customer, Money Promised, DateOnly PromisedFor) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.CollectionNote;

    /// <inheritdoc/>
    public override string About() => Customer.Document;

    /// <inheritdoc/>
    public override EffectText Describe() => new($"Take back a promise of {Customer.Document}", [new("Promised", Promised.ToString(), ""), new("For", Edits.Plain(PromisedFor), "")]);
}
