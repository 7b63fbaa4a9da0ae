using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>
/// What an action cannot do as it was said: "not", "except", "if", a second document, an amount or a day it has no place for. An answer may leave such a
/// thing out and say so; a proposal without it would be another request, so that nothing is proposed.
/// </summary>
internal static class ActionDoubt
{
    private static readonly HashSet<string> Negations = TextTools.Set("not don dont never nicht kein keine keinen nie pas jamais niet geen nooit");

    private static readonly HashSet<string> Exceptions = TextTools.Set("except excepting excluding without ausser aussser ohne ausgenommen sauf excepte hormis sans behalve zonder uitgezonderd");

    private static readonly HashSet<string> Conditions = TextTools.Set("if unless falls sofern wenn indien tenzij");

    private static readonly HashSet<string> Whys = TextTools.Set("why warum wieso weshalb pourquoi waarom");

    private static readonly HashSet<string> Joins = TextTools.Set("and und et en , & + or oder ou of");

    /// <summary>Tools whose own words are a "no": not reminding, not delivering.</summary>
    private static readonly HashSet<string> SayNo = TextTools.Set("receivables_set_reminders orders_hold receivables_log_call chargebacks_dispute receivables_open_dispute");

    /// <summary>What to say instead of proposing; nothing where the sentence can be carried out as it stands.</summary>
    public static string? Find(Tool tool, SentenceReading reading, SlotContext slots, JsonObject arguments)
    {
        if (tool.Kind != ToolKind.Action)
        {
            return null;
        }

        var sentence = reading.Sentence;
        var free = Free(tool, sentence, arguments);
        return Question(sentence) ?? Condition(sentence, free, tool, arguments) ?? Negation(tool, reading, free) ?? Exception(sentence, free) ?? Second(reading, slots) ?? Unplaced(reading, slots, free);
    }

    /// <summary>For each token, whether it stands in none of the free texts.</summary>
    private static bool[] Free(Tool tool, Sentence sentence, JsonObject arguments)
    {
        var free = Enumerable.Repeat(true, sentence.Count).ToArray();
        foreach (var parameter in tool.Parameters.Where(parameter => parameter.Kind == ParameterKind.Text))
        {
            var text = arguments[parameter.Name]?.ToString() ?? "";
            var start = text.Length == 0 ? -1 : sentence.Text.LastIndexOf(text, StringComparison.Ordinal);
            for (var i = 0; start >= 0 && i < sentence.Count; i++)
            {
                free[i] &= sentence.Tokens[i].End <= start || sentence.Tokens[i].Start >= start + text.Length;
            }
        }

        return free;
    }

    private static string? Question(Sentence sentence) =>
        Whys.Contains(sentence.At(0)) || (sentence.At(0) is "should" or "shall" or "soll" or "sollte" or "sollen" or "dois" or "moet" && sentence.At(1) is "i" or "we" or "ich" or "wir" or "je" or "ik")
            ? "That asks whether or why, so nothing is proposed. To have it done, say it as an order; to look first, ask for the order, the invoice or the account." : null;

    private static string? Condition(Sentence sentence, bool[] free, Tool tool, JsonObject arguments)
    {
        var index = Array.FindIndex(sentence.Tokens, token => Conditions.Contains(token.Text));
        if (index < 0)
        {
            return null;
        }

        // a reason may well hold an "if", but none begins with one
        var opens = tool.Parameters.Any(parameter => parameter.Kind == ParameterKind.Text && arguments[parameter.Name]?.ToString() is { } text && sentence.Text.AsSpan(sentence.Tokens[index].Start).StartsWith(text, StringComparison.Ordinal));
        return free[index] || opens ? $"I cannot wait for a condition (\"{Rest(sentence, index)}\"), so nothing is proposed. Ask for it when it is due, or say it without the condition." : null;
    }

    private static string? Negation(Tool tool, SentenceReading reading, bool[] free)
    {
        var sentence = reading.Sentence;
        var index = Array.FindIndex(sentence.Tokens, token => Negations.Contains(token.Text));

        // "not yet paid" behind what it is about describes; before it, it forbids
        var about = reading.Documents.Select(document => document.First).Concat(reading.Names.Select(name => name.First)).DefaultIfEmpty(sentence.Count).Min();
        return index >= 0 && free[index] && !SayNo.Contains(tool.Name) && (index < about || sentence.At(index - 1) is "but" or "aber" or "mais" or "maar")
            ? $"That says \"{sentence.Slice(index, index + 1)}\", so nothing is proposed. What was proposed and not confirmed does nothing by itself; what was done can be taken back: undo P-…" : null;
    }

    private static string? Exception(Sentence sentence, bool[] free)
    {
        var index = Array.FindIndex(sentence.Tokens, token => Exceptions.Contains(token.Text));
        return index >= 0 && free[index]
            ? $"I cannot leave something out in the sentence itself (\"{Rest(sentence, index)}\"), so nothing is proposed. Ask for all of it and leave parts out when you confirm: confirm P-… without 2" : null;
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

    private static string? Unplaced(SentenceReading reading, SlotContext slots, bool[] free)
    {
        var sentence = reading.Sentence;
        var found = new List<(int First, int End)>();
        found.AddRange(reading.Times.Where(time => time.Past.To != slots.Frame.Today).Select(time => (time.First, time.End)));
        found.AddRange(reading.Documents.Select(document => (document.First, document.End)));
        found.AddRange(reading.Numbers.Select(number => (number.First, number.End)));
        return found.Where(span => !slots.IsUsed(span.First, span.End) && Enumerable.Range(span.First, span.End - span.First).All(index => free[index])).OrderBy(span => span.First).Select(span => (int?)span.First).FirstOrDefault() is { } at
            ? $"I have no place for \"{sentence.Slice(at, found.Find(span => span.First == at).End)}\" in this, and without it, it would be another request; so nothing is proposed. Say it without that, or in other words." : null;
    }

    private static string Rest(Sentence sentence, int index) => sentence.Slice(index, sentence.Count).TrimEnd('.', '!', '?', ' ');
}
