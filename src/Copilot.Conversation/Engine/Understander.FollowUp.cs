using System.Text.Json.Nodes;
using Copilot.Core;

namespace Copilot.Conversation;

/// <summary>What a sentence leaves out is carried over from the turn before.</summary>
internal sealed partial class Understander
{
    /// <summary>How much likelier a tool is that needs what the last turn was about.</summary>
    private const float SpokenOf = 6;

    /// <summary>How much likelier another tool is when a question in the words of the last request means that tool.</summary>
    private const float LikelyItsOwn = 2;

    private static readonly HashSet<string> Questions = new(StringComparer.Ordinal)
    {
        "what", "which", "who", "how", "where", "show", "list", "was", "welche", "welcher", "welches", "wer", "wie", "wo", "zeig", "zeige", "que", "qu", "quel", "quelle", "quels", "quelles",
        "qui", "combien", "ou", "montre", "wat", "welke", "welk", "hoe", "hoeveel", "waar", "toon",
    };

    /// <summary>The last request with what the sentence changes of it, when the sentence is no request of its own.</summary>
    private Understanding? FollowUp(Turn turn)
    {
        if (turn.State.Tool is not { } last || !_tools.TryGetValue(last, out var tool))
        {
            return null;
        }

        var slots = SlotFiller.Fill(tool, turn.Reading, turn.Frame);
        foreach (var text in tool.Parameters.Where(parameter => parameter.Kind == ParameterKind.Text))
        {
            // the rest of a follow-up is no new reason or note
            slots.Arguments.Remove(text.Name);
        }

        var nothing = slots.Arguments.Count == 0 && slots.Problems.Count == 0;
        if (nothing && !AsksOther(turn, tool) && DoubtOfChange(turn, tool, slots) is { } doubt)
        {
            return doubt;
        }

        if (nothing && OtherPeriod.Of(turn.Reading.Sentence, turn.State.Arguments["period"]?.ToString(), turn.Frame, SmallTalk) is { } period)
        {
            slots.Arguments["period"] = period;
        }
        else if (nothing && OtherNumber(turn, tool) is { } changed)
        {
            slots.Arguments[changed.Name] = changed.Value;
        }
        else if (nothing)
        {
            // a document or a name opens something of its own; a time or a breakdown was meant for the last request
            return turn.Reading.Documents.Count == 0 && turn.Reading.Names.Count == 0 && LeftOut.Of(tool, turn.Reading, slots) is [var typed, ..] && Continues(turn, tool, slots) ? Wording.TakesNo(tool, typed) : null;
        }
        else if (!Continues(turn, tool, slots))
        {
            return null;
        }

        var arguments = (JsonObject)turn.State.Arguments.DeepClone();
        Supersede(arguments, slots.Arguments);
        foreach (var (name, value) in slots.Arguments)
        {
            arguments[name] = value?.DeepClone();
        }

        if (Stranger(turn, tool, slots, arguments, [.. tool.Parameters.Where(parameter => EntityKey(parameter.Kind) is not null && arguments.ContainsKey(parameter.Name) && !slots.Arguments.ContainsKey(parameter.Name))]) is { } stranger)
        {
            return stranger;
        }

        if (slots.Problems is [var problem, ..])
        {
            return problem.Parameter.Kind == ParameterKind.Choice
                ? Wording.WhichBreakdown(tool, problem, arguments, turn.Text)
                : Wording.WhichName(problem.Choices, problem.Typed ?? "", problem.Parameter.Name, [last], arguments, turn.Text);
        }

        if (ActionDoubt.Find(tool, turn.Reading, slots, arguments) is { } undone)
        {
            return Wording.NotAsSaid(tool, undone, arguments);
        }

        return SlotFiller.Missing(tool, arguments).FirstOrDefault() is { } missing
            ? Wording.WhatIsMissing(tool, missing, arguments, turn.Text)
            : new Understanding { Verdict = Verdict.Call, Tool = last, Arguments = arguments, LeftOut = LeftOut.Of(tool, turn.Reading, slots) };
    }

