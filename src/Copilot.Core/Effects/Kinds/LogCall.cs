namespace Copilot.Core;

/// <summary>A call with a customer is noted.</summary>
/// <param name="Customer">Who was called.</param>
/// <param name="Note">What was said.</param>
/// <param name="Outcome">How it ended: the worklist reckons from it.</param>
public sealed record LogCall(Target Customer, string Note, CallOutcome Outcome) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.CollectionNote;

    /// <inheritdoc/>
    public override string About() => Customer.Document;

    /// <inheritdoc/>
    public override EffectText Describe() => new($"Note a call with {Customer.Document}", [new("Outcome", "", EffectWords.Plain(Outcome)), new("Note", "", Note)]);

    /// <inheritdoc/>
    public override IReadOnlyList<EditField> Fields() => [new("outcome", "Outcome", EffectWords.Plain(Outcome), EditKind.Line), new("note", "Note", Note, EditKind.Text)];

    /// <inheritdoc/>
    public override Result<Effect> With(string field, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        switch (field)
        {
            case "note":
                var note = Edits.Text("The note", value, EffectWords.LongestNote);
                return note.Ok ? this with { Note = note.Value } : note.Fault;
            case "outcome":
                return Words.TryParse<CallOutcome>(value.Trim().ToLowerInvariant().Replace(' ', '_'), out var outcome)
                    ? this with { Outcome = outcome }
                    : EffectFaults.NotAChoice("The outcome", value, [.. Enum.GetValues<CallOutcome>().Select(EffectWords.Plain)]);
            default:
                return EffectFaults.NotEditable(field);
        }
    }
}

/// <summary>How a call ended.</summary>
public enum CallOutcome
{
    /// <summary>Somebody was reached.</summary>
    Reached,

    /// <summary>Nobody was.</summary>
    NoAnswer,

    /// <summary>A payment was promised.</summary>
    Promised,

    /// <summary>An invoice was objected to.</summary>
    Disputed,

    /// <summary>A copy or a proof of delivery is wanted.</summary>
    CopyWanted,
}
