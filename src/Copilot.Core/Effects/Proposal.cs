namespace Copilot.Core;

/// <summary>What an action function returns: what would be changed and why. It changes nothing by itself.</summary>
/// <param name="Title">Heading of its card.</param>
/// <param name="Reason">Why it is proposed.</param>
/// <param name="Effects">What would be changed, in order; at least one.</param>
/// <param name="Basis">The facts it rests on.</param>
public sealed record Proposal(string Title, string Reason, IReadOnlyList<Effect> Effects, IReadOnlyList<Basis> Basis)
{
    /// <summary>What to know before confirming: findings of a check, what was left out and why. Shown and sealed with the rest.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];
}

/// <summary>Something to know before confirming.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Tone">How to take it.</param>
public sealed record Remark(string Text, Tone Tone = Tone.Note);
