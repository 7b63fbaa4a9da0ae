namespace Copilot.Core;

/// <summary>A mail to one of the staff in the words of a template, so that a standing approval of those words can cover it.</summary>
/// <param name="To">Who gets it.</param>
/// <param name="Template">The template that it was made of.</param>
/// <param name="Values">What the template's names stood for.</param>
/// <param name="Subject">The subject that came of it.</param>
/// <param name="Body">The text that came of it, in Markdown.</param>
public sealed record SendNudge(Colleague To, NudgeTemplate Template, IReadOnlyDictionary<string, string> Values, string Subject, string Body) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.NudgeSeries;

    /// <inheritdoc/>
    public override string About() => To.Name;

    /// <inheritdoc/>
    public override EffectText Describe() => new($"Nudge {To.Name}", [], new MailText([To.ToString()], Subject, Body, []));
}