    /// <summary>"Make that 21": the one number of the last request, where the sentence says nothing but another.</summary>
    private static (string Name, JsonNode Value)? OtherNumber(Turn turn, Tool tool)
    {
        var asked = tool.Parameters.Where(parameter => parameter.Kind is ParameterKind.Count or ParameterKind.Amount && turn.State.Arguments.ContainsKey(parameter.Name)).ToList();
        if (asked is not [var only] || turn.Reading.Numbers is not [{ Value: > 0 } number] || turn.Reading.Documents.Count > 0 || turn.Reading.Names.Count > 0)
        {
            return null;
        }

        var sentence = turn.Reading.Sentence;
        for (var i = 0; i < sentence.Count; i++)
        {
            if ((i < number.First || i >= number.End) && sentence.Tokens[i].Kind != TokenKind.Mark && !SmallTalk.Contains(sentence.At(i)) && !TimeWords.Units.ContainsKey(sentence.At(i)))
            {
                return null;
            }
        }

        return (only.Name, only.Kind == ParameterKind.Count ? JsonValue.Create((int)number.Value) : JsonValue.Create(number.Value));
    }

    /// <summary>Whether a sentence goes on with the last tool: it begins like that or says little else than the new values, and names no other subject.</summary>
    private bool Continues(Turn turn, Tool tool, SlotContext slots)
    {
        var sentence = turn.Reading.Sentence;
        var opened = Openers.Contains(sentence.At(0)) || turn.Reading.Has("f.only") || turn.Reading.Has("f.instead") || turn.Reading.Has("f.same");
        var unexplained = 0;
        for (var i = 0; i < sentence.Count; i++)
        {
            var explained = turn.Reading.Linked[i] || slots.IsUsed(i) || sentence.Tokens[i].Kind == TokenKind.Mark || SmallTalk.Contains(sentence.At(i))
                || turn.Reading.Times.Exists(time => time.First <= i && i < time.End) || turn.Reading.Numbers.Exists(number => number.First <= i && i < number.End)
                || turn.Reading.Concepts.Exists(hit => hit.First <= i && i < hit.End && IsConnecting(hit.Concept));
            unexplained += explained ? 0 : 1;
        }

        var first = turn.Ranked[0];
        if (AsksAnew(turn))
        {
            return false;
        }

        if (unexplained == 0)
        {
            return opened || sentence.Count <= 8 || first.Tool == tool.Name;
        }

        if (opened)
        {
            return first.Tool == tool.Name || (first.Probability < 0.5f && unexplained <= 2);
        }

        // "make it firm", "which of them were broken?", "Venlo too": short, new values, and no subject of its own
        return sentence.Count <= 9 && unexplained <= 1 && (first.Tool == tool.Name || first.Probability < 0.45f) && !Names(turn, slots);
    }

    /// <summary>"was ist bei Kaufhaus Adler überfällig": a question with its own question word and its own subject, though its words would also fit the last request.</summary>
    private static bool AsksAnew(Turn turn)
    {
        var sentence = turn.Reading.Sentence;
        var last = turn.Ranked.Find(entry => entry.Tool == turn.State.Tool).Probability;
        return sentence.Count >= 4 && turn.Ranked[0].Tool != turn.State.Tool && turn.Ranked[0].Probability >= LikelyItsOwn * last && Questions.Contains(sentence.At(0))
            && !Refers(turn.Reading) && !About(turn.Reading.Sentence);
    }

    /// <summary>"And draft a reminder for Zorgblatt": begins like a change to the last request and names another one.</summary>
    private static bool AsksOther(Turn turn, Tool tool) => turn.Ranked[0] is { Probability: > 0.5f } first && first.Tool != tool.Name && first.Tool != Examples.Decline && turn.Subjects.Count > 0;

    // "what about Trendhaus", "was ist mit Trendhaus", "qu'en est-il de", "hoe zit het met"
    private static bool About(Sentence sentence) => Enumerable.Range(1, Math.Min(4, sentence.Count - 1)).Any(index => sentence.At(index) is "about" or "mit" or "met" or "en");

    /// <summary>Whether the sentence names a subject that none of the new values accounts for.</summary>
    private static bool Names(Turn turn, SlotContext slots) => turn.Reading.Concepts.Exists(hit => turn.Subjects.Contains(hit.Concept) && !slots.IsUsed(hit.First, hit.End) && !SmallTalk.Contains(turn.Reading.Sentence.At(hit.First)));

    /// <summary>Whether a concept joins a change to the last request instead of asking for something.</summary>
    private static bool IsConnecting(string concept) => concept is "v.top" or "v.show" or "more_than" or "less_than" or "mine" || concept.StartsWith("f.", StringComparison.Ordinal) || concept.StartsWith("region=", StringComparison.Ordinal);

