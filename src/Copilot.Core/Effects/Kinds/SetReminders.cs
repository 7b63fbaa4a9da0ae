namespace Copilot.Core;

/// <summary>Reminders are switched on or off for a customer or one invoice.</summary>
/// <param name="Record">The customer or invoice.</param>
/// <param name="On">Whether it is reminded of from now on.</param>
public sealed record SetReminders(Target Record, bool On) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.CollectionNote;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [Record];

    /// <inheritdoc/>
    public override EffectText Describe() => new($"Reminders for {Record.Document}", [new("Reminders", On ? "off" : "on", On ? "on" : "off")]);

    /// <inheritdoc/>
    public override Effect? Inverse(IReadOnlyList<Target> now) => this with { Record = now[0], On = !On };
}
