namespace Copilot.Core;

/// <summary>An order is held, or a hold of that reason is released.</summary>
/// <param name="Order">The order.</param>
/// <param name="Held">Whether it is held from now on.</param>
/// <param name="Reason">Why it is held, or which hold is released.</param>
/// <param name="Note">What else to know.</param>
/// <param name="Before">The order's status.</param>
/// <param name="After">Its status afterwards: on hold for as long as another hold stands.</param>
/// <param name="Value">What the order is worth.</param>
public sealed record SetOrderHold(Target Order, bool Held, HoldReason Reason, string Note, OrderStatus Before, OrderStatus After, Money Value) : Effect
{
    /// <inheritdoc/>
    public override EffectRule Rule() => Held ? EffectRule.OrderHold : Reason == HoldReason.Credit ? EffectRule.CreditHoldRelease : EffectRule.OtherHoldRelease;

    /// <inheritdoc/>
    public override IReadOnlyList<Target> Targets() => [Order];

    /// <inheritdoc/>
    public override Money? Amount() => Value;

    /// <inheritdoc/>
    public override EffectText Describe() => new(
        $"{(Held ? "Hold" : "Release")} {Order.Document}",
        [
            new($"Hold for {EffectWords.Plain(Reason)}", Held ? "none" : "stands", Held ? "stands" : "released"), new("Status", EffectWords.Plain(Before), EffectWords.Plain(After)),
            .. Note.Length > 0 ? new[] { new Change("Note", "", Note) } : [],
        ]);

    /// <inheritdoc/>
    public override IReadOnlyList<EditField> Fields() => [new("note", "Note", Note, EditKind.Line)];

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

    /// <inheritdoc/>
    public override Effect? Inverse(IReadOnlyList<Target> now) => this with { Order = now[0], Held = !Held, Note = "", Before = After, After = Before };
}
