namespace Copilot.Core;

/// <summary>Who may ask for what and who may confirm it, as the policy in force says: for a function that tells it beforehand. The gate alone decides, at the click.</summary>
public interface IWhoMay
{
    /// <summary>The roles that may ask for effects under a rule, in the order of their names; none is nobody, nothing at all is everybody on the staff.</summary>
    IReadOnlyList<string>? Request(EffectRule rule);

    /// <summary>The roles that may confirm them, likewise; where the one who asked confirms, those are the ones who may ask.</summary>
    IReadOnlyList<string>? Confirm(EffectRule rule);
}
