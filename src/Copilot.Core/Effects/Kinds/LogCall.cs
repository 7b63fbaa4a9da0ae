namespace Copilot.Core;

/// <summary>A call with a customer is noted.</summary>
/// <param name="Customer">Who was called.</param>
/// <param name="Note">What was said.</param>
public sealed record LogCall(Target Customer, string Note) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => EffectRule.CollectionNote;

    /// <inheritdoc/>
    public override EffectText Describe() => new($"Note a call with {Customer.Document}", [new("Note", "", Note)]);

    /// <inheritdoc/>
    public override IReadOnlyList<EditField> Fields() => [new("note", "Note", Note, EditKind.Text)];

    /// <inheritdoc/>
    public override Result<Effect> With(string field, string value)
    {
        if (field != "note")
        {
            return EffectFaults.NotEditable(field);
        }

        var note = Edits.Text("The note", value, EffectWords.LongestNote);
        return note.Ok ? this with { Note = note.Value } : note.Fault;
    }
}
