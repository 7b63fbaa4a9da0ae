using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What was typed and cannot be read is asked about: left out silently it would change the question.</summary>
internal sealed partial class Understander
{
    private const int Offered = 3;

    /// <summary>The question back, where a name, a time or an amount of the sentence went nowhere.</summary>
    private Understanding? Doubt(Turn turn, Tool tool, SlotContext slots, JsonObject arguments)
    {
        if (turn.Reading.Impossible is { } impossible && Open(tool, arguments, ParameterKind.Period, ParameterKind.Date) is { } time)
        {
            return Wording.NoSuchTime(tool, time.Name, turn.Reading.Sentence.Slice(impossible.First, impossible.End), impossible.Why, arguments, turn.Text);
        }

        if (Open(tool, arguments, ParameterKind.Amount) is { } amount && AmountWithoutNumber.Find(turn.Reading) is { } begun)
        {
            return Wording.NoAmount(tool, amount.Name, begun, arguments, turn.Text);
        }

        return NobodysName(turn, tool, slots, arguments);
    }

    /// <summary>"And for Zorgblatt?", "and in Q5?": the change to the last request cannot be read.</summary>
    private Understanding? DoubtOfChange(Turn turn, Tool tool, SlotContext slots)
    {
        if (turn.Reading.Sentence.Count > 8 || !Openers.Contains(turn.Reading.Sentence.At(0)))
        {
            return null;
        }

        var arguments = (JsonObject)turn.State.Arguments.DeepClone();
        foreach (var parameter in tool.Parameters.Where(parameter => turn.Reading.Impossible is null ? IsName(parameter.Kind) : parameter.Kind is ParameterKind.Period or ParameterKind.Date))
        {
            arguments.Remove(parameter.Name);
        }

        return Doubt(turn, tool, slots, arguments);
    }

    private static bool IsName(ParameterKind kind) => kind is ParameterKind.Customer or ParameterKind.Account or ParameterKind.Person or ParameterKind.Warehouse;

    private Understanding? NobodysName(Turn turn, Tool tool, SlotContext slots, JsonObject arguments)
    {
        // free text and documents of their own hold names that need not be ours
        var speaksFreely = tool.Parameters.Any(parameter => parameter.Kind is ParameterKind.Text or ParameterKind.Lines && parameter.Name is not ("actor" or "subject"));
        var kinds = tool.Parameters.Where(parameter => IsName(parameter.Kind) && !arguments.ContainsKey(parameter.Name)).ToList();
        if (speaksFreely || kinds.Count == 0 || turn.Reading.Documents.Count > 0 || UnknownName.Find(turn.Reading, slots, index => IsWord(turn.Reading, index)) is not { } name)
        {
            return null;
        }

        var typed = turn.Reading.Sentence.Slice(name.First, name.End);
        var likeliest = kinds.Find(parameter => parameter.Kind == ParameterKind.Person && tool.Name.StartsWith("crm_", StringComparison.Ordinal) && name.End - name.First == 1 && typed.Length <= 5) ?? kinds[0];
        return Wording.NoSuchName(tool, likeliest.Name, typed, Nearest(turn.Reader.Gazetteer, likeliest.Kind, typed), arguments, turn.Text);
    }

    private static IReadOnlyList<string> Nearest(Gazetteer names, ParameterKind kind, string typed) => kind switch
    {
        ParameterKind.Person => names.People.Nearest(typed, Offered),
        ParameterKind.Warehouse => names.Warehouses.Nearest(typed, Offered),
        ParameterKind.Account => names.Accounts.Nearest(typed, Offered),
        _ => names.Customers.Nearest(typed, Offered),
    };

    private static ToolParameter? Open(Tool tool, JsonObject arguments, params ReadOnlySpan<ParameterKind> kinds)
    {
        foreach (var parameter in tool.Parameters)
        {
            if (kinds.Contains(parameter.Kind) && !arguments.ContainsKey(parameter.Name))
            {
                return parameter;
            }
        }

        return null;
    }

    /// <summary>Whether a token is a word of the language or the trade rather than a name.</summary>
    private bool IsWord(SentenceReading reading, int index)
    {
        var word = reading.Sentence.At(index);
        // a misspelt word is a word; one with a capital inside an English sentence is a name like one
        var mended = reading.Words[index] != word && (index == 0 || !reading.Sentence.Tokens[index].Capital || (reading.Language == Language.De && reading.Sentence.At(index - 1) != "bei"));
        return word.Length < 3 || mended || Lexicon.Default.Knows(word) || CommonWords.Contains(word) || SmallTalk.Contains(word) || Pronouns.Contains(word)
            || Array.BinarySearch(_model.Words, word, StringComparer.Ordinal) >= 0 || NumberReader.CurrencyOf(word) is not null || TimeWords.Last.Contains(word) || TimeWords.Next.Contains(word) || TimeWords.This.Contains(word);
    }
}
