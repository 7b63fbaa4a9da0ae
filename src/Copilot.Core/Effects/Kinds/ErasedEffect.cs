namespace Copilot.Core;

/// <summary>What stands in the place of an effect whose text was erased with a person. It is read back from a store alone: it cannot be proposed and nothing carries it out.</summary>
/// <param name="Was">What it was, in its canonical word: "send_mail".</param>
/// <param name="Under">The rule it stood under.</param>
public sealed record ErasedEffect(string Was, EffectRule Under) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => Under;

    /// <inheritdoc/>
    public override EffectText Describe() => new($"{Was.Replace('_', ' ')}: its text was erased with the person it named", []);
}
