using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>A sentence that orders an action, with what of it is free text: a reason, a note.</summary>
internal sealed class ActionSentence
{
    private static readonly HashSet<string> Negations = TextTools.Set(
        "not dont doesnt didnt isnt arent wasnt wont wouldnt shouldnt couldnt hasnt havent cannot cant never neither nor nicht nie niemals nichts kein keine keinen keinem keiner keines pas jamais aucun aucune niet nooit geen");

    /// <summary>Words for the one who asks.</summary>
    public static readonly HashSet<string> Self = TextTools.Set("me myself mich mir moi mij");

    private readonly (int First, int End, bool Marked)[] _texts;

    /// <summary>The sentence with what was read of it.</summary>
    public ActionSentence(Tool tool, SentenceReading reading, SlotContext slots, JsonObject arguments)
    {
        (Tool, Reading, Slots, Arguments) = (tool, reading, slots, arguments);
        _texts = [.. tool.Parameters.Where(parameter => parameter.Kind == ParameterKind.Text).Select(parameter => Span(arguments[parameter.Name]?.ToString() ?? "")).OfType<(int, int, bool)>()];
    }

    /// <summary>The action.</summary>
    public Tool Tool { get; }

    /// <summary>The sentence as read.</summary>
    public SentenceReading Reading { get; }

    /// <summary>What of it serves which argument.</summary>
    public SlotContext Slots { get; }

    /// <summary>The arguments, those carried over from before among them.</summary>
    public JsonObject Arguments { get; }

    /// <summary>The tokens.</summary>
    public Sentence Sentence => Reading.Sentence;

    /// <summary>Whether a token stands in a free text.</summary>
    public bool InText(int token) => Array.Exists(_texts, text => text.First <= token && token < text.End);

    /// <summary>
    /// Whether a token stands in a free text and says nothing of the order itself: behind "because", a colon or a comma, or well inside. "SO-11220 nicht
    /// stornieren" gives no reason that begins with "nicht".
    /// </summary>
    public bool IsExcused(int token) => Array.Exists(_texts, text => text.First <= token && token < text.End && (text.Marked || token >= text.First + 2));

    /// <summary>Whether a token is a "no": "not", "keine", the "t" of "doesn't", "no longer".</summary>
    public bool IsNegation(int token) => IsNegation(Sentence, token);

    /// <summary>Whether a sentence says "no" anywhere.</summary>
    public static bool SaysNo(Sentence sentence) => Enumerable.Range(0, sentence.Count).Any(token => IsNegation(sentence, token));

    /// <summary>Whether the action takes an argument of one of these kinds.</summary>
    public bool Takes(params ReadOnlySpan<ParameterKind> kinds)
    {
        foreach (var parameter in Tool.Parameters)
        {
            if (kinds.Contains(parameter.Kind))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first token outside excused text that one of those words is; nothing where none is.</summary>
    public int? Find(HashSet<string> words)
    {
        var index = Array.FindIndex(Sentence.Tokens, token => words.Contains(token.Text));
        while (index >= 0 && IsExcused(index))
        {
            index = Array.FindIndex(Sentence.Tokens, index + 1, token => words.Contains(token.Text));
        }

        return index < 0 ? null : index;
    }

    /// <summary>What was typed from a token on.</summary>
    public string Rest(int token) => Sentence.Slice(token, Sentence.Count).TrimEnd('.', '!', '?', ' ');

    private static bool IsNegation(Sentence sentence, int token) => Negations.Contains(sentence.At(token))
        || (sentence.At(token) == "t" && sentence.IsMark(token - 1, '\'') && sentence.At(token - 2).EndsWith('n'))
        || (sentence.At(token) == "no" && sentence.At(token + 1) is "longer" or "more" or "need");

    private (int First, int End, bool Marked)? Span(string text)
    {
        var start = text.Length == 0 ? -1 : Sentence.Text.LastIndexOf(text, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var first = Array.FindIndex(Sentence.Tokens, token => token.End > start);
        var end = Array.FindLastIndex(Sentence.Tokens, token => token.Start < start + text.Length) + 1;
        return (first, end, first > 0 && (Sentence.Tokens[first - 1].Kind == TokenKind.Mark || TextSlots.GivesReason(Sentence.At(first - 1)) || TextSlots.GivesReason(Sentence.At(first - 2))));
    }
}
