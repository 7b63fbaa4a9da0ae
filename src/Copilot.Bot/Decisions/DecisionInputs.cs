using System.Globalization;
using System.Text.Json;
using Copilot.Core;
using Copilot.Gate;

namespace Copilot.Bot;

/// <summary>What a card's button and inputs decide. All of it comes from outside and is checked by the gate again.</summary>
internal static class DecisionInputs
{
    private const int LongestInput = 25_000;

    /// <summary>The id of the input for a field of an effect.</summary>
    public static string FieldId(int ordinal, string field) => string.Create(CultureInfo.InvariantCulture, $"f.{ordinal}.{field}");

    /// <summary>The id of the tick of an effect.</summary>
    public static string PartId(int ordinal) => string.Create(CultureInfo.InvariantCulture, $"part.{ordinal}");

    /// <summary>The decision; nothing where the button is none of ours.</summary>
    /// <param name="command">What the card sent.</param>
    /// <param name="view">The proposal as it stands, where the person may see it: what was typed into its fields and differs is a correction.</param>
    public static DecisionChoice? Read(CardCommand.Decide command, ProposalView? view) => command.Choice switch
    {
        // what was corrected on the card and not looked at again is not what would be sent
        "confirm" => Edited(command.Inputs, view) ?? (DecisionChoice)new DecisionChoice.Confirm(LeftOut(command.Inputs, view)),
        "edit" => Edited(command.Inputs, view) ?? (DecisionChoice)new DecisionChoice.Show(),
        "reject" => new DecisionChoice.Reject(Text(command.Inputs, "reason") ?? ""),
        "pass" => Text(command.Inputs, "pass") is { Length: > 0 } person ? new DecisionChoice.Pass(person) : new DecisionChoice.Show(),
        "undo" => new DecisionChoice.Undo(null),
        "retry" => new DecisionChoice.Retry(),
        "show" => new DecisionChoice.Show(),
        _ => null,
    };

    private static int[] LeftOut(JsonElement inputs, ProposalView? view) =>
        [.. (view?.Effects ?? []).Where(effect => Text(inputs, PartId(effect.Ordinal)) == "false").Select(effect => effect.Ordinal)];

    private static DecisionChoice.Edit? Edited(JsonElement inputs, ProposalView? view)
    {
        foreach (var effect in view?.Effects ?? [])
        {
            var changed = effect.Effect.Fields()
                .Select(field => (field, Typed: Text(inputs, FieldId(effect.Ordinal, field.Key))))
                .Where(pair => pair.Typed is not null && pair.Typed.ReplaceLineEndings("\n").Trim() != pair.field.Value.ReplaceLineEndings("\n").Trim())
                .ToDictionary(pair => pair.field.Key, pair => pair.Typed!, StringComparer.Ordinal);
            if (changed.Count > 0)
            {
                return new DecisionChoice.Edit(effect.Ordinal, changed);
            }
        }

        return null;
    }

    private static string? Text(JsonElement inputs, string name)
    {
        try
        {
            return inputs.TryGetProperty(name, out var element) && element.ValueKind == JsonValueKind.String && element.GetString() is { Length: <= LongestInput } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            // half of a surrogate pair: JSON may carry it, a text may not
            return null;
        }
    }
}
