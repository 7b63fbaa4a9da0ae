using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>A sentence that names somebody itself is not about whom the turn before was about, also where that name is nobody's.</summary>
internal sealed partial class Understander
{
    /// <summary>The question back, where the sentence names what links to nothing and the tool would take what was spoken of before, or everybody.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="tool">What is wanted.</param>
    /// <param name="slots">What of the sentence serves an argument.</param>
    /// <param name="arguments">All arguments.</param>
    /// <param name="carried">Those that come from the turns before.</param>
    private Understanding? Stranger(Turn turn, Tool tool, SlotContext slots, JsonObject arguments, IReadOnlyList<ToolParameter> carried)
    {
        if (carried.Count == 0 && !Sweeps(turn, tool))
        {
            return null;
        }

        var own = (JsonObject)arguments.DeepClone();
        foreach (var parameter in carried)
        {
            own.Remove(parameter.Name);
        }

        var pronoun = Pronoun(turn.Reading);
        if (UnknownName.Find(turn.Reading, slots, index => IsWord(turn.Reading, index)) is { } name && !(pronoun < name.First) && !InFreeText(turn, own, name))
        {
            return Nobody(turn, tool, own, carried, turn.Reading.Sentence.Slice(name.First, name.End));
        }

        // "draft a reminder for SO-99999": a document that the tool cannot take says no more about whom it is for
        return carried.FirstOrDefault(parameter => parameter.Required) is { } missing && !tool.Parameters.Any(parameter => parameter.Kind == ParameterKind.Text)
            && turn.Reading.Documents.Find(document => !slots.IsUsed(document.First, document.End) && !(pronoun < document.First)) is { } document
            ? Wording.DoesNotTell(tool, missing, turn.Reading.Sentence.Slice(document.First, document.End), own, turn.Text)
            : null;
    }

    private static Understanding Nobody(Turn turn, Tool tool, JsonObject own, IReadOnlyList<ToolParameter> carried, string typed)
    {
        if (carried.FirstOrDefault(parameter => IsName(parameter.Kind)) is { } named)
        {
            return Wording.NoSuchName(tool, named.Name, typed, Nearest(turn.Reader.Gazetteer, named.Kind, typed), own, turn.Text);
        }

        var nearest = Nearest(turn.Reader.Gazetteer, ParameterKind.Customer, typed);
        return Wording.NobodysRecord(tool, carried is [var first, ..] ? first : null, typed, nearest, own, turn.Text);
    }

    /// <summary>An action that takes no name acts on all there are: a name that it was given is not to be lost.</summary>
    private static bool Sweeps(Turn turn, Tool tool) =>
        tool.Kind == ToolKind.Action && turn.Reading.Documents.Count == 0 && turn.Reading.Names.Count == 0 && !tool.Parameters.Any(parameter => EntityKey(parameter.Kind) is not null || parameter.Kind is ParameterKind.Text or ParameterKind.Lines);

    // a note or a reason may name anybody; "release the hold of Zorgblatt" gives no reason
    private static bool InFreeText(Turn turn, JsonObject arguments, UnknownName name)
    {
        var (sentence, typed) = (turn.Reading.Sentence, turn.Reading.Sentence.Slice(name.First, name.End));
        return arguments.Select(argument => argument.Value).OfType<JsonValue>().Any(value => value.TryGetValue<string>(out var text) && text.Contains(typed, StringComparison.Ordinal)
            && !(text == typed && sentence.At(name.First - 1) is "of" or "von" or "vom" or "de" or "du" or "van"));
    }

    /// <summary>Where the first pronoun stands that means what was spoken of before; none where none does.</summary>
    private static int? Pronoun(SentenceReading reading)
    {
        var sentence = reading.Sentence;
        for (var i = 0; i < sentence.Count; i++)
        {
            // "relance-les", "conteste-la"
            if (i > 0 && sentence.IsMark(i - 1, '-') && sentence.IsGlued(i) && sentence.At(i) is "le" or "la" or "les" or "lui" or "leur")
            {
                return i;
            }

            if (!reading.Linked[i] && Pronouns.Contains(sentence.At(i)) && !reading.Times.Exists(time => time.First <= i && i < time.End))
            {
                return Personal(reading, i) ? i : null;
            }
        }

        return null;
    }
}
