using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>
/// What an action cannot do as it was said: "except", "if", a second document, an amount or a day it has no place for, and what the doubts beside it find. An answer may leave such a
/// thing out and say so; a proposal without it would be another request, so that nothing is proposed.
/// </summary>
internal static class ActionDoubt
{
    private static readonly HashSet<string> Exceptions = TextTools.Set("except excepting excluding without ausser ohne ausgenommen sauf excepte hormis sans behalve zonder uitgezonderd");

    private static readonly HashSet<string> Conditions = TextTools.Set("if unless falls sofern wenn indien tenzij");

    private static readonly HashSet<string> Whys = TextTools.Set("why warum wieso weshalb pourquoi waarom");

    private static readonly HashSet<string> Lists = TextTools.Set("list which welche welcher welches quels quelles liste lijst welke");

    private static readonly HashSet<string> Joins = TextTools.Set("and und et en , & + or oder ou of");

    /// <summary>Tools whose text is a reason: an amount beside it was meant for the action.</summary>
    private static readonly HashSet<string> OfAmounts = TextTools.Set("receivables_propose_write_off receivables_credit_note orders_cancel orders_release");

    private const int Opening = 3;

    /// <summary>What to say instead of proposing; nothing where the sentence can be carried out as it stands.</summary>
    public static string? Find(Tool tool, SentenceReading reading, SlotContext slots, JsonObject arguments)
    {
        if (tool.Kind != ToolKind.Action)
        {
            return null;
        }

        var said = new ActionSentence(tool, reading, slots, arguments);
        return Question(reading.Sentence) ?? Condition(said) ?? NegationDoubt.Find(said) ?? Exception(said) ?? Second(reading, slots) ?? LineDoubt.Find(tool, reading, slots)
            ?? BeyondDoubt.Find(said) ?? SecondWish.Find(said) ?? RoundsDoubt.Find(said) ?? Unplaced(said);
    }

    private static string? Question(Sentence sentence) =>
        Lists.Contains(sentence.At(0)) && sentence.Count <= 4 ? "That asks for a list, so nothing is proposed. I know no list by these words; \"help\" shows what can be asked."
        : Whys.Contains(sentence.At(0)) || (sentence.At(0) is "should" or "shall" or "soll" or "sollte" or "sollen" or "dois" or "moet" && sentence.At(1) is "i" or "we" or "ich" or "wir" or "je" or "ik")
            ? "That asks whether or why, so nothing is proposed. To have it done, say it as an order; to look first, ask for the order, the invoice or the account." : null;

    private static string? Condition(ActionSentence said)
    {
        var index = Array.FindIndex(said.Sentence.Tokens, token => Conditions.Contains(token.Text));
        if (index < 0)
        {
            return null;
        }

        // a reason may well hold an "if", but none begins with one
        return !said.InText(index) || !said.InText(index - 1) ? $"I cannot wait for a condition (\"{said.Rest(index)}\"), so nothing is proposed. Ask for it when it is due, or say it without the condition." : null;
    }

    // "deals without an amount" describes: an exception names somebody, something or a day
    private static string? Exception(ActionSentence said)
    {
        var (sentence, reading) = (said.Sentence, said.Reading);
        var index = Array.FindIndex(sentence.Tokens, token => Exceptions.Contains(token.Text));
        return index >= 0 && !said.InText(index) && Enumerable.Range(index, Math.Min(Opening + 1, sentence.Count - index)).Any(at => reading.Linked[at] || reading.Times.Exists(time => time.First <= at && at < time.End))
            ? $"I cannot leave something out in the sentence itself (\"{said.Rest(index)}\"), so nothing is proposed. Ask for all of it and leave parts out when you confirm: confirm P-… without 2" : null;
    }

    /// <summary>"Hold SO-11190 and SO-11191": one of them would be dropped.</summary>
    private static string? Second(SentenceReading reading, SlotContext slots)
    {
        foreach (var document in reading.Documents.Where(document => !slots.IsUsed(document.First, document.End) && Joins.Contains(reading.Sentence.At(document.First - 1))))
        {
            if (reading.Documents.Find(other => other.Kind == document.Kind && other.Value != document.Value && slots.IsUsed(other.First)) is { Value: not null } first)
            {
                return $"One at a time: {first.Value} or {document.Value}? Nothing is proposed yet; ask for each by itself.";
            }
        }

        return null;
    }

    // an amount, a day, a document or a name that went nowhere; free text takes what it holds, and a document says who is meant
    private static string? Unplaced(ActionSentence said)
    {
        var (reading, slots, found) = (said.Reading, said.Slots, new List<(int First, int End)>());
        found.AddRange(said.Takes(ParameterKind.Date, ParameterKind.Period, ParameterKind.Text) ? [] : reading.Times.Where(time => time.Past.To != slots.Frame.Today).Select(time => (time.First, time.End)));
        found.AddRange(said.Takes(ParameterKind.Count) || (said.Takes(ParameterKind.Text) && !OfAmounts.Contains(said.Tool.Name)) ? [] : reading.Numbers.Select(number => (number.First, number.End)));
        found.AddRange(reading.Documents.Exists(document => slots.IsUsed(document.First)) ? [] : reading.Documents.Select(document => (document.First, document.End)));
        found.AddRange(reading.Names.Where(name => !name.Misspelt && IsStranger(said, name.Kind)).Select(name => (name.First, name.End)));
        return found.Where(span => !slots.IsUsed(span.First, span.End) && !said.InText(span.First)).OrderBy(span => span.First).Select(span => ((int, int)?)span).FirstOrDefault() is var (first, end)
            ? $"I have no place for \"{said.Sentence.Slice(first, end)}\" in this, and without it, it would be another request; so nothing is proposed. Say it without that, or in other words." : null;
    }

    // a customer beside a document is its own; a colleague or a site is told where the action has a place for one, or where it would change who gets what
    private static bool IsStranger(ActionSentence said, ParameterKind kind) => kind switch
    {
        ParameterKind.Customer => said.Reading.Documents.Count == 0 && !said.Takes(ParameterKind.Text),
        ParameterKind.Person => said.Takes(ParameterKind.Person) || said.Tool.Name.StartsWith("receivables_draft", StringComparison.Ordinal),
        ParameterKind.Warehouse => said.Tool.Name == "orders_create",
        _ => false,
    };
}