    /// <summary>A customer takes the place of a region and the other way round: both together were not asked for.</summary>
    private static void Supersede(JsonObject arguments, JsonObject changes)
    {
        foreach (var (one, other) in (ReadOnlySpan<(string, string)>)[("customer", "region"), ("region", "customer"), ("min_amount", "currency"), ("min_value", "currency"), ("amount", "currency")])
        {
            if (changes.ContainsKey(one))
            {
                arguments.Remove(other);
            }
        }
    }

    /// <summary>Fills what a sentence refers to instead of naming: "release it", "send them a statement", "and their disputes?".</summary>
    /// <returns>The arguments that were filled so.</returns>
    private static List<ToolParameter> Remember(Turn turn, Tool tool, JsonObject arguments, SlotContext slots)
    {
        var (refers, carried) = (Refers(turn.Reading), new List<ToolParameter>());
        foreach (var parameter in tool.Parameters)
        {
            if (arguments.ContainsKey(parameter.Name) || slots.Problems.Exists(problem => problem.Parameter == parameter) || EntityKey(parameter.Kind) is not { } key
                || !turn.State.Entities.TryGetValue(key, out var value) || !(parameter.Required || (refers && parameter.Kind is not (ParameterKind.Person or ParameterKind.Warehouse or ParameterKind.Sku))))
            {
                continue;
            }

            // "merge" needs two accounts, which no memory of one can give
            if (parameter.Name is not ("keep" or "merge" or "rep"))
            {
                arguments[parameter.Name] = parameter.Kind == ParameterKind.Invoices ? new JsonArray(value) : value;
                carried.Add(parameter);
            }
        }

        // "stale deals of Daniel", "nudge him": about what he is nudged was said before
        if (refers && turn.State.Arguments["rule"] is { } rule && tool.Parameter("rule") is not null && !arguments.ContainsKey("rule"))
        {
            arguments["rule"] = rule.DeepClone();
        }

        return carried;
    }

    /// <summary>"Draft them a reminder", "contest it": of readings that are near, the one that takes what was just spoken of.</summary>
    private void Recall(Turn turn)
    {
        if (turn.State.Tool is not { } last || !_tools.TryGetValue(last, out var before) || turn.Reading.Sentence.Count > 12 || !Refers(turn.Reading))
        {
            return;
        }

        var spoken = before.Parameters.Where(parameter => turn.State.Arguments.ContainsKey(parameter.Name)).Select(parameter => EntityKey(parameter.Kind)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (spoken.Count == 0)
        {
            return;
        }

        var ranked = turn.Ranked.Select(entry => entry with { Probability = entry.Probability * Likelier(entry.Tool) }).OrderByDescending(entry => entry.Probability).ToList();
        var sum = ranked.Sum(entry => entry.Probability);
        turn.Ranked.Clear();
        turn.Ranked.AddRange(ranked.Select(entry => entry with { Probability = entry.Probability / sum }));

        // an action on all there are is not meant where one of them was spoken of
        float Likelier(string name) => name == Examples.Decline || _tools[name] is not { } tool ? 1
            : tool.Parameters.Any(parameter => parameter.Required && EntityKey(parameter.Kind) is { } key && spoken.Contains(key)) ? SpokenOf
            : tool.Kind == ToolKind.Action && !tool.Parameters.Any(parameter => EntityKey(parameter.Kind) is not null) ? 1 / SpokenOf : 1;
    }

    private static bool Refers(SentenceReading reading) =>
        reading.Names.Count == 0 && reading.Documents.Count == 0 && (reading.Sentence.At(0) is "and" or "und" or "et" or "en" or "also" or "auch" or "aussi" or "ook" || Pronoun(reading) is not null);

    /// <summary>"Die", "het", "ce" are articles before a noun; only those that stand for something count.</summary>
    private static bool Personal(SentenceReading reading, int index)
    {
        var word = reading.Sentence.At(index);
        return word is not ("die" or "het" or "es" or "zijn" or "dat" or "that" or "dit" or "y" or "ze" or "same") || index == reading.Sentence.Count - 1;
    }

    /// <summary>Under which name a kind of argument is remembered.</summary>
    public static string? EntityKey(ParameterKind kind) => kind switch
    {
        ParameterKind.Customer or ParameterKind.Account => "company",
        ParameterKind.Order => "order",
        ParameterKind.Invoice or ParameterKind.Invoices => "invoice",
        ParameterKind.Payment => "payment",
        ParameterKind.Chargeback => "chargeback",
        ParameterKind.Opportunity => "opportunity",
        ParameterKind.EdiMessage => "message",
        ParameterKind.Person => "person",
        ParameterKind.Warehouse => "warehouse",
        ParameterKind.Sku => "sku",
        _ => null,
    };
}
