using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>
/// What an action cannot do as it was said: "not", "except", "if", a second document, an amount or a day it has no place for. An answer may leave such a
/// thing out and say so; a proposal without it would be another request, so that nothing is proposed.
/// </summary>
internal static class ActionDoubt
{
    private static readonly HashSet<string> Negations = TextTools.Set("not don dont never nicht pas niet");

    private static readonly HashSet<string> Exceptions = TextTools.Set("except excepting excluding without ausser ohne ausgenommen sauf excepte hormis sans behalve zonder uitgezonderd");

    private static readonly HashSet<string> Conditions = TextTools.Set("if unless falls sofern wenn indien tenzij");

    private static readonly HashSet<string> Whys = TextTools.Set("why warum wieso weshalb pourquoi waarom");

    private static readonly HashSet<string> Lists = TextTools.Set("list which welche welcher welches quels quelles liste lijst welke");

    private static readonly HashSet<string> Joins = TextTools.Set("and und et en , & + or oder ou of");

    private const int Opening = 3;

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
        return Question(sentence) ?? Condition(sentence, free, tool, arguments) ?? Negation(tool, reading, free) ?? Exception(reading, free) ?? Second(reading, slots) ?? LineDoubt.Find(tool, reading, slots) ?? Unplaced(tool, reading, slots);
    }

    /// <summary>For each token, whether it stands in none of the free texts.</summary>
    private static bool[] Free(Tool tool, Sentence sentence, JsonObject arguments)
    {
        var free = Enumerable.Repeat(true, sentence.Count).ToArray();
        foreach (var parameter in tool.Parameters.Where(parameter => parameter.Kind == ParameterKind.Text))
        {
            var text = arguments[parameter.Name]?.ToString() ?? "";
            // "storniere SO-10220 nicht": no reason
            var start = text.Length == 0 || Negations.Contains(Folding.Fold(text)) ? -1 : sentence.Text.LastIndexOf(text, StringComparison.Ordinal);
            for (var i = 0; start >= 0 && i < sentence.Count; i++)
            {
                free[i] &= sentence.Tokens[i].End <= start || sentence.Tokens[i].Start >= start + text.Length;
            }
        }

        return free;
    }

    private static string? Question(Sentence sentence) =>
        Lists.Contains(sentence.At(0)) && sentence.Count <= 4 ? "That asks for a list, so nothing is proposed. I know no list by these words; \"help\" shows what can be asked."
        : Whys.Contains(sentence.At(0)) || (sentence.At(0) is "should" or "shall" or "soll" or "sollte" or "sollen" or "dois" or "moet" && sentence.At(1) is "i" or "we" or "ich" or "wir" or "je" or "ik")
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

        // "not yet paid" describes; beside the verb where the sentence opens, or as its last word, it forbids
        var forbids = index == Last(sentence) || (index <= Opening && reading.Concepts.Exists(hit => TextTools.IsCommand(hit.Concept) && hit.First >= index - 2 && hit.First <= index + Opening));
        return index >= 0 && free[index] && forbids && !SayNo.Contains(tool.Name)
            ? $"That says \"{sentence.Slice(index, index + 1)}\", so nothing is proposed. What was proposed and not confirmed does nothing by itself; what was done can be taken back: undo P-…" : null;
    }

    // "deals without an amount" describes: an exception names somebody, something or a day
    private static string? Exception(SentenceReading reading, bool[] free)
    {
        var sentence = reading.Sentence;
        var index = Array.FindIndex(sentence.Tokens, token => Exceptions.Contains(token.Text));
        return index >= 0 && free[index] && Enumerable.Range(index, Math.Min(Opening + 1, sentence.Count - index)).Any(at => reading.Linked[at] || reading.Times.Exists(time => time.First <= at && at < time.End))
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

    // an amount or a day that the tool knows nothing of; free text takes what it holds, and a document says who is meant
    private static string? Unplaced(Tool tool, SentenceReading reading, SlotContext slots)
    {
        if (Takes(ParameterKind.Text))
        {
            return null;
        }

        var (sentence, found) = (reading.Sentence, new List<(int First, int End)>());
        found.AddRange(Takes(ParameterKind.Date, ParameterKind.Period) ? [] : reading.Times.Where(time => time.Past.To != slots.Frame.Today).Select(time => (time.First, time.End)));
        found.AddRange(Takes(ParameterKind.Amount, ParameterKind.Count, ParameterKind.Lines) ? [] : reading.Numbers.Select(number => (number.First, number.End)));
        found.AddRange(reading.Documents.Exists(document => slots.IsUsed(document.First)) ? [] : reading.Documents.Select(document => (document.First, document.End)));
        found.AddRange(reading.Documents.Count > 0 ? [] : reading.Names.Where(name => (name.Kind == ParameterKind.Customer || (name.Kind == ParameterKind.Person && Takes(ParameterKind.Person))) && !name.Misspelt).Select(name => (name.First, name.End)));
        return found.Where(span => !slots.IsUsed(span.First, span.End)).OrderBy(span => span.First).Select(span => ((int, int)?)span).FirstOrDefault() is var (first, end)
            ? $"I have no place for \"{sentence.Slice(first, end)}\" in this, and without it, it would be another request; so nothing is proposed. Say it without that, or in other words." : null;

        bool Takes(params ReadOnlySpan<ParameterKind> kinds)
        {
            foreach (var parameter in tool.Parameters)
            {
                if (kinds.Contains(parameter.Kind))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static int Last(Sentence sentence) => Array.FindLastIndex(sentence.Tokens, token => token.Kind == TokenKind.Word);

    private static string Rest(Sentence sentence, int index) => sentence.Slice(index, sentence.Count).TrimEnd('.', '!', '?', ' ');
}
